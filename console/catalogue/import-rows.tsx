import { Button, Flex, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { columnTitle } from '../../domain/catalogue/columns.ts';
import { inLanguage } from '../i18n/said.ts';
import { useRoute } from '../queries.ts';
import { Light } from '../ui/light.tsx';
import { Answered } from '../ui/states.tsx';
import type { Import } from './import-state.ts';

/** Which rows are looked at. */
export type Shown = 'all' | 'new' | 'same' | 'changed' | 'wrong' | 'remarked';

type Row = OkOf<'importRows'>['items'][number];
const colours = { new: 'green', same: 'grey', changed: 'yellow', wrong: 'red' } as const;

/** The rows of an import, with what each changes and what is wrong or odd about it. Give it a `key` of what is shown: its paging starts anew. */
export function ImportRows({ found: { id, kind }, shown }: { found: Import; shown: Shown }) {
  const { t } = useTranslation();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const query = { limit: '50', ...(shown !== 'all' && { only: shown }), ...(cursor !== undefined && { cursor }) };
  const rows = useRoute('importRows', { params: { importId: id }, query });
  const says = ({ faults, remarks, changes }: Row) => [
    ...[...faults, ...remarks].map(({ why }) => inLanguage(why)),
    ...changes.map(({ column, before, after }) =>
      t('catalogue.change', {
        column: inLanguage(columnTitle(column, kind)),
        before: before || t('catalogue.nothing'),
        after: after || t('catalogue.nothing'),
      }),
    ),
  ];
  return (
    <Answered query={rows}>
      {({ items, nextCursor }) => (
        <>
          <Table<Row>
            size="small"
            rowKey="line"
            pagination={false}
            scroll={{ x: 640 }}
            dataSource={items}
            columns={[
              { title: t('catalogue.line'), dataIndex: 'line', width: 70 },
              {
                title: t('catalogue.outcome'),
                width: 110,
                render: (_, { outcome }) =>
                  outcome && <Light colour={colours[outcome]}>{t(`catalogue.${outcome}`)}</Light>,
              },
              {
                title: t('catalogue.nameAndNote'),
                render: (_, row) => (
                  <>
                    {row.name}
                    {says(row).map((sentence) => (
                      <div key={sentence} className="why">
                        {sentence}
                      </div>
                    ))}
                  </>
                ),
              },
              {
                title: t('catalogue.code'),
                width: 240,
                render: (_, { code }) => <span className="number">{code}</span>,
              },
            ]}
          />
          <Flex justify="flex-end" gap={8} style={{ marginTop: 12 }}>
            <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
              {t('frame.previous')}
            </Button>
            <Button
              disabled={nextCursor === null}
              onClick={() => nextCursor !== null && setCursors([...cursors, nextCursor])}
            >
              {t('frame.next')}
            </Button>
          </Flex>
        </>
      )}
    </Answered>
  );
}
