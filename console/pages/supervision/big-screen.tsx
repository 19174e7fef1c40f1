import { CheckCircleOutlined, ExclamationCircleOutlined, FullscreenOutlined, StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { isPageFor } from '../../layout/menu.tsx';
import { NoPage } from '../../layout/no-page.tsx';
import { paths } from '../../paths.ts';
import { useRoute } from '../../queries.ts';
import { useSession } from '../../session.tsx';
import { linesOf, openOf, sumOf } from '../../supervision/counts.ts';
import type { Board } from '../../supervision/counts.ts';
import { LiveState } from '../../supervision/live-state.tsx';
import { useNewRed, useNewRedText, useRedWarnings } from '../../supervision/new-red.tsx';
import '../../supervision/screen.css';
import { OpenRed, OverdueSteps } from '../../supervision/screen-side.tsx';
import { ScreenTable } from '../../supervision/screen-table.tsx';
import { useLive } from '../../ui/live.ts';
import { Answered } from '../../ui/states.tsx';

/** The board on a wall: dark, 1920 by 1080, read from afar, kept up to date by itself. Nobody signed in: to the sign-in. */
export function Component() {
  const { t } = useTranslation();
  const { me, asking } = useSession();
  if (me === undefined) return <Answered query={asking}>{() => null}</Answered>;
  if (me === null) return <Navigate to={paths.signIn} replace state={{ from: paths.bigScreen }} />;
  if (!isPageFor(me, paths.bigScreen)) {
    return (
      <main>
        <NoPage words={t('frame.notForYou')} />
      </main>
    );
  }
  return <Screen />;
}

function Screen() {
  const { t } = useTranslation();
  const { connected } = useLive();
  const board = useRoute('board', {}, { refetchMs: 60_000 });
  const red = useRedWarnings();
  const fresh = useNewRed(red.data?.items);
  const alarm = useNewRedText(fresh);
  return (
    <main className="screen">
      <header>
        <h1>{t('supervision.board')}</h1>
        <span className="quiet">
          <LiveState connected={connected} at={board.data?.at} />
        </span>
        <span className="row">
          <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
            <FullscreenOutlined aria-hidden /> {t('supervision.fullScreen')}
          </button>
          <Link className="button" to={paths.board}>
            {t('supervision.leaveBigScreen')}
          </Link>
        </span>
      </header>
      <div role="status" aria-live="assertive" aria-atomic="true">
        {fresh.length > 0 && (
          <div className="alarm">
            <StopOutlined aria-hidden /> {alarm}
          </div>
        )}
      </div>
      <Answered query={board}>
        {(data) => (
          <>
            <Totals board={data} />
            <div className="columns">
              <ScreenTable lines={linesOf(data.rows)} />
              <div className="side">
                <OpenRed red={red} />
                <OverdueSteps />
              </div>
            </div>
          </>
        )}
      </Answered>
    </main>
  );
}

function Totals({ board }: { board: Board }) {
  const { t } = useTranslation();
  const sum = sumOf(board.rows);
  return (
    <section className="totals" aria-label={t('supervision.open')}>
      <Figure title={t('supervision.open')} value={openOf(sum)} />
      <Figure title={t('supervision.red')} value={sum.red} tone="red" icon={<StopOutlined aria-hidden />} />
      <Figure
        title={t('supervision.yellow')}
        value={sum.yellow}
        tone="yellow"
        icon={<ExclamationCircleOutlined aria-hidden />}
      />
      <Figure
        title={t('supervision.green')}
        value={sum.green}
        tone="green"
        icon={<CheckCircleOutlined aria-hidden />}
      />
      <Figure
        title={`${t('supervision.ledgerOpen')} / ${t('supervision.ledgerOverdue')}`}
        value={`${board.ledger.open} / ${board.ledger.overdue}`}
      />
    </section>
  );
}

interface FigureProps {
  readonly title: string;
  readonly value: number | string;
  readonly tone?: string;
  readonly icon?: ReactNode;
}

function Figure({ title, value, tone, icon }: FigureProps) {
  return (
    <div className="panel">
      <div className={tone ?? 'quiet'}>
        {icon} {title}
      </div>
      <div className={`figure ${tone ?? ''}`}>{value}</div>
    </div>
  );
}
