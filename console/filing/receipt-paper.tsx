import { Descriptions, Flex, QRCode, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../case/party-words.ts';
import { paths } from '../paths.ts';
import type { CaseData } from '../steps/case-data.ts';
import type { KeptReceipt } from './receipt-store.ts';
import { stillMissing, toldBy } from './receipt-words.ts';

interface Props {
  readonly view: CaseData;
  /** Null: the code was told in another session, and nobody can see it again. */
  readonly kept: KeptReceipt | null;
}

/** The paper of the receipt: number and code, what came, what is missing by name, and by when the applicant will be told. */
export function ReceiptPaper({ view, kept }: Props) {
  const { t } = useTranslation();
  const received = view.materials.filter((one) => one.received).map(({ title }) => title);
  const missing = stillMissing(view.materials, t);
  const told = toldBy(view, t);
  const code = kept === null ? t('clerk.codeNotShown') : <strong className="number">{kept.queryCode}</strong>;
  const items = [
    { key: 'item', label: t('clerk.item'), children: view.itemName },
    { key: 'department', label: t('clerk.departmentName'), children: view.departmentName },
    { key: 'applicant', label: t('clerk.applicant'), children: nameOf(view.parties.applicant) },
    { key: 'receivedOn', label: t('clerk.receivedOn'), children: view.receivedOn },
    { key: 'caseNo', label: t('clerk.caseNo'), children: <strong className="number">{view.caseNo}</strong> },
    { key: 'code', label: t('clerk.queryCode'), children: code },
    { key: 'materials', label: t('clerk.materialsIn'), children: <Named titles={received} /> },
    ...(missing.length === 0
      ? []
      : [{ key: 'missing', label: t('clerk.materialsMissing'), children: <Named titles={missing} /> }]),
    ...(told === null ? [] : [{ key: 'told', label: t('clerk.toldLabel'), children: told }]),
    ...(kept === null || kept.clerk === null
      ? []
      : [{ key: 'clerk', label: t('clerk.fileCase'), children: kept.clerk }]),
    ...(kept?.issuedBy === undefined ? [] : [{ key: 'issuedBy', label: t('clerk.issuedBy'), children: kept.issuedBy }]),
  ];
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, textAlign: 'center' }}>
        {t('clerk.receiptHeading')}
      </Typography.Title>
      <Descriptions bordered column={1} size="small" items={items} styles={{ label: { whiteSpace: 'nowrap' } }} />
      <Flex align="center" gap={16} style={{ marginTop: 16 }}>
        <QRCode
          type="svg"
          size={112}
          value={`${window.location.origin}${paths.progressOf(view.caseNo, kept?.queryCode ?? null)}`}
        />
        <Typography.Text>{t('clerk.receiptNote')}</Typography.Text>
      </Flex>
    </>
  );
}

function Named({ titles }: { titles: readonly string[] }) {
  const { t } = useTranslation();
  if (titles.length === 0) return <>{t('clerk.noMaterials')}</>;
  return (
    <ol style={{ margin: 0, paddingInlineStart: 20 }}>
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ol>
  );
}
