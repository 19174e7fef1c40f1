import { Button, Flex, Layout } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { paths } from '../paths.ts';
import { LanguageButton } from './header.tsx';

const storageKey = 'shixian.largeText';

/** The frame of pages for everybody: guide, progress, sign-in; larger text on request (适老化), usable at 360 px. */
export function PublicLayout() {
  const { t } = useTranslation();
  const [large, setLarge] = useState(localStorage.getItem(storageKey) === 'yes');
  const toggle = () => {
    localStorage.setItem(storageKey, large ? 'no' : 'yes');
    setLarge(!large);
  };
  return (
    <Layout style={{ minHeight: '100vh' }} className={large ? 'large-text' : ''}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header
        className="no-print"
        style={{ background: '#fff', borderBottom: '1px solid #d9d9d9', padding: '8px 16px' }}
      >
        <Flex wrap align="center" justify="space-between" gap={8}>
          <Link to={paths.home} style={{ fontSize: 18, fontWeight: 600 }}>
            {t('frame.product')}
          </Link>
          <Flex wrap align="center" gap={4}>
            <Link to={paths.guide}>{t('frame.guide')}</Link>
            <Link to={paths.progress} style={{ marginInline: 8 }}>
              {t('frame.progress')}
            </Link>
            <Link to={paths.signIn}>{t('frame.signInTitle')}</Link>
            <Button type="text" aria-pressed={large} onClick={toggle}>
              {t(large ? 'frame.normalText' : 'frame.largeText')}
            </Button>
            <LanguageButton />
          </Flex>
        </Flex>
      </header>
      <Layout.Content id="content" tabIndex={-1} role="main" style={{ padding: 16, minWidth: 0 }}>
        <Outlet />
      </Layout.Content>
      <ScrollRestoration />
    </Layout>
  );
}
