import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import { paths } from '../../paths.ts';
import '../../department/texts.ts';
import type { Filter } from '../../filter/filters.ts';
import { useFilters } from '../../filter/use-filters.ts';
import { useRoute } from '../../queries.ts';
import { useMe } from '../../session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/column.ts';
import { Light } from '../../ui/light.tsx';
import { localPage } from '../../ui/local-page.ts';

type Row = OkOf<'listItems'>['items'][number];
const all = 'all';

/** The items of one's department, or of all, with the version in force and what waits to be published. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const items = useRoute('listItems', {});
  const departments = new Map(items.data?.items.map((row) => [row.departmentId, row.departmentName]));
  const own = me.posts.map(({ departmentId }) => departmentId).find((id) => departments.has(id));
  const filters = useFilters<{ departmentId?: string; q?: string }>('items', fieldsOf(t, departments, own));
  const { departmentId = own ?? all, q = '' } = filters.query;
  const wanted = (row: Row) =>
    (departmentId === all || row.departmentId === departmentId) &&
    q.split(/\s+/).every((word) => `${row.name} ${row.code}`.toLowerCase().includes(word.toLowerCase()));
  return (
    <DataTable<Row>
      key={`${departmentId} ${q} ${items.dataUpdatedAt}`}
      id="items"
      title={t('frame.items')}
      columns={columnsOf(t)}
      queryKey={['listItems', 'shown', departmentId, q]}
      load={async (page, signal) => {
        const found = await call('listItems', signal === undefined ? {} : { signal });
        return localPage(found.items.filter(wanted), page);
      }}
      rowKey={({ code }) => code}
      empty={t('department.noItems')}
      filters={filters}
    />
  );
}

/** Nothing chosen is one's own department, where one has items. */
function fieldsOf(t: TFunction, departments: ReadonlyMap<string, string>, own: string | undefined): readonly Filter[] {
  const everywhere = { value: all, label: t('department.allDepartments') };
  const others = [...departments].filter(([id]) => id !== own).map(([value, label]) => ({ value, label }));
  return [
    {
      is: 'choice',
      name: 'departmentId',
      title: t('department.ofDepartment'),
      any: departments.get(own ?? '') ?? t('department.allDepartments'),
      options: own === undefined ? others : [everywhere, ...others],
    },
    { is: 'words', name: 'q', title: t('department.words'), most: 80 },
  ];
}

function columnsOf(t: TFunction): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      title: t('department.name'),
      text: ({ name }) => name,
      render: ({ code, name }) => <Link to={paths.item(code)}>{name}</Link>,
      width: 260,
      keep: true,
    },
    { key: 'department', title: t('department.ofDepartment'), text: (row) => row.departmentName, width: 220 },
    {
      key: 'version',
      title: t('department.inForce'),
      text: ({ publishedVersion: version }) =>
        version === null ? t('department.notPublished') : t('department.version', { version }),
      width: 120,
    },
    {
      key: 'drafts',
      title: t('department.drafts'),
      text: ({ drafts }) => drafts,
      render: ({ code, drafts }) =>
        drafts === 0 ? (
          '—'
        ) : (
          <Link to={`${paths.item(code)}?tab=versions`}>
            <Light colour="yellow">{t('department.draftsCount', { count: drafts })}</Light>
          </Link>
        ),
      width: 110,
    },
    { key: 'code', title: t('department.code'), text: ({ code }) => code, width: 300 },
  ];
}
