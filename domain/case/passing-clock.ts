import { workdaysAfter } from '../clock/calendar.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { instanceId } from '../instance-id.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { endClock, startClock } from './clock-acts.ts';
import type { Draft } from './draft.ts';
import type { PassingState } from './passed.ts';
import { passingOf } from './passing.ts';
import type { CaseState, ClockState, World } from './state.ts';

/**
 * Materials that do not agree with their list go back on the day on which they came or on the next working day: who kept them longer has
 * them. So a return, which leaves its days with the window, costs the window no more than one. Refusal `return-too-late`.
 */
export function returnTooLate(world: World, { on }: PassingState, today: CivilDate): Rejection | null {
  const last = lastReturnOn(world, on);
  if (last === null || today <= last) return null;
  return reject('return-too-late', `expected a return by ${last} of what was passed on ${on}, but it is ${today}`);
}

/** The last day on which what was passed on may go back; null: the calendar does not tell. */
export function lastReturnOn({ calendar }: World, passedOn: CivilDate): CivilDate | null {
  const last = workdaysAfter(passedOn, 1, calendar);
  return typeof last === 'string' ? last : null;
}

/** Starts the window's time to pass the materials on, where the flow has one and they have not left the window for good. */
export function startPassing(draft: Draft, startedOn: CivilDate, behind: 'causer' | 'all' = 'causer'): void {
  const { passing: limit } = draft.world.plan.limits;
  if (limit === undefined || passingOf(draft.state)?.stage === 'signed') return;
  const id = instanceId('passing', clocksOf(draft.state).length + 1);
  startClock(draft, { id, kind: 'passing', stepId: null, limit, startedOn }, behind);
}

/** The window's time ends: the materials were passed on, or the applicant is to supply first. */
export function endPassing(draft: Draft, on: CivilDate): void {
  for (const { id } of clocksOf(draft.state)) endClock(draft, id, on);
}

/** What was returned was never passed: the window's time runs from where it first began. */
export function resumePassing(draft: Draft): void {
  const last = clocksOf(draft.state).at(-1);
  if (last !== undefined) startPassing(draft, last.startedOn, 'all');
}

function clocksOf({ clocks }: CaseState): readonly ClockState[] {
  return clocks.filter(({ kind }) => kind === 'passing');
}
