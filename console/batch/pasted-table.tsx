import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { joined } from '../i18n/said.ts';
import type { Mistake, PastedRow } from './pasted-rows.ts';

/** What was pasted, line by line, with what must be corrected; the wrong ones first where there are any. */
export function PastedTable({ rows }: { rows: readonly PastedRow[] }) {
  const { t } = useTranslation();
  const numbered = rows.map((row, i) => ({ ...row, no: i + 1 }));
  const wrong = numbered.filter(({ mistakes }) => mistakes.length > 0);
  const says = ({ code, ...told }: Mistake) => t(`batch.${code}`, told);
  return (
    <Table
      size="small"
      rowKey="no"
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      scroll={{ x: 560 }}
      dataSource={wrong.length > 0 ? wrong : numbered}
      columns={[
        { title: t('batch.row'), dataIndex: 'no', width: 70 },
        { title: t('clerk.partyName'), dataIndex: 'name' },
        { title: t('clerk.idNo'), dataIndex: 'idNo' },
        {
          title: t('batch.mistakes'),
          render: (_, { mistakes }) => (
            <Typography.Text type="danger">{joined(mistakes.map(says), '；')}</Typography.Text>
          ),
        },
      ]}
    />
  );
}
