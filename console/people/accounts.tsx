import '../department/texts.ts';
import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { call } from '../api.ts';
import { mayCall } from '../me.ts';
import { paths } from '../paths.ts';
import { useFilters } from '../filter/use-filters.ts';
import type { Filters } from '../filter/use-filters.ts';
import { forget, useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { localPage } from '../ui/local-page.ts';
import { AccountState } from './account-state.tsx';
import { findAccounts, stateOf } from './find-accounts.ts';
import type { Sought, User } from './find-accounts.ts';
import { NewAccountDialog } from './new-account.tsx';
import { useAccountFields } from './people-fields.ts';
import { PersonDrawer } from './person-drawer.tsx';
import { Posts, postWords } from './posts.tsx';
import './texts.ts';

/** The accounts in one's reach: sought by the address, and the person that is opened stands there too. */
export function Accounts() {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [isMaking, setMaking] = useState(false);
  const asked = useFilters<Sought>('people', useAccountFields());
  const filters: Filters<Sought> = {
    ...asked,
    choose: (next) => {
      asked.choose(next);
      // Who presses 查询 asks how the accounts stand now.
      void forget('listUsers');
    },
  };
  const opened = search.get('person');
  const addressOf = (id: string) =>
    `${paths.people}?${new URLSearchParams({ ...filters.asked, person: id }).toString()}`;
  const users = useRoute('listUsers', {}, { enabled: opened !== null });
  const user = users.data?.items.find(({ id }) => id === opened);
  return (
    <>
      <List
        filters={filters}
        addressOf={addressOf}
        onMake={mayCall(me, 'createUser') ? () => setMaking(true) : undefined}
      />
      <p className="why no-print">{t('people.hint')}</p>
      {isMaking && (
        <NewAccountDialog
          onClose={() => setMaking(false)}
          onMade={({ id }) => {
            setMaking(false);
            setSearch({ ...filters.asked, person: id });
          }}
        />
      )}
      {user && <PersonDrawer key={user.id} user={user} onClose={() => filters.choose(filters.asked)} />}
    </>
  );
}

interface ListProps {
  readonly filters: Filters<Sought>;
  readonly addressOf: (id: string) => string;
  readonly onMake: (() => void) | undefined;
}

function List({ filters, addressOf, onMake }: ListProps) {
  const { t } = useTranslation();
  return (
    <DataTable<User>
      id="accounts"
      title={t('frame.people')}
      queryKey={['listUsers', 'table', filters.asked]}
      filters={filters}
      load={async (page, signal) =>
        localPage(
          findAccounts((await call('listUsers', signal === undefined ? {} : { signal })).items, filters.query),
          page,
        )
      }
      rowKey={({ id }) => id}
      open={({ id }) => addressOf(id)}
      empty={t('people.noneFound')}
      actions={
        onMake && (
          <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={onMake}>
            {t('people.make')}
          </Button>
        )
      }
      columns={[
        {
          key: 'name',
          title: t('department.person'),
          text: ({ name }) => name,
          render: ({ id, name }) => <Link to={addressOf(id)}>{name}</Link>,
          width: 120,
          keep: true,
        },
        { key: 'login', title: t('department.login'), text: ({ login }) => login, width: 150 },
        { key: 'home', title: t('people.home'), text: ({ home }) => home?.departmentName ?? null, width: 160 },
        {
          key: 'account',
          title: t('department.account'),
          text: (user) => t(`people.state_${stateOf(user)}`),
          render: (user) => <AccountState user={user} />,
          width: 120,
        },
        {
          key: 'posts',
          title: t('department.posts'),
          text: postWords,
          render: ({ posts }) => <Posts posts={posts} />,
          width: 380,
        },
      ]}
    />
  );
}
