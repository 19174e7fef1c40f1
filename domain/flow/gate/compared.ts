import type { Calendar } from '../../clock/calendar.ts';
import { openEnded } from '../../clock/calendar.ts';
import { fromDayNumber } from '../../clock/civil-date.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import { isClockError } from '../../clock/clock.ts';
import type { Limit } from '../../clock/clock.ts';
import { reckon } from '../../clock/reckon.ts';
import { unitWords } from '../../words/limit.ts';
import { isCountable } from './located-limits.ts';

/** One start from which the first limit ends after the second, with both ends. */
export interface LaterEnd {
  readonly startedOn: CivilDate;
  readonly own: CivilDate;
  readonly other: CivilDate;
}

/** Two limits laid from the days of a calendar: whether the first ends later from each of them, and the last day from which it does. */
export interface Compared {
  readonly always: boolean;
  readonly example: LaterEnd | null;
}

const neverLonger: Compared = { always: false, example: null };
/** Where a limit has no end within any calendar. */
const noEnd = '9999-12-31' as CivilDate;

/**
 * Lays two limits from every day that the notices of holidays cover, the latest first, and stops as soon as both answers were
 * met. `orEqual`: ending on the same day counts as later. What cannot be counted has a finding of its own.
 */
export function compareLimits(own: Limit, other: Limit, calendar: Calendar, orEqual = false): Compared {
  if (![own, other].every((limit) => isCountable(limit) && Object.hasOwn(unitWords, limit.unit))) return neverLonger;
  const table = openEnded(calendar);
  const endOf = (limit: Limit, startedOn: CivilDate): CivilDate => {
    const due = reckon({ startedOn, limit, extension: 0, stops: [] }, table);
    return isClockError(due) ? noEnd : (due.dueOn ?? noEnd);
  };
  // In one unit one day says it for all.
  const firstDay = own.unit === other.unit ? table.coveredUntilDay : table.firstDay;
  let [example, isShorterOnce]: [LaterEnd | null, boolean] = [null, false];
  for (let day = table.coveredUntilDay; day >= firstDay && (example === null || !isShorterOnce); day -= 1) {
    const startedOn = fromDayNumber(day);
    const ends = { startedOn, own: endOf(own, startedOn), other: endOf(other, startedOn) };
    if (ends.own > ends.other || (orEqual && ends.own === ends.other)) example ??= ends;
    else isShorterOnce = true;
  }
  return { always: example !== null && !isShorterOnce, example };
}

/** A day on which it is so, in brackets behind a sentence; two limits in one unit need none. */
export function exampleWords(own: Limit, other: Limit, { startedOn, ...ends }: LaterEnd): string {
  return own.unit === other.unit ? '' : `（例如自 ${startedOn} 起算，分别到 ${ends.own} 和 ${ends.other}）`;
}
