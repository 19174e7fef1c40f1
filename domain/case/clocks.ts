import type { CivilDate } from '../clock/civil-date.ts';
import { isClockError } from '../clock/clock.ts';
import { percentUsedOn, reckon, standingOn } from '../clock/reckon.ts';
import type { Clock, ClockError, Limit } from '../clock/clock.ts';
import type { Reckoning } from '../clock/reckon.ts';
import { openEnded, upToHorizon } from '../clock/calendar.ts';
import type { Calendar } from '../clock/calendar.ts';
import type { ClockKind } from '../flow/definition.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { CaseState, ClockState, World } from './state.ts';

/** The ledger of a clock of a case as domain/clock reads it. */
export function ledgerOf(clock: ClockState): Clock {
  const { startedOn, limit, extension, stops, endedOn } = clock;
  return { startedOn, limit, extension, stops, ...(endedOn === null ? {} : { endedOn }) };
}

const reckonings = new WeakMap<ClockState, { readonly calendar: Calendar; readonly due: Reckoning | ClockError }>();

/** The due date of a clock of a case, remembered with the clock: a state never changes, so neither does its date. */
export function dueOf(world: World, clock: ClockState): Reckoning | ClockError {
  const known = reckonings.get(clock);
  if (known !== undefined && known.calendar === world.calendar) return known.due;
  const due = reckon(ledgerOf(clock), world.calendar);
  reckonings.set(clock, { calendar: world.calendar, due });
  return due;
}

/** How a clock stands on a day; null figures where they are not known. `stopped`: an open stop holds it. */
export interface ClockStanding {
  readonly dueOn: CivilDate | null;
  readonly rawDueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly used: number;
  readonly remaining: number | null;
  readonly overdue: boolean;
  readonly stopped: boolean;
  readonly percent: number | null;
}

/**
 * Reckons a clock of a case on a civil day. Only a calendar of before revision 2 leaves a due date open, and then null: what people were
 * told. Used days go on past its horizon, so a date that was fixed stays and grows overdue.
 */
export function reckonClock(world: World, clock: ClockState, on: CivilDate): ClockStanding {
  const ledger = ledgerOf(clock);
  const due = dueOf(world, clock);
  const reading = openEnded(world.calendar);
  const standing = standingOn(ledger, reading, on);
  const percent = percentUsedOn(ledger, reading, on);
  const stopped = clock.endedOn === null && clock.stops.some((stop) => stop.to === null);
  const known = {
    stopped,
    used: isClockError(standing) ? 0 : standing.used,
    percent: isClockError(percent) ? null : percent,
  };
  if (isClockError(due) || isClockError(standing)) {
    return { ...known, dueOn: null, rawDueOn: null, provisional: true, remaining: null, overdue: false };
  }
  const { dueOn, rawDueOn, provisional } = due;
  return { ...known, dueOn, rawDueOn, provisional, remaining: standing.remaining, overdue: standing.overdue };
}

/** The due date of a clock, or null while it has none. */
export function dueOnOf(world: World, clock: ClockState): CivilDate | null {
  const due = dueOf(world, clock);
  return isClockError(due) ? null : due.dueOn;
}

/** The clock with this id while it runs (also while it is stopped), or undefined. */
export function runningClock(state: CaseState, id: string): ClockState | undefined {
  return state.clocks.find((clock) => clock.id === id && clock.endedOn === null);
}

/** Clocks that can set the date told to people. */
const telling = ['promised', 'statutory'] as const;
export type TellingKind = (typeof telling)[number];

/** The clock that sets the date told to people: that of the earlier date, at a tie the promise; null while neither has one. */
export function tellingClock<C extends { readonly kind: ClockKind; readonly dueOn: CivilDate | null }>(
  clocks: readonly C[],
): (C & { readonly kind: TellingKind; readonly dueOn: CivilDate }) | null {
  const dated = telling.flatMap((kind) =>
    clocks.flatMap((clock) =>
      clock.kind === kind && clock.dueOn !== null ? [{ ...clock, kind, dueOn: clock.dueOn }] : [],
    ),
  );
  return dated.reduce<(typeof dated)[number] | null>(
    (first, clock) => (first === null || clock.dueOn < first.dueOn ? clock : first),
    null,
  );
}

/** The date told to people, which clock sets it, and whether a holiday notice may still move it; null while neither has one. */
export interface ToldDue {
  readonly dueOn: CivilDate | null;
  readonly dueClock: TellingKind | null;
  readonly provisional: boolean;
}

/** The date told to people. */
export function toldDueOn(world: World, state: CaseState): ToldDue {
  const told = tellingClock(
    state.clocks.map((clock) => {
      const due = dueOf(world, clock);
      return { kind: clock.kind, dueOn: null, provisional: false, ...(isClockError(due) ? {} : due) };
    }),
  );
  if (told === null) return { dueOn: null, provisional: false, dueClock: null };
  return { dueOn: told.dueOn, provisional: told.provisional, dueClock: told.kind };
}

/** Whether a clock of this limit has a due date the calendar covers; a refusal `calendar-not-covered` otherwise. */
export function coveredOr(world: World, limit: Limit, startedOn: CivilDate): Rejection | null {
  return dueIn(world.calendar, { startedOn, limit, extension: 0, stops: [] });
}

/** Nothing is promised past the horizon: a refusal `calendar-not-covered` where a clock that begins or grows would end there. */
export function withinHorizonOr(world: World, clock: Clock): Rejection | null {
  return dueIn(upToHorizon(world.calendar), clock);
}

function dueIn(calendar: Calendar, clock: Clock): Rejection | null {
  const due = reckon(clock, calendar);
  return isClockError(due) ? reject('calendar-not-covered', due.detail) : null;
}
