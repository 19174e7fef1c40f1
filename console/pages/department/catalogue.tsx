import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { OkOf, QueryOf } from '../../../contract/routes.ts';
import { catalogueKinds, entryStates, itemTypes, useLevels } from '../../../domain/catalogue/words.ts';
import type { Said } from '../../../domain/words/said.ts';
import { addressOf, call } from '../../api.ts';
import '../../catalogue/texts.ts';
import { wordOf, wordsOf } from '../../catalogue/words-of.ts';
import type { Filter } from '../../filter/filters.ts';
import { useFilters } from '../../filter/use-filters.ts';
import { inLanguage } from '../../i18n/said.ts';
import { mayCall } from '../../me.ts';
import { paths } from '../../paths.ts';
import { useMe } from '../../session.tsx';
import type { Column } from '../../ui/column.ts';
import { DataTable } from '../../ui/data-table.tsx';

type Row = OkOf<'listEntries'>['items'][number];

/** 实施清单 or 基本目录: found by words and codes, exported as it can be imported. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const filters = useFilters<QueryOf<'entriesCsv'>>('catalogue', fieldsOf(t));
  return (
    <DataTable<Row>
      key={filters.key}
      id="catalogue"
      title={t('catalogue.title')}
      columns={columnsOf(t)}
      queryKey={['listEntries', filters.asked]}
      load={(page, signal) => call('listEntries', { query: { ...filters.query, ...page }, ...(signal && { signal }) })}
      rowKey={({ scheme, code }) => `${scheme} ${code}`}
      empty={t('catalogue.empty')}
      filters={filters}
      actions={
        <>
          {mayCall(me, 'startImport') && (
            <Button type="primary" onClick={() => void navigate(paths.newImport)}>
              {t('catalogue.bring')}
            </Button>
          )}
          <Button onClick={() => void navigate(paths.catalogueFigures)}>{t('catalogue.figures')}</Button>
          <Button icon={<DownloadOutlined />} href={addressOf('entriesCsv', { query: filters.query })} download>
            {t('catalogue.export')}
          </Button>
        </>
      }
    />
  );
}

function fieldsOf(t: TFunction): readonly Filter[] {
  const options = (table: Readonly<Record<string, Said>>) =>
    Object.entries(table).map(([value, words]) => ({ value, label: inLanguage(words) }));
  return [
    {
      is: 'choice',
      name: 'kind',
      title: t('catalogue.kind'),
      any: inLanguage(catalogueKinds.implementing),
      options: [{ value: 'basic', label: inLanguage(catalogueKinds.basic) }],
    },
    {
      is: 'choice',
      name: 'type',
      title: t('catalogue.type'),
      any: t('catalogue.allTypes'),
      options: options(itemTypes),
    },
    {
      is: 'choice',
      name: 'level',
      title: t('catalogue.level'),
      any: t('catalogue.allLevels'),
      options: options(useLevels),
    },
    {
      is: 'choice',
      name: 'state',
      title: t('catalogue.state'),
      any: t('catalogue.allStates'),
      options: options(entryStates),
    },
    {
      is: 'choice',
      name: 'differs',
      title: t('catalogue.differs'),
      any: t('catalogue.differsOrNot'),
      options: [{ value: 'true', label: t('catalogue.differsOnly') }],
    },
    { is: 'words', name: 'find', title: t('catalogue.find'), most: 80, unkept: true },
  ];
}

function columnsOf(t: TFunction): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      title: t('catalogue.name'),
      text: ({ name }) => name,
      render: ({ kind, scheme, code, name }) => <Link to={paths.oneEntry(kind, scheme, code)}>{name}</Link>,
      width: 300,
      keep: true,
    },
    { key: 'type', title: t('catalogue.type'), text: ({ type }) => wordOf(itemTypes, type), width: 110 },
    { key: 'department', title: t('catalogue.department'), text: ({ department }) => department, width: 160 },
    { key: 'level', title: t('catalogue.level'), text: ({ levels }) => wordsOf(useLevels, levels), width: 120 },
    { key: 'state', title: t('catalogue.state'), text: ({ state }) => wordOf(entryStates, state), width: 90 },
    { key: 'region', title: t('catalogue.region'), text: ({ region }) => region, width: 130, hidden: true },
    { key: 'mainName', title: t('catalogue.mainName'), text: ({ mainName }) => mainName, width: 200, hidden: true },
    { key: 'code', title: t('catalogue.code'), text: ({ code }) => code, width: 320 },
  ];
}
