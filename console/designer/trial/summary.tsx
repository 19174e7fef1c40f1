import { useTranslation } from 'react-i18next';
import { caseResults } from '../../../domain/case/filing.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { clockKinds, levels } from '../../../domain/flow/definition.ts';
import type { FlowDefinition, Level } from '../../../domain/flow/definition.ts';
import type { TrialClock } from '../../../domain/flow/simulate/told.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';
import { inLanguage, labelled } from '../../i18n/said.ts';
import { Light } from '../../ui/light.tsx';
import { cardLight } from '../../theme.ts';
import { dayText, lastingText, titlesOf } from './words.ts';

/** How the case ends: the day, what is left of promise and law, the warnings, and the steps that decide the end. */
export function Summary({ definition, trial }: { definition: FlowDefinition; trial: Trial }) {
  const { t } = useTranslation();
  const titles = titlesOf(definition);
  const { state, steps, clocks } = trial;
  const result = inLanguage(caseResults[state.result ?? 'withdrawn']);
  const closedOn = civilDateOf(state.closedAt ?? state.last);
  const path = steps.filter(({ critical }) => critical).map(({ id }) => titles.step(id));
  return (
    <section className="trial-summary" aria-label={t('trial.result')} aria-live="polite">
      <strong>
        {state.decidedOn === null
          ? t('trial.closes', { day: dayText(closedOn), result })
          : t('trial.ends', { day: dayText(state.decidedOn), result })}
      </strong>
      <ul>
        {clocks
          .filter(({ kind }) => kind === 'promised' || kind === 'statutory')
          .map((clock) => (
            <li key={clock.id}>
              <Left clock={clock} />
            </li>
          ))}
        <li>
          <Warned trial={trial} />
        </li>
      </ul>
      {path.length > 0 && <p className="trial-path">{labelled(t('trial.path'), path.join(' → '))}</p>}
    </section>
  );
}

/** What is left of a limit on the day of the decision. */
function Left({ clock: { kind, limit, remaining, overdue, dueOn } }: { clock: TrialClock }) {
  const { t } = useTranslation();
  const clock = inLanguage(clockKinds[kind]);
  const unit = limit.unit === 'workday' ? 'workday' : 'calendarDay';
  const days = lastingText(t, { count: Math.abs(remaining ?? 0), unit });
  const colour = overdue ? 'red' : remaining === 0 ? 'yellow' : 'green';
  const words = overdue
    ? t('trial.over', { clock, days })
    : remaining === 0
      ? t('trial.leftNone', { clock })
      : t('trial.left', { clock, days });
  return (
    <>
      <Light colour={colour}>{words}</Light>{' '}
      {dueOn !== null && <span className="why">{t('trial.dueOn', { day: dayText(dueOn) })}</span>}
    </>
  );
}

function Warned({ trial: { warnings } }: { trial: Trial }) {
  const { t } = useTranslation();
  const kept = warnings.filter(({ annulled }) => !annulled);
  if (kept.length === 0) return <Light colour="green">{t('trial.noWarnings')}</Light>;
  const counts = (Object.keys(levels) as Level[])
    .map((level) => ({ level, count: kept.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      {t('trial.warnings', { count: kept.length })}{' '}
      {counts.map(({ level, count }) => (
        <Light key={level} colour={cardLight(level)}>
          {t('trial.levelCount', { level: inLanguage(levels[level]), count })}
        </Light>
      ))}
    </>
  );
}
