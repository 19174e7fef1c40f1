import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router';
import { switchLanguage } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { queryClient } from '../queries.ts';
import '../ui/plain.css';
import './public.css';

const storageKey = 'shixian.largeText';

/** The frame of pages for everybody: front, guide, progress, sign-in; larger text on request (适老化), usable at 360 px. Without antd. */
export function PublicLayout({ children = <Outlet /> }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const [large, setLarge] = useState(localStorage.getItem(storageKey) === 'yes');
  const toggle = () => {
    localStorage.setItem(storageKey, large ? 'no' : 'yes');
    setLarge(!large);
  };
  return (
    <div className={large ? 'public large-text' : 'public'}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <header className="no-print public-header">
        <Link to={paths.home} className="brand">
          {t('frame.product')}
        </Link>
        <nav aria-label={t('frame.publicMenu')}>
          <NavLink to={paths.guide}>{t('frame.guide')}</NavLink>
          <NavLink to={paths.progress}>{t('frame.progress')}</NavLink>
          <NavLink to={paths.signIn}>{t('frame.signInTitle')}</NavLink>
        </nav>
        <div>
          <button type="button" className="button bare" aria-pressed={large} onClick={toggle}>
            {t(large ? 'frame.normalText' : 'frame.largeText')}
          </button>
          <Language />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <ScrollRestoration />
    </div>
  );
}

/** Chinese or English, remembered on this machine; where the texts do not load, it stays as it is. */
function Language() {
  const { t, i18n } = useTranslation();
  const change = async () => {
    await switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en').catch(() => undefined);
    await queryClient.invalidateQueries();
  };
  return (
    <button type="button" className="button bare" aria-label={t('frame.languageLabel')} onClick={() => void change()}>
      {t('frame.language')}
    </button>
  );
}
