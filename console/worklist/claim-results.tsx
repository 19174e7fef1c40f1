import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem-error.ts';
import { labelOf } from './claiming.tsx';
import type { Claimed, Claiming } from './use-claiming.ts';

/** What became of each task that was to be claimed; the claimed ones have left the list and are opened from here. */
export function ClaimResults({ claiming: { results, clear } }: { claiming: Claiming }) {
  const { t } = useTranslation();
  if (results.length === 0) return null;
  const failed = results.filter(({ error }) => error !== null).length;
  return (
    <Alert
      showIcon
      role="status"
      type={failed === 0 ? 'success' : 'warning'}
      style={{ marginBottom: 12 }}
      title={t(failed === 0 ? 'clerk.claimResult' : 'clerk.claimResultPart', {
        count: results.length - failed,
        failed,
      })}
      closable={{ 'aria-label': t('frame.close'), onClose: clear }}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {results.map((one) => (
            <li key={labelOf(one.row)}>
              <Link to={paths.oneCase(one.row.caseId)}>{labelOf(one.row)}</Link>
              {`：${wordsOf(t, one)}`}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function wordsOf(t: TFunction, { error }: Claimed): string {
  if (error === null) return t('clerk.claimed');
  return error instanceof ProblemError ? error.problem.title : t('frame.networkTitle');
}
