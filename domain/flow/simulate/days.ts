import { nthWorkdayAfter, rollForward, upToHorizon, workdaysUpTo } from '../../clock/calendar.ts';
import type { Calendar } from '../../clock/calendar.ts';
import { fromDayNumber, toDayNumber } from '../../clock/civil-date.ts';
import type { CivilDate } from '../../clock/civil-date.ts';
import type { Lasting } from './choices.ts';

/** The longest that something may take in a trial. */
export const longest = 2_000;

/** Whether a duration is one: a whole number of days, none or more. */
export function isLasting({ count }: Lasting): boolean {
  return Number.isSafeInteger(count) && count >= 0 && count <= longest;
}

/** The working day on which an official acts on what takes so long from a day on; null: the calendar does not reach it. */
export function actsOn(calendar: Calendar, from: CivilDate, { count, unit }: Lasting): CivilDate | null {
  const known = upToHorizon(calendar);
  const start = toDayNumber(from);
  const end = unit === 'workday' ? afterWorkdays(known, start, count) : start + count;
  const day = end === undefined ? undefined : rollForward(known, end);
  return day === undefined ? null : fromDayNumber(day);
}

/** None: the day itself. */
function afterWorkdays(calendar: Calendar, start: number, count: number): number | undefined {
  return count === 0 ? start : nthWorkdayAfter(calendar, start, count);
}

/** Working days after one day up to another. */
export function workdaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  return workdaysUpTo(calendar, toDayNumber(to)) - workdaysUpTo(calendar, toDayNumber(from));
}
