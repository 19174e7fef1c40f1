import { Button, Form, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { OkOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import { paths } from '../../paths.ts';
import '../../department/texts.ts';
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
  const [search, setSearch] = useSearchParams();
  const items = useRoute('listItems', {});
  const departments = new Map(items.data?.items.map((row) => [row.departmentId, row.departmentName]));
  const own = me.posts.map(({ departmentId }) => departmentId).find((id) => departments.has(id));
  const departmentId = search.get('departmentId') ?? own ?? all;
  const words = search.get('q') ?? '';
  const wanted = (row: Row) =>
    (departmentId === all || row.departmentId === departmentId) &&
    words.split(/\s+/).every((word) => `${row.name} ${row.code}`.toLowerCase().includes(word.toLowerCase()));
  return (
    <DataTable<Row>
      key={`${departmentId} ${words} ${items.dataUpdatedAt}`}
      id="items"
      title={t('frame.items')}
      columns={columnsOf(t)}
      queryKey={['listItems', 'shown', departmentId, words]}
      load={async (page, signal) => {
        const found = await call('listItems', signal === undefined ? {} : { signal });
        return localPage(found.items.filter(wanted), page);
      }}
      rowKey={({ code }) => code}
      empty={t('department.noItems')}
      query={
        <Form
          layout="inline"
          className="no-print"
          key={`${departmentId} ${words} ${departments.size}`}
          initialValues={{ departmentId, q: words }}
          onFinish={(fields: Record<string, string>) => setSearch(fields)}
          style={{ rowGap: 8, marginBottom: 12 }}
        >
          <Form.Item name="departmentId" label={t('department.ofDepartment')}>
            <Select
              style={{ width: 240 }}
              options={[
                { value: all, label: t('department.allDepartments') },
                ...[...departments].map(([value, label]) => ({ value, label })),
              ]}
            />
          </Form.Item>
          <Form.Item name="q" label={t('department.words')}>
            <Input allowClear style={{ width: 240 }} maxLength={80} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t('frame.query')}
          </Button>
        </Form>
      }
    />
  );
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
