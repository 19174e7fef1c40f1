import { MenuOutlined } from '@ant-design/icons';
import { Alert, Badge, Button, Flex, Layout, Menu } from 'antd';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { supervising } from '../../domain/people/roles.ts';
import { paths } from '../paths.ts';
import { useRoute } from '../queries.ts';
import { useMe, useSession } from '../session.tsx';
import { holdsOne } from '../me.ts';
import { Answered, Loading } from '../ui/states.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { BusinessClockBanner } from './business-clock.tsx';
import { entryOf } from './entry-of.ts';
import { Header } from './header.tsx';
import { isPageFor, landingFor, menuFor } from './menu.tsx';
import { NoPage } from './no-page.tsx';

const OwnPassword = lazy(() => import('./own-password.tsx').then((file) => ({ default: file.OwnPassword })));
const RedAlarm = lazy(() => import('../supervision/new-red.tsx').then((file) => ({ default: file.RedAlarm })));
/** Pages that are read for their warnings, by whomever. */
const watched: readonly string[] = [paths.board, paths.warnings];

/** The frame of staff pages: header, menu with counts, red banner of demonstrations. Nobody signed in: to the sign-in. */
export function StaffLayout({ children = <Outlet /> }: { children?: ReactNode }) {
  const { me, asking } = useSession();
  const location = useLocation();
  if (me === undefined) return <Answered query={asking}>{() => null}</Answered>;
  if (me === null) return <Navigate to={paths.signIn} replace state={{ from: location.pathname }} />;
  if (!me.mustChangePassword) return <Frame>{children}</Frame>;
  return (
    <Suspense fallback={<Loading />}>
      <OwnPassword />
    </Suspense>
  );
}

/** The first page of whoever is signed in. */
export function Home() {
  return <Navigate to={landingFor(useMe())} replace />;
}

function Frame({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { narrow, folded, fold } = useFolding();
  const { pathname } = useLocation();
  const me = useMe();
  const watches = holdsOne(me, supervising) || watched.includes(pathname);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#content">
        {t('frame.skip')}
      </a>
      <BusinessClockBanner />
      <Header>
        <Button
          type="text"
          style={{ color: '#fff' }}
          icon={<MenuOutlined />}
          aria-label={t('frame.menu')}
          aria-expanded={!folded}
          onClick={() => fold(!folded)}
        />
      </Header>
      <Layout hasSider>
        <Layout.Sider
          width={i18n.language === 'en' ? 230 : 208}
          theme="light"
          className={narrow ? 'sider-over' : 'sider-beside'}
          collapsedWidth={narrow ? 0 : 64}
          collapsible
          collapsed={folded}
          // The button stands in the header: antd's own lies on the last entry, and no key reaches it.
          trigger={null}
        >
          <MainMenu onGo={() => narrow && fold(true)} />
        </Layout.Sider>
        <Layout.Content id="content" tabIndex={-1} role="main" style={{ padding: 16, minWidth: 0 }}>
          {watches && (
            <Suspense>
              <RedAlarm />
            </Suspense>
          )}
          {me.held.length === 0 && (
            <Alert showIcon role="note" type="info" style={{ marginBottom: 12 }} title={t('frame.noPost')} />
          )}
          {isPageFor(me, pathname) ? children : <NoPage words={t('frame.notForYou')} />}
        </Layout.Content>
      </Layout>
      <ScrollRestoration />
    </Layout>
  );
}

/** The menu is folded away where the window is narrow, until somebody opens it. */
function useFolding() {
  const narrow = useNarrow(991);
  const [was, setWas] = useState(narrow);
  const [folded, fold] = useState(narrow);
  if (was !== narrow) {
    setWas(narrow);
    fold(narrow);
  }
  return { narrow, folded, fold };
}

function MainMenu({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const counters = useRoute('worklistCounters', {}, { refetchMs: 30_000 });
  const groups = menuFor(me);
  const entries = groups.flatMap((group) => group.entries);
  const [last, setLast] = useState<string | null>(null);
  const own = entryOf(
    pathname,
    entries.map(({ path }) => path),
    last,
  );
  if (own !== last && own !== null) setLast(own);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const entry = event.altKey && /^[1-9]$/.test(event.key) ? entries[Number(event.key) - 1] : undefined;
      if (entry === undefined) return;
      event.preventDefault();
      void navigate(entry.path);
    };
    window.addEventListener('keydown', jump);
    return () => window.removeEventListener('keydown', jump);
  });
  return (
    <nav aria-label={t('frame.menu')}>
      <Menu
        mode="inline"
        selectedKeys={own === null ? [] : [own]}
        onClick={({ key }) => {
          onGo();
          void navigate(key);
        }}
        items={groups.map(({ title, entries: inside }) => ({
          key: title,
          type: 'group' as const,
          label: t(title),
          children: inside.map(({ path, title: word, icon, count }) => ({
            key: path,
            icon,
            label: <EntryLabel word={t(word)} count={count === undefined ? undefined : counters.data?.[count]} />,
          })),
        }))}
      />
    </nav>
  );
}

function EntryLabel({ word, count }: { word: string; count: number | undefined }) {
  return (
    <Flex justify="space-between" align="center" gap={8}>
      <span>{word}</span>
      {count !== undefined && <Badge count={count} overflowCount={9_999} showZero={false} color="#595959" />}
    </Flex>
  );
}
