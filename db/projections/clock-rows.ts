import { dueOf } from '../../domain/case/clocks.ts';
import { lightDaysAmong, lightDaysOf } from '../../domain/case/lights.ts';
import type { LightDays } from '../../domain/case/lights.ts';
import type { CaseState, ClockState, World } from '../../domain/case/state.ts';
import type { Calendar } from '../../domain/clock/calendar.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import type { caseClock } from '../schema/read.ts';

export type ClockRow = typeof caseClock.$inferSelect;

/** The rows of case_clock, one a clock that ever started. */
export function clockRowsOf(world: World, state: CaseState): ClockRow[] {
  return state.clocks.map((clock) => {
    const known = rows.get(clock);
    if (known !== undefined && known.row.caseId === state.caseId && known.calendar === world.calendar) return known.row;
    const row = clockRow(world, clock, state.caseId);
    rows.set(clock, { calendar: world.calendar, row });
    return row;
  });
}

const rows = new WeakMap<ClockState, { readonly calendar: Calendar; readonly row: ClockRow }>();

function clockRow(world: World, clock: ClockState, caseId: string): ClockRow {
  return {
    caseId,
    clock: clock.id,
    kind: clock.kind,
    stepId: clock.stepId,
    startedOn: clock.startedOn,
    limitCount: clock.limit.count,
    limitUnit: clock.limit.unit,
    extension: clock.extension,
    stops: clock.stops,
    endedOn: clock.endedOn,
    ...toldOf(world, clock),
    lapsedOn: clock.lapsedFor,
    ...keysOf(lightDaysOf(world, clock)),
  };
}

/** The clock that is due first, with its date; nulls when none has one. */
export interface Earliest {
  readonly sortDueOn: CivilDate | null;
  readonly sortClock: string | null;
}

/**
 * The earliest due date among the clocks that are not over and that `counts` picks; at a tie the first started. A stopped clock has
 * none, unless it was past before it was stopped: such a date stays (design 9.4).
 */
export function earliestDue(world: World, state: CaseState, counts: (clock: ClockState) => boolean): Earliest {
  let earliest: Earliest = { sortDueOn: null, sortClock: null };
  for (const clock of state.clocks) {
    if (clock.endedOn !== null || !counts(clock)) continue;
    const { dueOn } = toldOf(world, clock);
    if (dueOn === null || (earliest.sortDueOn !== null && earliest.sortDueOn <= dueOn)) continue;
    earliest = { sortDueOn: dueOn, sortClock: clock.id };
  }
  return earliest;
}

/** The days on which lists find what shines: `infinity` where no such day is known. */
export interface LightKeys {
  readonly yellowKey: CivilDate | 'infinity';
  readonly redKey: CivilDate | 'infinity';
}

/** The light days of the clocks that `counts` picks, as columns. */
export function lightKeys(world: World, state: CaseState, counts: (clock: ClockState) => boolean): LightKeys {
  return keysOf(lightDaysAmong(world, state, counts));
}

function keysOf({ yellowFrom, redFrom }: LightDays): LightKeys {
  return { yellowKey: yellowFrom ?? 'infinity', redKey: redFrom ?? 'infinity' };
}

function toldOf(world: World, clock: ClockState): { dueOn: CivilDate | null; provisional: boolean } {
  const due = dueOf(world, clock);
  if (isClockError(due)) return { dueOn: null, provisional: true };
  return { dueOn: due.dueOn, provisional: due.provisional };
}
