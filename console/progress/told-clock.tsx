import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { Mark, State } from '../ui/plain.tsx';
import { limitText, remainingText, unitText } from '../ui/words.ts';
import { saidClock, joined, labelled } from '../i18n/said.ts';

type Clock = OkOf<'lookup'>['clocks'][number];

/** One clock in the applicant's words: days used of the limit, the date, why it stands, and every span that did not count. */
export function ToldClock({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const { title, limit, used, startedOn, endedOn, dueOn, provisional, stopped, stoppedWhy, extension } = clock;
  const unit = unitText(t, limit.unit === 'workday' ? 'workday' : 'calendarDay', used ?? 0);
  return (
    <li>
      <div className="row apart">
        <strong>{saidClock(clock.kind, title)}</strong>
        <ClockState clock={clock} />
      </div>
      <div className="number" style={{ fontSize: 16 }}>
        {joined(
          [
            t('public.usedOf', { used: used ?? '—', unit, limit: limitText(t, limit, clock.kind) }),
            ...(extension > 0 ? [t('public.extended', { count: extension })] : []),
          ],
          '，',
        )}
      </div>
      <div>
        {joined([t('public.startedOn', { day: startedOn }), untilText(t, clock)], '，')}
        {endedOn === null && dueOn !== null && provisional && (
          <>
            {' '}
            <Mark kind="warning">{t('public.provisional')}</Mark>
          </>
        )}
      </div>
      {stopped && stoppedWhy !== null && <div>{stoppedWhy}</div>}
      <Pauses clock={clock} />
    </li>
  );
}

function ClockState({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const { ended, overdue, stopped, limit } = clock;
  if (overdue) return <State colour="red">{remainingText(t, clock, limit.unit)}</State>;
  if (ended) return <State colour="grey">{t('case.ended')}</State>;
  if (stopped) return <State colour="stopped">{t('public.paused')}</State>;
  return <State colour="green">{remainingText(t, clock, limit.unit)}</State>;
}

function Pauses({ clock: { pauses } }: { clock: Clock }) {
  const { t } = useTranslation();
  const over = pauses.filter(({ to }) => to !== null);
  if (over.length === 0) return null;
  return (
    <details>
      <summary>{t('public.pauses')}</summary>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {over.map(({ from, to, why }) => (
          <li key={`${from} ${why}`}>{labelled(t('public.pauseSpan', { from, to: to ?? '' }), why)}</li>
        ))}
      </ul>
    </details>
  );
}

/** When it ended, or until when it runs. */
function untilText(t: TFunction, { endedOn, dueOn }: Clock): string {
  if (endedOn !== null) return t('public.endedOn', { day: endedOn });
  return dueOn === null ? t('public.dueStopped') : t('public.dueOn', { day: dueOn });
}
