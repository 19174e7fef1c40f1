import { Alert, Button, Card, Descriptions, Flex, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { IssueCode } from '../filing/issue-code.tsx';
import { receiptOf } from '../filing/receipt-of.ts';
import { keepReceipt, keptReceipt } from '../filing/receipt-store.ts';
import type { Receipt } from '../filing/receipt-store.ts';
import { mayCallAt } from '../me.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { Answered } from '../ui/states.tsx';

/** The receipt an applicant takes home: number, query code, what was handed in; printable on A4. A code that was lost is issued anew here. */
export function Component() {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const me = useMe();
  const [kept, setKept] = useState(() => keptReceipt(caseId));
  const found = useRoute('oneCase', { params: { caseId } });
  return (
    <Answered query={found}>
      {(view) => {
        const receipt = kept ?? receiptOf(view);
        const mayIssue = mayCallAt(me, 'issueCode', view.departmentId);
        const issued = (queryCode: string) => {
          const next = { ...receipt, queryCode, clerk: null, issuedBy: me.name };
          keepReceipt(next);
          setKept(next);
        };
        return (
          <Card style={{ maxWidth: 760 }}>
            {receipt.queryCode === null && (
              <Alert
                showIcon
                className="no-print"
                type="info"
                style={{ marginBottom: 16 }}
                title={t('clerk.codeOnce')}
                description={t(mayIssue ? 'clerk.codeLost' : 'clerk.codeElsewhere')}
              />
            )}
            <Acts receipt={receipt} onIssued={mayIssue ? issued : null} />
            {(receipt.queryCode !== null || mayIssue) && <Paper receipt={receipt} />}
          </Card>
        );
      }}
    </Answered>
  );
}

function Acts({ receipt, onIssued }: { receipt: Receipt; onIssued: ((queryCode: string) => void) | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Flex wrap gap={8} className="no-print" style={{ marginBottom: 16 }}>
      <Button style={{ marginInlineEnd: 'auto' }} onClick={() => void navigate(paths.oneCase(receipt.caseId))}>
        {t('clerk.openCase')}
      </Button>
      {onIssued !== null && <IssueCode caseId={receipt.caseId} onIssued={onIssued} />}
      <Button type="primary" onClick={() => window.print()}>
        {t('frame.print')}
      </Button>
    </Flex>
  );
}

function Paper({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation();
  const { clerk, issuedBy, queryCode } = receipt;
  const code = queryCode === null ? t('clerk.codeNotShown') : <strong className="number">{queryCode}</strong>;
  const items = [
    { key: 'item', label: t('clerk.item'), children: receipt.itemName },
    { key: 'department', label: t('clerk.departmentName'), children: receipt.departmentName },
    { key: 'applicant', label: t('clerk.applicant'), children: receipt.applicant },
    { key: 'receivedOn', label: t('clerk.receivedOn'), children: receipt.receivedOn },
    { key: 'caseNo', label: t('clerk.caseNo'), children: <strong className="number">{receipt.caseNo}</strong> },
    { key: 'code', label: t('clerk.queryCode'), children: code },
    {
      key: 'materials',
      label: t('clerk.materials'),
      children:
        receipt.materials.length === 0 ? (
          t('clerk.noMaterials')
        ) : (
          <ol style={{ margin: 0, paddingInlineStart: 20 }}>
            {receipt.materials.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        ),
    },
    ...(clerk === null ? [] : [{ key: 'clerk', label: t('clerk.fileCase'), children: clerk }]),
    ...(issuedBy === undefined ? [] : [{ key: 'issuedBy', label: t('clerk.issuedBy'), children: issuedBy }]),
  ];
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, textAlign: 'center' }}>
        {t('clerk.receiptHeading')}
      </Typography.Title>
      <Descriptions bordered column={1} size="small" items={items} />
      <Flex align="center" gap={16} style={{ marginTop: 16 }}>
        <QRCode type="svg" size={112} value={`${window.location.origin}${paths.progressOf(receipt.caseNo)}`} />
        <Typography.Text>{t('clerk.receiptNote')}</Typography.Text>
      </Flex>
    </>
  );
}
