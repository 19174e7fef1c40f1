import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem-error.ts';

/** The earlier case that asks for the same, and the choice to file all the same; nothing for any other error. */
export function FiledBefore(o: { error: unknown; busy: boolean; onFile: (caseNo: string) => void }) {
  const { t } = useTranslation();
  const earlier = earlierIn(o.error);
  if (earlier === null) return null;
  const { caseId, caseNo } = earlier;
  return (
    <Flex wrap gap={12} align="center" style={{ marginBottom: 16 }}>
      <Link to={paths.oneCase(caseId)} target="_blank">
        {t('clerk.filedBefore', { caseNo })}
      </Link>
      <Button loading={o.busy} onClick={() => o.onFile(caseNo)}>
        {t('clerk.fileDespite')}
      </Button>
    </Flex>
  );
}

function earlierIn(error: unknown): { readonly caseId: string; readonly caseNo: string } | null {
  if (!(error instanceof ProblemError) || error.problem.code !== 'filed-before') return null;
  const { earlier } = error.problem;
  const isCase = typeof earlier === 'object' && earlier !== null && 'caseId' in earlier && 'caseNo' in earlier;
  return isCase ? { caseId: String(earlier.caseId), caseNo: String(earlier.caseNo) } : null;
}
