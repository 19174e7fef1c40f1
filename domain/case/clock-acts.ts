import { startOfDay } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { isClockError } from '../clock/clock.ts';
import type { Limit } from '../clock/clock.ts';
import type { ClockKind } from '../flow/definition.ts';
import { dueOf, runningClock } from './clocks.ts';
import { record, today } from './draft.ts';
import type { Draft } from './draft.ts';
import type { FactType } from './facts/index.ts';
import { raiseBehind, rungDays, warningIdOf } from './rungs.ts';
import type { ClockState } from './state.ts';

/**
 * Starts a clock; `startedOn` is not counted (Civil Code 201). Rungs already behind it are settled at once: who caused the start is told
 * the highest, or `all` whom it is for.
 */
export function startClock(
  draft: Draft,
  clock: { id: string; kind: ClockKind; stepId: string | null; limit: Limit; startedOn: CivilDate },
  behind: 'causer' | 'all' = 'causer',
): void {
  const { id, kind, stepId, startedOn, limit } = clock;
  record(draft, { type: 'ClockStarted', clock: id, kind, stepId, startedOn, limit });
  tell(draft, id, 'ClockStarted');
  if (startedOn < today(draft)) raiseBehind(draft, id, behind);
}

/** Stops a running clock from a civil day (that day is still counted). Late stops are recorded as findings. */
export function stopClock(draft: Draft, id: string, stop: { stepId: string; from: CivilDate }): void {
  const clock = runningClock(draft.state, id);
  if (clock === undefined) return;
  const { stepId, from } = stop;
  const due = dueOf(draft.world, clock);
  record(draft, { type: 'ClockStopped', clock: id, stepId, from });
  tell(draft, id, 'ClockStopped');
  if (isClockError(due) || due.dueOn === null || due.rawDueOn === null) return;
  if (from > due.dueOn) record(draft, { type: 'FindingRecorded', code: 'stopped-after-due', stepId, clock: id });
  else if (from >= due.rawDueOn) {
    record(draft, { type: 'FindingRecorded', code: 'stopped-on-last-day', stepId, clock: id });
  }
}

/** Lets every clock run on that this step stopped; the day `to` is the last one taken out. */
export function resumeClocks(draft: Draft, stepId: string, to: CivilDate): void {
  const held = draft.state.clocks.filter(
    (clock) => clock.endedOn === null && clock.stops.some((stop) => stop.stepId === stepId && stop.to === null),
  );
  for (const clock of held) {
    record(draft, { type: 'ClockResumed', clock: clock.id, stepId, to });
    tell(draft, clock.id, 'ClockResumed', to);
  }
}

/** Extends a running clock by a number in its own unit. */
export function extendClock(draft: Draft, id: string, count: number): void {
  record(draft, { type: 'ClockExtended', clock: id, count, from: today(draft) });
  tell(draft, id, 'ClockExtended');
}

/** From these rules on a clock that ended before the day of a warning takes the warning back. */
const annulsWarnings = 4;

/**
 * Ends a clock if it runs; from then on nothing of it moves. Where the day on which it truly ended lies before warnings that were raised
 * meanwhile, or before its lapse, they are annulled, and that it was entered late stays a finding.
 */
export function endClock(draft: Draft, id: string, endedOn: CivilDate): void {
  const clock = runningClock(draft.state, id);
  if (clock === undefined) return;
  const last = endedOn < clock.startedOn ? clock.startedOn : endedOn;
  record(draft, { type: 'ClockEnded', clock: id, endedOn: last }, Math.min(draft.stamp.at, dayOrNow(draft, last)));
  if (draft.state.rules < annulsWarnings) return;
  const early = warningsAfter(draft, clock, last);
  for (const warningId of early) record(draft, { type: 'WarningAnnulled', warningId, clock: id, endedOn: last });
  const isLapsed = clock.lapsedFor !== null && last <= clock.lapsedFor;
  if (early.length === 0 && !isLapsed) return;
  record(draft, { type: 'FindingRecorded', code: 'entered-late', stepId: clock.stepId, clock: id });
}

/** The warnings of the present epoch of a clock that stand on a later day. */
function warningsAfter({ world, state }: Draft, clock: ClockState, day: CivilDate): readonly string[] {
  const later = rungDays(world, clock).filter(({ on }) => on > day);
  const ids = later.map(({ rung }) => warningIdOf(state, clock, rung));
  return state.warnings.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}

/** Records what people are told of a clock's date, whenever it differs from before; `on` is the day of what moved it. */
export function tell(draft: Draft, id: string, because: FactType, on: CivilDate = today(draft)): void {
  const clock = runningClock(draft.state, id);
  if (clock === undefined) return;
  const due = dueOf(draft.world, clock);
  const now = isClockError(due)
    ? { dueOn: null, provisional: true }
    : { dueOn: due.dueOn, provisional: due.provisional };
  if (clock.told !== undefined && clock.told.dueOn === now.dueOn && clock.told.provisional === now.provisional) return;
  record(draft, { type: 'DeadlineSet', clock: id, ...now, because, on });
}

/** The instant of a fact dated to a civil day: now when it is today, that day's start when it lies back. */
export function dayOrNow(draft: Draft, day: CivilDate): number {
  return day < today(draft) ? startOfDay(day) : draft.stamp.at;
}
