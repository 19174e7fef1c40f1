import '../department/texts.ts';
import { UserAddOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { call } from '../api.ts';
import { mayCall } from '../me.ts';
import { paths } from '../paths.ts';
import { forget, useRoute } from '../queries.ts';
import { useMe } from '../session.tsx';
import { inAddress } from '../ui/address.ts';
import { DataTable } from '../ui/data-table.tsx';
import { localPage } from '../ui/local-page.ts';
import { AccountState } from './account-state.tsx';
import { AccountsQuery } from './accounts-query.tsx';
import { findAccounts, soughtIn, stateOf } from './find-accounts.ts';
import type { User } from './find-accounts.ts';
import { NewAccountDialog } from './new-account.tsx';
import { PersonDrawer } from './person-drawer.tsx';
import { Posts, postWords } from './posts.tsx';
import './texts.ts';

/** The accounts in one's reach: sought by the address, and the person that is opened stands there too. */
export function Accounts() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [isMaking, setMaking] = useState(false);
  const sought = soughtIn(search);
  const opened = search.get('person');
  const addressOf = (id: string) =>
    `${paths.people}?${new URLSearchParams({ ...inAddress(sought), person: id }).toString()}`;
  const users = useRoute('listUsers', {}, { enabled: opened !== null });
  const user = users.data?.items.find(({ id }) => id === opened);
  return (
    <>
      <Flex vertical gap={12}>
        <AccountsQuery
          sought={sought}
          onSeek={(next) => {
            setSearch(inAddress(next));
            // Who presses 查询 asks how the accounts stand now.
            void forget('listUsers');
          }}
        />
        <List
          sought={sought}
          addressOf={addressOf}
          onMake={mayCall(me, 'createUser') ? () => setMaking(true) : undefined}
        />
      </Flex>
      {isMaking && (
        <NewAccountDialog
          onClose={() => setMaking(false)}
          onMade={({ id }) => {
            setMaking(false);
            setSearch({ ...inAddress(sought), person: id });
          }}
        />
      )}
      {user && <PersonDrawer key={user.id} user={user} onClose={() => setSearch(inAddress(sought))} />}
    </>
  );
}

interface ListProps {
  readonly sought: ReturnType<typeof soughtIn>;
  readonly addressOf: (id: string) => string;
  readonly onMake: (() => void) | undefined;
}

function List({ sought, addressOf, onMake }: ListProps) {
  const { t } = useTranslation();
  return (
    <DataTable<User>
      key={JSON.stringify(sought)}
      id="accounts"
      title={t('frame.people')}
      queryKey={['listUsers', 'table', sought]}
      load={async (page, signal) =>
        localPage(findAccounts((await call('listUsers', signal === undefined ? {} : { signal })).items, sought), page)
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
