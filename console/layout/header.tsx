import { BellOutlined, GlobalOutlined } from '@ant-design/icons';
import { App, Badge, Button, Flex, Layout } from 'antd';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { switchLanguage } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { queryClient } from '../queries.ts';
import { useMe } from '../session.tsx';
import { Finder } from './finder.tsx';
import { PersonMenu } from './person-menu.tsx';

// With its popover: not of the first load.
const BusinessClockButton = lazy(() =>
  import('./clock-button.tsx').then((file) => ({ default: file.BusinessClockButton })),
);

const light = { color: '#fff' };

/** What the frame puts in front (the menu button of narrow screens), name of the product, finder, business clock, messages, language, and who is signed in with which post. */
export function Header({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  return (
    <Layout.Header className="no-print">
      <Flex wrap align="center" justify="space-between" gap="0 12px" style={{ minHeight: '100%' }}>
        <Flex align="center" gap={8}>
          {children}
          <Link to={paths.desk} style={{ ...light, fontSize: 18, fontWeight: 600, whiteSpace: 'nowrap' }}>
            <span className="wide">{t('frame.productLong')}</span>
            <span className="narrow">{t('frame.product')}</span>
          </Link>
        </Flex>
        <Flex align="center" className="tools" gap={4}>
          <Finder />
          <Suspense fallback={null}>
            <BusinessClockButton />
          </Suspense>
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
          <PersonMenu style={light} />
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
      <span className="wide">{t('frame.language')}</span>
    </Button>
  );
}
