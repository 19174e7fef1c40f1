import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { IssueCode } from '../filing/issue-code.tsx';
import { ReceiptPaper } from '../filing/receipt-paper.tsx';
import { keepReceipt, keptReceipt } from '../filing/receipt-store.ts';
import { mayCallAt } from '../me.ts';
import { LayoutChoice, useReceiptLayout } from '../papers/layout-choice.tsx';
import { PrintButton } from '../papers/print-button.tsx';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { Answered } from '../ui/states.tsx';

/** The receipt an applicant takes home, at any completeness of the materials; printable on A4. A code that was lost is issued anew here. */
export function Component() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const me = useMe();
  const [kept, setKept] = useState(() => keptReceipt(caseId));
  const found = useRoute('oneCase', { params: { caseId } });
  return (
    <Answered query={found}>
      {(view) => {
        const mayIssue = mayCallAt(me, 'issueCode', view.departmentId);
        const issued = (queryCode: string) => {
          const next = { caseId, queryCode, clerk: null, issuedBy: me.name };
          keepReceipt(next);
          setKept(next);
        };
        return (
          <Card style={{ maxWidth: 760 }}>
            {kept === null && (
              <Alert
                showIcon
                className="no-print"
                type="info"
                style={{ marginBottom: 16 }}
                title={t('clerk.codeOnce')}
                description={t(mayIssue ? 'clerk.codeLost' : 'clerk.codeElsewhere')}
              />
            )}
            <Acts caseId={caseId} onIssued={mayIssue ? issued : null} />
            {(kept !== null || mayIssue) && <ReceiptPaper view={view} kept={kept} />}
          </Card>
        );
      }}
    </Answered>
  );
}

function Acts({ caseId, onIssued }: { caseId: string; onIssued: ((queryCode: string) => void) | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [layout, setLayout] = useReceiptLayout();
  return (
    <Flex wrap gap={8} className="no-print" style={{ marginBottom: 16 }}>
      <Button style={{ marginInlineEnd: 'auto' }} onClick={() => void navigate(paths.oneCase(caseId))}>
        {t('clerk.openCase')}
      </Button>
      {onIssued !== null && <IssueCode caseId={caseId} onIssued={onIssued} />}
      <LayoutChoice layout={layout} onChoose={setLayout} />
      <PrintButton caseId={caseId} kind="receipt" words={t('papers.printReceipt')} layout={layout} />
      <Button type="primary" onClick={() => window.print()}>
        {t('frame.print')}
      </Button>
    </Flex>
  );
}
