import { App, Button, Descriptions, Drawer, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../domain/people/roles.ts';
import { call } from '../api.ts';
import { mayCall } from '../me.ts';
import { useMe } from '../session.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { AccountState } from './account-state.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { stateOf } from './find-accounts.ts';
import type { User } from './find-accounts.ts';
import { Posts } from './posts.tsx';
import { PostsDialog } from './posts-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { useWrite } from './use-write.ts';
import './texts.ts';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
}

type Act = 'posts' | 'reset' | 'unlock' | 'disable' | 'enable';

/** One account: its posts, how it stands, and what may be done with it. */
export function PersonDrawer({ user, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Drawer open size={560} title={user.name} onClose={onClose} closable={{ 'aria-label': t('frame.close') }}>
      <Flex vertical gap={16}>
        <Descriptions
          bordered
          size="small"
          column={1}
          items={[
            { key: 'login', label: t('department.login'), children: user.login },
            { key: 'home', label: t('people.home'), children: user.home?.departmentName ?? t('people.noHome') },
            { key: 'state', label: t('department.account'), children: <AccountState user={user} /> },
            { key: 'posts', label: t('department.posts'), children: <Posts posts={user.posts} /> },
          ]}
        />
        <Acts user={user} />
      </Flex>
    </Drawer>
  );
}

function Acts({ user }: Pick<Props, 'user'>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const me = useMe();
  const keepsAccounts = mayCall(me, 'changeUser');
  const acts = actsFor(user, { keepsAccounts, givesPosts: mayCall(me, 'setPosts') });
  const [asked, setAsked] = useState<Act | null>(null);
  const { busy, error, write } = useWrite();
  const unlock = async () => {
    const body = { unlock: true } as const;
    const done = await write(() => call('changeUser', { params: { userId: user.id }, body }));
    if (done !== null) void message.success(t('people.unlockDone', { name: user.name }));
  };
  const close = () => setAsked(null);
  if (user.id === me.id) return <p className="why">{t('people.ownAccount')}</p>;
  return (
    <>
      <ProblemAlert error={error} />
      {acts.map((act) => (
        <Flex key={act} gap={12} align="center">
          <Button
            style={{ minWidth: 104 }}
            danger={act === 'disable'}
            loading={act === 'unlock' && busy}
            onClick={() => (act === 'unlock' ? void unlock() : setAsked(act))}
          >
            {t(`people.${act}`)}
          </Button>
          <span className="why">{t(`people.${act}Why`)}</span>
        </Flex>
      ))}
      {!acts.includes('posts') && <p className="why">{t('people.postsElse')}</p>}
      {!keepsAccounts && <p className="why">{t('people.accountElse')}</p>}
      {keepsAccounts && !acts.includes('reset') && <p className="why">{t('people.resetElse')}</p>}
      {asked === 'posts' && <PostsDialog user={user} onClose={close} />}
      {asked === 'reset' && <ResetDialog user={user} onClose={close} />}
      {(asked === 'disable' || asked === 'enable') && <DisableDialog user={user} onClose={close} />}
    </>
  );
}

/** What the reader may do with an account as it stands. */
function actsFor(user: User, may: { readonly keepsAccounts: boolean; readonly givesPosts: boolean }): readonly Act[] {
  const posts: readonly Act[] = may.givesPosts ? ['posts'] : [];
  if (!may.keepsAccounts) return posts;
  const unlock: readonly Act[] = stateOf(user) === 'locked' ? ['unlock'] : [];
  // With the password of another kind of administrator one hand would hold two kinds.
  const reset: readonly Act[] = user.posts.some(({ role }) => otherKinds.includes(role)) ? [] : ['reset'];
  return [...unlock, ...posts, ...reset, user.disabled ? 'enable' : 'disable'];
}

const otherKinds: readonly Role[] = ['securityAdmin', 'auditAdmin'];
