import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OkOf, QueryOf } from '../../../contract/routes.ts';
import { auditKinds } from '../../../domain/people/audit.ts';
import { addressOf, call } from '../../api.ts';
import type { Filter } from '../../filter/filters.ts';
import { timeSortField } from '../../filter/sort-field.ts';
import { inTime } from '../../filter/sorting.ts';
import { useFilters } from '../../filter/use-filters.ts';
import { inLanguage, bracketed } from '../../i18n/said.ts';
import type { Column } from '../../ui/column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { instantText } from '../../ui/words.ts';

type Row = OkOf<'listAudit'>['items'][number];
/** The audit: who signed in, changed accounts and posts, exported, saw unmasked data; narrowed by kind, person and days. */
export function Component() {
  const { t } = useTranslation();
  const filters = useFilters<QueryOf<'auditCsv'>>('audit', useAuditFields());
  return (
    <DataTable<Row>
      id="audit"
      title={t('audit.title')}
      queryKey={['listAudit', filters.asked]}
      load={(page, signal) => call('listAudit', { query: { ...filters.query, ...page }, ...(signal && { signal }) })}
      rowKey={({ id }) => id}
      filters={filters}
      actions={
        <Button icon={<DownloadOutlined />} href={addressOf('auditCsv', { query: filters.query })} download>
          {t('supervision.exportCsv')}
        </Button>
      }
      columns={columnsOf(t)}
    />
  );
}

function useAuditFields(): readonly Filter[] {
  const { t } = useTranslation();
  return [
    {
      is: 'choice',
      name: 'kind',
      title: t('audit.kind'),
      any: t('audit.allKinds'),
      options: Object.entries(auditKinds).map(([value, words]) => ({ value, label: inLanguage(words) })),
    },
    { is: 'words', name: 'who', title: t('audit.login'), most: 32 },
    { is: 'days', name: 'from', to: 'to', title: t('audit.days') },
    timeSortField(t),
  ];
}

function columnsOf(t: TFunction): readonly Column<Row>[] {
  return [
    { key: 'at', title: t('frame.time'), text: ({ at }) => instantText(at), width: 150, keep: true, sorts: inTime },
    { key: 'kind', title: t('audit.kind'), text: ({ kindTitle }) => inLanguage(kindTitle), width: 170, keep: true },
    {
      key: 'who',
      title: t('audit.who'),
      text: ({ who }) => (who === null ? null : nameOf(who)),
      width: 190,
      keep: true,
    },
    { key: 'about', title: t('audit.about'), text: ({ about }) => about, width: 420 },
    { key: 'address', title: t('audit.address'), text: ({ address }) => address, width: 140 },
    { key: 'id', title: t('audit.id'), text: ({ id }) => id, width: 300, hidden: true },
  ];
}

function nameOf({ name, login }: NonNullable<Row['who']>): string {
  return login === '' ? name : `${name}${bracketed(login)}`;
}
