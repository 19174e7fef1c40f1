import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { levels } from '../../../domain/flow/definition.ts';
import type { TrialWarning } from '../../../domain/flow/simulate/told.ts';
import { roles } from '../../../domain/people/roles.ts';
import type { Told } from '../../../domain/people/recipients.ts';
import { roleOfInvented } from '../../../domain/flow/simulate/people.ts';
import { inLanguage, joined, labelled } from '../../i18n/said.ts';
import { cardLight, lights } from '../../theme.ts';
import { limitText } from '../../ui/words.ts';
import type { Row, Span } from './rows.ts';
import { lanes, shows, startsAt } from './scale.ts';
import type { Scale } from './scale.ts';
import { dayText, lastingText } from './words.ts';
import type { Titles } from './words.ts';

interface Props {
  readonly row: Row;
  readonly title: string;
  readonly titles: Titles;
  readonly scale: Scale;
  readonly shade: string;
  /** Of the days, in px; 0 while it is not known. */
  readonly width: number;
}

/** How wide the mark of a warning is, in px. */
const markWidth = 40;
const laneHeight = 20;

/** One row of a time line: its words at the side, its days as a bar, and all of it in one sentence for who does not see the bar. */
export function Track({ row, title, titles, scale, shade, width }: Props) {
  const { t } = useTranslation();
  const { step, clock, dueOn } = row;
  const warnings = row.warnings.filter(({ annulled, on }) => !annulled && shows(scale, on));
  const lefts = warnings.map(({ on }) => (startsAt(scale, on) / 100) * width);
  const rows = lanes(lefts, markWidth);
  const height = 22 + (warnings.length === 0 ? 0 : (Math.max(...rows) + 1) * laneHeight);
  return (
    <li className="trial-row">
      <div className="trial-row-title">
        <span className={step?.critical === true ? 'trial-critical' : undefined}>{title}</span>
        {clock !== null && <span className="why">{limitText(t, clock.limit, clock.kind)}</span>}
        <span className="hidden-text">{saidRow(t, row, titles)}</span>
      </div>
      <div className="trial-track" aria-hidden style={{ height, backgroundImage: shade }}>
        {row.spans.map((span, index) => (
          <Bar key={index} span={span} scale={scale} isCritical={step?.critical === true} />
        ))}
        {dueOn !== null && shows(scale, dueOn) && (
          <span
            className="trial-due"
            title={t('trial.dueOn', { day: dayText(dueOn) })}
            style={{ insetInlineStart: `${startsAt(scale, dueOn, 1)}%` }}
          />
        )}
        {dueOn !== null && !shows(scale, dueOn) && <span className="trial-later number">{dueOn} →</span>}
        {warnings.map((warning, index) => (
          <Mark
            key={warning.warningId}
            warning={warning}
            left={Math.max(0, Math.min(lefts[index] ?? 0, width - markWidth))}
            top={22 + (rows[index] ?? 0) * laneHeight}
          />
        ))}
      </div>
    </li>
  );
}

/** A clock does not count its first day, a step has it. */
function Bar({ span: { what, from, to }, scale, isCritical }: { span: Span; scale: Scale; isCritical: boolean }) {
  const { t } = useTranslation();
  const [left, right] = [startsAt(scale, from, what === 'stops' || what === 'over' ? 1 : 0), startsAt(scale, to, 1)];
  return (
    <span
      className={`trial-bar ${what}${isCritical && what === 'runs' ? ' critical' : ''}`}
      title={`${t(`trial.look_${what}`)} ${dayText(from)} — ${dayText(to)}`}
      style={{ insetInlineStart: `${left}%`, width: `${Math.max(0, right - left)}%` }}
    />
  );
}

function Mark({ warning, left, top }: { warning: TrialWarning; left: number; top: number }) {
  const { t } = useTranslation();
  const { text, ground, line } = lights[cardLight(warning.level)];
  const style: CSSProperties = { insetInlineStart: left, top, color: text, background: ground, borderColor: line };
  return (
    <span className="trial-mark" style={style} title={saidWarning(t, warning)}>
      {inLanguage(levels[warning.level])}
    </span>
  );
}

function saidRow(t: TFunction, { step, clock, dueOn, warnings }: Row, titles: Titles): string {
  const said =
    step === null
      ? [
          ...(clock === null ? [] : [t('trial.from', { day: dayText(clock.startedOn) })]),
          ...(clock?.stops ?? []).map(({ from, to, stepId }) =>
            t('trial.stop', { from: dayText(from), to: dayText(to), step: titles.step(stepId) }),
          ),
          ...(clock === null ? [] : [t('trial.ended', { day: dayText(clock.endedOn) })]),
        ]
      : [
          t('trial.stepFrom', { day: dayText(step.openedOn) }),
          ...(step.startedOn === null ? [] : [t('trial.stepStarted', { day: dayText(step.startedOn) })]),
          t('trial.ended', { day: dayText(step.endedOn) }),
          t('trial.used', { days: lastingText(t, { count: step.workdays, unit: 'workday' }) }),
          ...(step.critical ? [t('trial.critical')] : []),
        ];
  const due = dueOn === null ? [] : [t('trial.dueOn', { day: dayText(dueOn) })];
  const told = warnings.filter(({ annulled }) => !annulled).map((warning) => saidWarning(t, warning));
  return joined([...said, ...due, ...told], '；');
}

function saidWarning(t: TFunction, { on, level, to }: TrialWarning): string {
  return t('trial.warning', { day: dayText(on), level: inLanguage(levels[level]), to: joined(to.map(roleText)) });
}

function roleText(told: Told): string {
  const name = typeof told === 'string' ? told : roleOfInvented(told.person);
  const role = Object.entries(roles).find(([key]) => key === name)?.[1];
  return role === undefined ? labelled(name, '') : inLanguage(role);
}
