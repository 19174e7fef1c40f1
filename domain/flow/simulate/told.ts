import { reckonClock } from '../../case/clocks.ts';
import { plannedStep } from '../../case/planned.ts';
import type { Fact, FactOf } from '../../case/facts/index.ts';
import type { ClockState } from '../../case/state.ts';
import { civilDateOf } from '../../clock/civil-date.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import type { Limit, Stop } from '../../clock/clock.ts';
import type { ClockKind, StoppableClock } from '../definition.ts';
import type { PlanStep } from '../plan.ts';
import { workdaysBetween } from './days.ts';
import type { Played } from './play.ts';

/** A clock of a trial: when it ran, when it stood still, and how it stood at its end. */
export interface TrialClock {
  readonly id: string;
  readonly kind: ClockKind;
  readonly stepId: string | null;
  readonly limit: Limit;
  readonly startedOn: CivilDate;
  /** Null: it stood still to the end. */
  readonly dueOn: CivilDate | null;
  readonly endedOn: CivilDate;
  readonly stops: readonly (Stop & { readonly to: CivilDate; readonly stepId: string })[];
  readonly used: number;
  /** Days left at its end, in its unit; negative: over it. Null: not known. */
  readonly remaining: number | null;
  readonly overdue: boolean;
}

/** A warning of a trial; `annulled`: taken back, for its clock had ended before. */
export type TrialWarning = FactOf<'WarningRaised'> & { readonly annulled: boolean };

/** A step of a trial. */
export interface TrialStep {
  readonly id: string;
  readonly planned: PlanStep;
  readonly openedOn: CivilDate;
  /** Of an untimed step. */
  readonly startedOn: CivilDate | null;
  readonly endedOn: CivilDate;
  readonly outcome: string;
  /** Working days from its opening to its end. */
  readonly workdays: number;
  /** The decision comes later if this step does. */
  readonly critical: boolean;
  readonly stops: readonly StoppableClock[];
}

/** The clocks of a trial, in the order in which they started. */
export function clocksOf({ world, state }: Played): readonly TrialClock[] {
  const over = civilDateOf(state.closedAt ?? state.last);
  return state.clocks.map((clock) => {
    const endedOn = clock.endedOn ?? over;
    const { dueOn, used, remaining, overdue } = reckonClock(world, clock, endedOn);
    const stops = stopsOf(clock, endedOn);
    const { id, kind, stepId, limit, extension, startedOn } = clock;
    const length = { count: limit.count + extension, unit: limit.unit };
    return { id, kind, stepId, limit: length, startedOn, endedOn, dueOn, stops, used, remaining, overdue };
  });
}

function stopsOf({ stops }: ClockState, endedOn: CivilDate): TrialClock['stops'] {
  return stops.map(({ from, to, stepId }) => ({ from, to: to ?? endedOn, stepId }));
}

/** The warnings of a trial, in the order in which they were raised. */
export function warningsOf({ facts }: Played): readonly TrialWarning[] {
  const bodies = facts.map(({ body }) => body);
  const annulled = new Set(bodies.flatMap((body) => (body.type === 'WarningAnnulled' ? [body.warningId] : [])));
  return bodies.flatMap((body) =>
    body.type === 'WarningRaised' ? [{ ...body, annulled: annulled.has(body.warningId) }] : [],
  );
}

/** The steps of a trial, in the order in which they were opened. */
export function stepsPlayed(played: Played): readonly TrialStep[] {
  const { world, state, facts } = played;
  const critical = criticalPath(played, facts);
  return state.steps.map((step) => {
    const planned = plannedStep(world, step.id);
    const endedOn = civilDateOf(step.finishedAt ?? state.last);
    const { id, openedOn, startedOn, outcome } = step;
    const workdays = workdaysBetween(world.calendar, openedOn, endedOn);
    const stops = planned.untimed?.stops ?? [];
    return {
      id,
      planned,
      openedOn,
      startedOn,
      endedOn,
      outcome: outcome ?? '',
      workdays,
      critical: critical.has(id),
      stops,
    };
  });
}

/**
 * The steps that decide when the decision is made: from it back over the step whose end opened it. Where branches join, that is the one
 * that ended last.
 */
function criticalPath({ world, state }: Played, facts: readonly Fact[]): ReadonlySet<string> {
  const ended = new Map(facts.flatMap(({ body, requestId }) => finishedBy(body, requestId)));
  const openedBy = new Map(
    facts.flatMap(({ body, requestId }): [string, string | undefined][] =>
      body.type === 'StepOpened' ? [[body.stepId, ended.get(requestId)]] : [],
    ),
  );
  const isDecision = ({ id }: { readonly id: string }) => plannedStep(world, id).kind === 'decision';
  const path = new Set<string>();
  const last = state.steps.findLast(isDecision) ?? state.steps.at(-1);
  for (let id = last?.id; id !== undefined && !path.has(id); id = openedBy.get(id)) path.add(id);
  return path;
}

function finishedBy(body: Fact['body'], requestId: string): [string, string][] {
  return body.type === 'StepFinished' ? [[requestId, body.stepId]] : [];
}
