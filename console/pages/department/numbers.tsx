import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { documentNames, numberedKinds } from '../../../domain/documents/kind-names.ts';
import type { OkOf, QueryOf } from '../../../contract/routes.ts';
import { addressOf, call } from '../../api.ts';
import '../../department/number-texts.ts';
import { DocumentTemplates } from '../../department/document-templates.tsx';
import { NumberPatterns } from '../../department/number-patterns.tsx';
import { inLanguage } from '../../i18n/said.ts';
import { Choice } from '../../ui/choice.tsx';
import type { Column } from '../../ui/column.ts';
import { CaseNumber } from '../../ui/case-number.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { QueryForm } from '../../ui/query-form.tsx';

type Row = OkOf<'documentNumbers'>['items'][number];
type Query = Pick<NonNullable<QueryOf<'documentNumbers'>>, 'kind' | 'state' | 'words'>;

/** How the person's departments number their documents, and the register with every number and its state. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  // The API checks what the address says.
  const query = Object.fromEntries(
    ['kind', 'state', 'words'].flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  ) as Query;
  return (
    <Flex vertical gap={12}>
      <NumberPatterns />
      <DocumentTemplates />
      <DataTable<Row>
        key={JSON.stringify(query)}
        id="document-numbers"
        title={t('numbers.register')}
        queryKey={['documentNumbers', query]}
        load={(page, signal) => call('documentNumbers', { query: { ...query, ...page }, ...(signal && { signal }) })}
        rowKey={({ id }) => id}
        query={<QueryBar query={query} />}
        columns={columnsOf(t)}
        empty={t('numbers.empty')}
        actions={
          <Button icon={<DownloadOutlined />} href={addressOf('documentNumbersCsv', { query })} download>
            {t('supervision.exportCsv')}
          </Button>
        }
      />
    </Flex>
  );
}

function QueryBar({ query }: { query: Query }) {
  const { t } = useTranslation();
  const states = ['reserved', 'used', 'void'] as const;
  return (
    <QueryForm asked={query}>
      <Form.Item name="kind" label={t('numbers.kind')}>
        <Choice
          any={t('numbers.allKinds')}
          width={220}
          options={numberedKinds.map((kind) => ({ value: kind, label: inLanguage(documentNames[kind].title) }))}
        />
      </Form.Item>
      <Form.Item name="state" label={t('numbers.state')}>
        <Choice
          any={t('numbers.allStates')}
          width={130}
          options={states.map((state) => ({ value: state, label: t(`numbers.${state}`) }))}
        />
      </Form.Item>
      <Form.Item name="words" label={t('numbers.words')}>
        <Input allowClear maxLength={100} style={{ width: 160 }} />
      </Form.Item>
    </QueryForm>
  );
}

function columnsOf(t: TFunction): readonly Column<Row>[] {
  return [
    { key: 'text', title: t('numbers.number'), text: ({ text }) => text, width: 200, keep: true },
    { key: 'kind', title: t('numbers.kind'), text: ({ title }) => inLanguage(title), width: 180 },
    {
      key: 'caseNo',
      title: t('numbers.caseNo'),
      text: ({ caseNo }) => caseNo,
      render: ({ caseId, caseNo }) => (caseNo === null ? '—' : <CaseNumber caseId={caseId} caseNo={caseNo} />),
      width: 200,
    },
    { key: 'state', title: t('numbers.state'), text: ({ stateTitle }) => inLanguage(stateTitle), width: 90 },
    { key: 'why', title: t('numbers.why'), text: ({ why }) => inLanguage(why), width: 260 },
    { key: 'by', title: t('numbers.by'), text: ({ by }) => by, width: 120 },
    { key: 'at', title: t('numbers.day'), text: ({ at }) => at.slice(0, 10), width: 110 },
  ];
}
