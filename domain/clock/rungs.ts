import { notCovered, nthWorkdayAfter, nthWorkdayBefore } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { fromDayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { isClockError } from './clock.ts';
import { fixDue } from './reckon.ts';
import type { Clock, ClockError } from './clock.ts';
import type { Fixed } from './reckon.ts';
import { leastDay } from './ledger.ts';

/**
 * Where a warning stands on a clock. `percent`: the least day with used >= ceil(p L / 100). `before`, `after`: the
 * n-th working day before or after dueOn, in every unit. `due`: dueOn. `lapsed`: the civil day after dueOn.
 * `earliest`: the earliest date that its members have.
 */
export type RungAt =
  | { percent: number }
  | { before: number }
  | { due: true }
  | { lapsed: true }
  | { after: number }
  | { earliest: readonly RungAt[] };

/**
 * The civil date of a rung; its instant is 00:00+08:00 of it.
 * @returns null when there is none: a percentage of a limit of 0, or a clock stopped without a date (a percentage
 * reached before the open stop keeps its date). Error `calendar-not-covered` also when the rung lies outside.
 */
export function rungDate(at: RungAt, clock: Clock, calendar: Calendar): CivilDate | null | ClockError {
  const fixed = fixDue(clock, calendar);
  if (isClockError(fixed)) return fixed;
  const day = dayOf(at, fixed);
  if (day === null) return null;
  return day === undefined ? notCovered(calendar, 'the date of a warning') : fromDayNumber(day);
}

/** Day number of a rung: null when it has none, undefined outside the calendar. */
function dayOf(at: RungAt, fixed: Fixed): number | null | undefined {
  const { course, due } = fixed;
  if ('percent' in at) {
    return course.length === 0 ? null : leastDay(course, Math.ceil((at.percent * course.length) / 100));
  }
  if ('earliest' in at) return earliestOf(at.earliest, fixed);
  if (due === null) return null;
  if ('before' in at) return at.before === 0 ? due : nthWorkdayBefore(course.calendar, due, at.before);
  if ('after' in at) return at.after === 0 ? due : nthWorkdayAfter(course.calendar, due, at.after);
  if ('due' in at) return due;
  if ('lapsed' in at) return due + 1;
  return at satisfies never;
}

function earliestOf(rungs: readonly RungAt[], fixed: Fixed): number | null | undefined {
  let earliest: number | null = null;
  for (const rung of rungs) {
    const day = dayOf(rung, fixed);
    if (day === undefined) return undefined;
    if (day !== null && (earliest === null || day < earliest)) earliest = day;
  }
  return earliest;
}
