import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { call } from '../api.ts';
import { CaseNumber } from '../ui/case-number.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { LimitDay, dayText, gravestDay } from '../ui/limit-day.tsx';
import { Light } from '../ui/light.tsx';

type Row = OkOf<'boardCases'>['items'][number];

/** Which count of the board was pressed; without an item: the whole department. */
export interface Chosen {
  readonly light: Row['light'];
  readonly departmentId: string;
  readonly itemCode: string | null;
  readonly name: string;
}

/** The cases behind a count, what is due first in front. */
export function BoardCases({ chosen, onClose }: { chosen: Chosen | null; onClose: () => void }) {
  const { t } = useTranslation();
  if (chosen === null) return null;
  const { light, departmentId, itemCode, name } = chosen;
  const query = { light, departmentId, ...(itemCode === null ? {} : { itemCode }) };
  const title = t('supervision.casesOf', { name, light: t(`supervision.${light}`) });
  return (
    <Drawer
      open
      size={1000}
      title={t('supervision.board')}
      onClose={onClose}
      closable={{ 'aria-label': t('frame.close') }}
    >
      <DataTable<Row>
        key={JSON.stringify(query)}
        id="board-cases"
        title={title}
        queryKey={['boardCases', query]}
        load={(page, signal) => call('boardCases', { query: { ...query, ...page }, ...(signal && { signal }) })}
        rowKey={({ caseId }) => caseId}
        columns={[
          {
            key: 'caseNo',
            title: t('supervision.caseNo'),
            text: ({ caseNo }) => caseNo,
            render: ({ caseId, caseNo }) => <CaseNumber caseId={caseId} caseNo={caseNo} />,
            width: 116,
            keep: true,
          },
          {
            key: 'light',
            title: t('clerk.light'),
            text: (row) => t(`supervision.${row.light}`),
            render: (row) => <Light colour={row.light}>{t(`supervision.${row.light}`)}</Light>,
            width: 120,
          },
          {
            key: 'gravest',
            title: t('clerk.gravest'),
            text: (row) => dayText(gravestDay(t, row)),
            render: (row) => <LimitDay dated={gravestDay(t, row)} />,
            width: 200,
          },
          ...(itemCode === null
            ? [{ key: 'item', title: t('supervision.item'), text: (row: Row) => row.itemName, width: 126 }]
            : []),
          { key: 'applicant', title: t('supervision.applicant'), text: ({ applicant }) => applicant, width: 76 },
          { key: 'handler', title: t('clerk.handler'), text: (row) => row.handler?.name ?? null, width: 76 },
          { key: 'red', title: t('supervision.openRed'), text: ({ redWarnings }) => redWarnings, width: 88 },
        ]}
      />
    </Drawer>
  );
}
