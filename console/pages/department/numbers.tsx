import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { documentNames, numberedKinds } from '../../../domain/documents/kind-names.ts';
import type { OkOf, QueryOf } from '../../../contract/routes.ts';
import { addressOf, call } from '../../api.ts';
import '../../department/number-texts.ts';
import { DocumentTemplates } from '../../department/document-templates.tsx';
import type { Filter } from '../../filter/filters.ts';
import { timeSortField } from '../../filter/sort-field.ts';
import { inTime } from '../../filter/sorting.ts';
import { useFilters } from '../../filter/use-filters.ts';
import { NumberPatterns } from '../../department/number-patterns.tsx';
import { inLanguage } from '../../i18n/said.ts';
import type { Column } from '../../ui/column.ts';
import { CaseNumber } from '../../ui/case-number.tsx';
import { DataTable } from '../../ui/data-table.tsx';

type Row = OkOf<'documentNumbers'>['items'][number];

/** How the person's departments number their documents, and the register with every number and its state. */
export function Component() {
  const { t } = useTranslation();
  const filters = useFilters<QueryOf<'documentNumbersCsv'>>('numbers', useNumberFields());
  return (
    <Flex vertical gap={12}>
      <NumberPatterns />
      <DocumentTemplates />
      <DataTable<Row>
        id="document-numbers"
        title={t('numbers.register')}
        queryKey={['documentNumbers', filters.asked]}
        load={(page, signal) =>
          call('documentNumbers', { query: { ...filters.query, ...page }, ...(signal && { signal }) })
        }
        rowKey={({ id }) => id}
        filters={filters}
        columns={columnsOf(t)}
        empty={t('numbers.empty')}
        actions={
          <Button icon={<DownloadOutlined />} href={addressOf('documentNumbersCsv', { query: filters.query })} download>
            {t('supervision.exportCsv')}
          </Button>
        }
      />
    </Flex>
  );
}

function useNumberFields(): readonly Filter[] {
  const { t } = useTranslation();
  const states = ['reserved', 'used', 'void'] as const;
  return [
    {
      is: 'choice',
      name: 'kind',
      title: t('numbers.kind'),
      any: t('numbers.allKinds'),
      options: numberedKinds.map((kind) => ({ value: kind, label: inLanguage(documentNames[kind].title) })),
    },
    {
      is: 'choice',
      name: 'state',
      title: t('numbers.state'),
      any: t('numbers.allStates'),
      options: states.map((state) => ({ value: state, label: t(`numbers.${state}`) })),
    },
    { is: 'words', name: 'words', title: t('numbers.words'), most: 100 },
    timeSortField(t),
  ];
}

function columnsOf(t: TFunction): readonly Column<Row>[] {
  return [
    { key: 'text', title: t('numbers.number'), text: ({ text }) => text, width: 190, keep: true },
    { key: 'kind', title: t('numbers.kind'), text: ({ title }) => inLanguage(title), width: 170 },
    {
      key: 'caseNo',
      title: t('numbers.caseNo'),
      text: ({ caseNo }) => caseNo,
      render: ({ caseId, caseNo }) => (caseNo === null ? '—' : <CaseNumber caseId={caseId} caseNo={caseNo} />),
      width: 116,
    },
    { key: 'state', title: t('numbers.state'), text: ({ stateTitle }) => inLanguage(stateTitle), width: 90 },
    { key: 'why', title: t('numbers.why'), text: ({ why }) => inLanguage(why), width: 240 },
    { key: 'by', title: t('numbers.by'), text: ({ by }) => by, width: 120 },
    { key: 'at', title: t('numbers.day'), text: ({ at }) => at.slice(0, 10), width: 110, sorts: inTime },
  ];
}
