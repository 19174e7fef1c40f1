import { BellOutlined, GlobalOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { App, Badge, Button, Dropdown, Flex, Layout } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { switchLanguage } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { queryClient } from '../queries.ts';
import { useMe, useSession } from '../session.tsx';
import { BusinessClockButton } from './business-clock.tsx';
import { said } from '../i18n/said.ts';

const light = { color: '#fff' };

/** Name of the product, business clock, messages, language, and who is signed in with which post. */
export function Header() {
  const { t } = useTranslation();
  const me = useMe();
  const { end } = useSession();
  const navigate = useNavigate();
  const post = me.posts[0];
  const items = [
    ...me.posts.map(({ role, roleTitle, departmentId, departmentName }) => ({
      key: `${role} ${departmentId}`,
      label: `${said('role', role, roleTitle)} · ${departmentName}`,
      disabled: true,
    })),
    { type: 'divider' as const, key: 'divider' },
    { key: 'account', icon: <UserOutlined />, label: t('frame.account') },
    { key: 'signOut', icon: <LogoutOutlined />, label: t('frame.signOut') },
  ];
  return (
    <Layout.Header className="no-print">
      <Flex align="center" justify="space-between" gap={12} style={{ height: '100%' }}>
        <Link to={paths.home} style={{ ...light, fontSize: 18, fontWeight: 600, whiteSpace: 'nowrap' }}>
          {t('frame.productLong')}
        </Link>
        <Flex align="center" gap={4}>
          <BusinessClockButton />
          <Badge dot={me.unread > 0} offset={[-8, 8]}>
            <Button
              type="text"
              style={light}
              icon={<BellOutlined />}
              aria-label={`${t('frame.messages')} ${t('frame.unread', { count: me.unread })}`}
              onClick={() => void navigate(paths.messages)}
            />
          </Badge>
          <LanguageButton style={light} />
          <Dropdown
            trigger={['click']}
            menu={{
              items,
              onClick: ({ key }) => void (key === 'signOut' ? end() : navigate(paths.account)),
            }}
          >
            <Button type="text" style={light} icon={<UserOutlined />}>
              {me.name}
              {post &&
                `（${post.departmentName} ${said('role', post.role, post.roleTitle)}${me.posts.length > 1 ? '…' : ''}）`}
            </Button>
          </Dropdown>
        </Flex>
      </Flex>
    </Layout.Header>
  );
}

/** Chinese or English, remembered on this machine. */
export function LanguageButton({ style }: { style?: { color: string } }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const change = async () => {
    try {
      await switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en');
      // Why something is refused is told in the language that was asked in.
      await queryClient.invalidateQueries();
    } catch {
      void message.error(t('frame.notLoaded'));
    }
  };
  return (
    <Button
      type="text"
      {...(style === undefined ? {} : { style })}
      icon={<GlobalOutlined />}
      aria-label={t('frame.languageLabel')}
      onClick={() => void change()}
    >
      {t('frame.language')}
    </Button>
  );
}
