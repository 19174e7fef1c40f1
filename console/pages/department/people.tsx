import { Card, Flex, Table, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../../contract/routes.ts';
import { call } from '../../api.ts';
import '../../department/texts.ts';
import { useFilters } from '../../filter/use-filters.ts';
import { findColleagues } from '../../people/find-accounts.ts';
import type { Sought } from '../../people/find-accounts.ts';
import { usePeopleFields } from '../../people/people-fields.ts';
import { useRoute } from '../../queries.ts';
import { Accounts } from '../../people/accounts.tsx';
import { postWords } from '../../people/posts.tsx';
import { useMe } from '../../session.tsx';
import { mayCall } from '../../me.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Light } from '../../ui/light.tsx';
import { localPage } from '../../ui/local-page.ts';
import { Answered } from '../../ui/states.tsx';
import { keeping, supervising } from '../../../domain/people/roles.ts';
import { said } from '../../i18n/said.ts';

type Person = OkOf<'colleagues'>['items'][number];
type Department = OkOf<'listDepartments'>['items'][number];

/** People of one's departments with their posts, and who holds each role; for administrators the accounts they keep. */
export function Component() {
  const me = useMe();
  return mayCall(me, 'listUsers') ? <Accounts /> : <Colleagues />;
}

function Colleagues() {
  const { t } = useTranslation();
  const people = useRoute('colleagues', {});
  const filters = useFilters<Sought>('people', usePeopleFields());
  return (
    <Flex vertical gap={12}>
      <DataTable<Person>
        id="people"
        filters={filters}
        title={t('frame.people')}
        queryKey={['colleagues', 'table', filters.asked]}
        load={async (page, signal) =>
          localPage(
            findColleagues((await call('colleagues', signal === undefined ? {} : { signal })).items, filters.query),
            page,
          )
        }
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: t('department.person'), text: ({ name }) => name, width: 160, keep: true },
          { key: 'posts', title: t('department.posts'), text: postWords, width: 420 },
        ]}
      />
      <Answered query={people}>{({ items }) => <Roles people={items} />}</Answered>
    </Flex>
  );
}

/** Roles of the person's departments and who holds them; a vacant one is marked: its steps have nobody. */
function Roles({ people }: { people: readonly Person[] }) {
  const me = useMe();
  const departments = useRoute('listDepartments', {}, { staleMs: 600_000 });
  const own = new Set(me.posts.map(({ departmentId }) => departmentId));
  return (
    <Answered query={departments}>
      {({ items }) =>
        items
          .filter(({ id }) => own.has(id))
          .map((department) => <RolesOf key={department.id} department={department} people={people} />)
      }
    </Answered>
  );
}

function RolesOf({ department, people }: { department: Department; people: readonly Person[] }) {
  const { t } = useTranslation();
  const roles = useRoute('listRoles', {}, { staleMs: 600_000 });
  const { id, name, kind } = department;
  const belongs = (role: string) =>
    watching.has(role) === (kind === 'supervision') || holdersOf(people, role, id).length > 0;
  return (
    <Card
      size="small"
      title={
        <Typography.Title
          level={2}
          style={{ fontSize: 16, margin: 0 }}
        >{`${name} · ${t('department.posts')}`}</Typography.Title>
      }
    >
      <Answered query={roles}>
        {({ items }) => (
          <Table
            size="small"
            rowKey="role"
            pagination={false}
            dataSource={items.filter(({ role }) => belongs(role))}
            columns={[
              { title: t('frame.role'), render: (_v, { role, title }) => said('role', role, title) },
              {
                title: t('department.holders'),
                render: (_v, { role }) => <Holders holders={holdersOf(people, role, id)} />,
              },
            ]}
          />
        )}
      </Answered>
      <div className="why">{t('department.vacantNote')}</div>
    </Card>
  );
}

/** Roles that sit in a 营商局: vacant nowhere else, and no others are vacant there. */
const watching: ReadonlySet<string> = new Set([...supervising, ...keeping, 'governmentHead']);

function holdersOf(people: readonly Person[], role: string, departmentId: string): readonly Person[] {
  return people.filter(({ posts }) => posts.some((post) => post.role === role && post.departmentId === departmentId));
}

function Holders({ holders }: { holders: readonly Person[] }) {
  const { t } = useTranslation();
  if (holders.length === 0) return <Light colour="yellow">{t('department.vacant')}</Light>;
  return (
    <Flex wrap gap={4}>
      {holders.map(({ id, name }) => (
        <Tag key={id}>{name}</Tag>
      ))}
    </Flex>
  );
}
