import { Button, Card, Descriptions, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { toldBy } from '../filing/receipt-words.ts';
import { useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import type { BatchRow } from './batch-store.ts';
import { joined } from '../i18n/said.ts';

/** The one receipt of a list: number and code of each of its cases, what came with all of them, by when they are told. */
export function BatchReceipt({ itemName, rows }: { itemName: string; rows: readonly BatchRow[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const filed = rows.flatMap(({ body, filed: answer }) => (answer === null ? [] : [{ ...answer, ...body }]));
  const [first] = filed;
  // All came in on one day for one item: what is true of the first is true of all.
  const view = useRoute('oneCase', { params: { caseId: first?.caseId ?? '' } });
  if (first === undefined) return null;
  const told = view.data === undefined ? null : toldBy(view.data, t);
  const titles = view.data?.materials.filter(({ received }) => received).map(({ title }) => title) ?? [];
  const items = [
    { key: 'item', label: t('clerk.item'), children: itemName },
    { key: 'agent', label: t('clerk.agent'), children: first.agent?.name },
    { key: 'receivedOn', label: t('clerk.receivedOn'), children: first.receivedOn },
    { key: 'count', label: t('batch.count'), children: filed.length },
    { key: 'materials', label: t('clerk.materialsIn'), children: joined(titles, '；') },
    ...(told === null ? [] : [{ key: 'told', label: t('clerk.toldLabel'), children: told }]),
    { key: 'clerk', label: t('clerk.fileCase'), children: me.name },
  ];
  return (
    <Card style={{ maxWidth: 820 }}>
      <Button
        type="primary"
        className="no-print"
        style={{ float: 'right' }}
        onClick={() => {
          window.print();
        }}
      >
        {t('batch.print')}
      </Button>
      <Typography.Title level={2} style={{ fontSize: 20, textAlign: 'center' }}>
        {t('batch.heading')}
      </Typography.Title>
      <Descriptions bordered column={1} size="small" items={items} styles={{ label: { whiteSpace: 'nowrap' } }} />
      <Table
        size="small"
        rowKey="caseId"
        pagination={false}
        style={{ marginTop: 12 }}
        dataSource={filed}
        columns={[
          { title: t('batch.row'), width: 60, render: (_, _row, i) => i + 1 },
          { title: t('clerk.applicant'), render: (_, { applicant }) => applicant.name },
          { title: t('clerk.caseNo'), render: (_, { caseNo }) => <span className="number">{caseNo}</span> },
          {
            title: t('clerk.queryCode'),
            render: (_, { queryCode }) => <strong className="number">{queryCode}</strong>,
          },
        ]}
      />
      <Typography.Paragraph style={{ marginTop: 12 }}>{t('clerk.receiptNote')}</Typography.Paragraph>
    </Card>
  );
}
