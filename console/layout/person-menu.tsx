import { CheckOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../api.ts';
import { said, bracketed } from '../i18n/said.ts';
import { paths } from '../paths.ts';
import { useMe, useSession } from '../session.tsx';
import type { Me } from '../me.ts';
import { landingFor } from './menu.tsx';

type Post = Me['held'][number];

const keyOf = ({ role, departmentId }: Post) => `${role} ${departmentId}`;
const every = 'every';
const wordsOf = ({ role, roleTitle, departmentName }: Post) => `${departmentName} ${said('role', role, roleTitle)}`;

/** Who is signed in and in which post; whoever holds several takes one of them into use here, or all. */
export function PersonMenu({ style }: { style: { color: string } }) {
  const { t } = useTranslation();
  const me = useMe();
  const { end } = useSession();
  const navigate = useNavigate();
  const posts = usePostEntries(me);
  const items = [
    ...posts,
    {
      key: 'account',
      icon: <UserOutlined />,
      label: t('frame.account'),
      onClick: () => void navigate(paths.account),
    },
    { key: 'signOut', icon: <LogoutOutlined />, label: t('frame.signOut'), onClick: () => void end() },
  ];
  const [post, other] = me.posts;
  const words = post && other === undefined ? wordsOf(post) : t('frame.everyPost');
  const inPost = me.held.length > 0 ? bracketed(words) : '';
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" style={style} icon={<UserOutlined />} aria-label={`${me.name}${inPost}`}>
        <span>
          {me.name}
          <span className="wide">{inPost}</span>
        </span>
      </Button>
    </Dropdown>
  );
}

/** The posts to choose from, the one in use marked; none for whoever holds a single one. */
function usePostEntries({ held, posts }: Me) {
  const { t } = useTranslation();
  const change = useChangeOfPost();
  if (held.length < 2) return [];
  const inUse = posts.length === 1 && posts[0] ? keyOf(posts[0]) : every;
  const entry = (key: string, words: string) => ({
    key,
    label: key === inUse ? `${words}${bracketed(t('frame.inUse'))}` : words,
    icon: <CheckOutlined style={{ visibility: key === inUse ? 'visible' : 'hidden' }} />,
    onClick: () => void change(held.find((post) => keyOf(post) === key) ?? null),
  });
  return [
    {
      type: 'group' as const,
      key: 'posts',
      label: t('frame.switchPost'),
      children: [entry(every, t('frame.everyPost')), ...held.map((post) => entry(keyOf(post), wordsOf(post)))],
    },
    { type: 'divider' as const, key: 'divider' },
  ];
}

/** Takes a post into use (null: all) and opens the first page of whoever works in it. */
function useChangeOfPost(): (post: Post | null) => Promise<void> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { begin } = useSession();
  const navigate = useNavigate();
  return async (post) => {
    const chosen = post && { role: post.role, departmentId: post.departmentId };
    try {
      const next = await call('choosePost', { body: { post: chosen } });
      void navigate(landingFor(next));
      begin(next);
    } catch {
      void message.error(t('frame.postNotSwitched'));
    }
  };
}
