import { useTranslation } from 'react-i18next';
import { readDayOfYear } from '../../../domain/words/day.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';
import { useWidth } from '../../ui/use-width.ts';
import { clockRows, stepRows } from './rows.ts';
import type { Row } from './rows.ts';
import { daysOff, scaleOf, startsAt, writtenDays } from './scale.ts';
import type { Scale } from './scale.ts';
import { Track } from './track.tsx';
import { titlesOf } from './words.ts';

/** Each clock and each step of a trial on the days, with stops, warnings and due dates; days off are shaded. */
export function TimeLine({ definition, trial }: { definition: FlowDefinition; trial: Trial }) {
  const { t, i18n } = useTranslation();
  const [head, width] = useWidth<HTMLDivElement>();
  const titles = titlesOf(definition);
  const scale = scaleOf(trial);
  const shade = shadeOf(scale, trial);
  const apart = width === 0 ? scale.count : Math.ceil((scale.count * 64) / width);
  const rows = (all: readonly Row[], title: (row: Row) => string) =>
    all.map((row) => (
      <Track key={row.id} row={row} title={title(row)} titles={titles} scale={scale} shade={shade} width={width} />
    ));
  return (
    <section className="trial-line" aria-label={t('trial.timeLine')}>
      <h3>{t('trial.timeLine')}</h3>
      <Legend />
      <div className="trial-row" aria-hidden>
        <span />
        <div ref={head} className="trial-days">
          {writtenDays(scale, apart).map((day) => (
            <span key={day} className="number" style={{ insetInlineStart: `${startsAt(scale, day)}%` }}>
              {i18n.language === 'en' ? day.slice(5) : readDayOfYear(day)}
            </span>
          ))}
        </div>
      </div>
      <h4>{t('trial.clocks')}</h4>
      <ul className="trial-rows">{rows(clockRows(trial), ({ id }) => titles.clock(id))}</ul>
      <h4>{t('trial.steps')}</h4>
      <ul className="trial-rows">{rows(stepRows(trial), ({ id }) => titles.step(id))}</ul>
    </section>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="trial-legend" aria-label={t('trial.legend')}>
      {(['runs', 'waits', 'stops', 'over', 'due', 'free'] as const).map((what) => (
        <li key={what}>
          <span aria-hidden className={`trial-sign ${what}`} /> {t(`trial.look_${what}`)}
        </li>
      ))}
    </ul>
  );
}

/** Days off as one picture behind every row: a gradient is a single thing to draw. */
function shadeOf(scale: Scale, { world }: Trial): string {
  const stops = daysOff(scale, world.calendar).flatMap(([from, to]) => [
    `transparent ${from}%`,
    `#e8e8e8 ${from}%`,
    `#e8e8e8 ${to}%`,
    `transparent ${to}%`,
  ]);
  return `linear-gradient(90deg, transparent 0%, ${[...stops, 'transparent 100%'].join(', ')})`;
}
