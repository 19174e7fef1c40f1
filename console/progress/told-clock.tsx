import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { Light } from '../ui/light.tsx';
import { limitText, remainingText, unitText } from '../ui/words.ts';
import { saidClock } from '../i18n/said.ts';

type Clock = OkOf<'lookup'>['clocks'][number];

/** One clock in the applicant's words: days used of the limit, the date, why it stands, and every span that did not count. */
export function ToldClock({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const { title, limit, used, startedOn, endedOn, dueOn, provisional, stopped, stoppedWhy, extension } = clock;
  const unit = unitText(t, limit.unit === 'workday' ? 'workday' : 'calendarDay');
  return (
    <li>
      <Flex wrap justify="space-between" align="center" gap={8}>
        <strong>{saidClock(clock.kind, title)}</strong>
        <State clock={clock} />
      </Flex>
      <div className="number" style={{ fontSize: 16 }}>
        {t('public.usedOf', { used: used ?? '—', unit, limit: limitText(t, limit) })}
        {extension > 0 && `，${t('public.extended', { count: extension })}`}
      </div>
      <div>
        {t('public.startedOn', { day: startedOn })}，
        {endedOn !== null
          ? t('public.endedOn', { day: endedOn })
          : dueOn === null
            ? t('public.dueStopped')
            : t('public.dueOn', { day: dueOn })}
        {endedOn === null && dueOn !== null && provisional && (
          <>
            {' '}
            <Tag color="warning">{t('public.provisional')}</Tag>
          </>
        )}
      </div>
      {stopped && stoppedWhy !== null && <div>{stoppedWhy}</div>}
      <Pauses clock={clock} />
    </li>
  );
}

function State({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const { ended, overdue, stopped, limit } = clock;
  if (overdue) return <Light colour="red">{remainingText(t, clock, limit.unit)}</Light>;
  if (ended) return <Light colour="grey">{t('case.ended')}</Light>;
  if (stopped) return <Light colour="stopped">{t('public.paused')}</Light>;
  return <Light colour="green">{remainingText(t, clock, limit.unit)}</Light>;
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
          <li key={`${from} ${why}`}>
            {t('public.pauseSpan', { from, to: to ?? '' })}：{why}
          </li>
        ))}
      </ul>
    </details>
  );
}
