import { Button, Flex, Layout } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { paths } from '../paths.ts';
import { LanguageButton } from './header.tsx';
import './public.css';

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
      <header className="no-print public-header">
        <Link to={paths.guide} className="brand">
          {t('frame.product')}
        </Link>
        <nav aria-label={t('frame.publicMenu')}>
          <NavLink to={paths.guide}>{t('frame.guide')}</NavLink>
          <NavLink to={paths.progress}>{t('frame.progress')}</NavLink>
          <NavLink to={paths.signIn}>{t('frame.signInTitle')}</NavLink>
        </nav>
        <Flex>
          <Button type="text" aria-pressed={large} onClick={toggle}>
            {t(large ? 'frame.normalText' : 'frame.largeText')}
          </Button>
          <LanguageButton />
        </Flex>
      </header>
      <Layout.Content id="content" tabIndex={-1} role="main" style={{ padding: 16, minWidth: 0 }}>
        <Outlet />
      </Layout.Content>
      <ScrollRestoration />
    </Layout>
  );
}
