import { Select, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { columnTitle, columnsFor, neededColumns } from '../../domain/catalogue/columns.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { bracketed, inLanguage } from '../i18n/said.ts';
import type { ReadFile } from './read-file.ts';
import type { FileColumns } from './use-bringing.ts';

interface Props {
  readonly kind: CatalogueKind;
  readonly file: ReadFile;
  readonly columns: FileColumns;
  readonly onChange: (columns: FileColumns) => void;
}

/** Which column of the file holds what, with what stands in its first row. */
export function ColumnsForm({ kind, file, columns, onChange }: Props) {
  const { t } = useTranslation();
  const needed = neededColumns(kind);
  const options = file.heads.map((head, value) => ({ value, label: head === '' ? String(value + 1) : head }));
  const rows = columnsFor(kind).map((key) => ({ key, title: inLanguage(columnTitle(key, kind)), at: columns[key] }));
  return (
    <>
      <Typography.Paragraph>{t('catalogue.columnsLead')}</Typography.Paragraph>
      <Table
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 560 }}
        columns={[
          {
            title: t('catalogue.field'),
            width: 170,
            render: (_, { key, title }) =>
              needed.includes(key) ? `${title}${bracketed(t('catalogue.needed'))}` : title,
          },
          {
            title: t('catalogue.fileColumn'),
            width: 220,
            render: (_, { key, title, at }) => (
              <Select
                allowClear
                aria-label={title}
                style={{ width: '100%' }}
                placeholder={t('catalogue.noColumn')}
                status={at === undefined && needed.includes(key) ? 'error' : ''}
                options={options}
                {...(at !== undefined && { value: at })}
                onChange={(chosen: number | undefined) => onChange(without(columns, key, chosen))}
              />
            ),
          },
          {
            title: t('catalogue.sample'),
            render: (_, { at }) => (at === undefined ? '—' : (file.rows[0]?.cells[at] ?? '').slice(0, 60)),
          },
        ]}
      />
    </>
  );
}

function without(columns: FileColumns, key: keyof FileColumns, chosen: number | undefined): FileColumns {
  const { [key]: _, ...others } = columns;
  return chosen === undefined ? others : { ...others, [key]: chosen };
}
