import { covers, isWorkday } from '../clock/calendar.ts';
import type { Calendar } from '../clock/calendar.ts';
import { civilDateOf, dayMs, startOfDay, toDayNumber } from '../clock/civil-date.ts';

const hourMs = 3_600_000;

/** Office hours of a working day (design 3, rule 9), as hours from its 00:00: 09:00-12:00 and 13:00-17:00. */
export const officeHours = [
  { from: 9, to: 12 },
  { from: 13, to: 17 },
] as const;

/**
 * The first instant (ms) from a given one on that lies in office hours of a calendar. An instant on a day that the calendar does not
 * cover is answered as it is: nothing is told never.
 */
export function inOfficeHours(calendar: Calendar, from: number): number {
  for (let at = from; ;) {
    const today = civilDateOf(at);
    const day = toDayNumber(today);
    if (!covers(calendar, day)) return from;
    const midnight = startOfDay(today);
    const open = officeHours.find(({ to }) => at < midnight + to * hourMs);
    if (isWorkday(calendar, day) && open !== undefined) return Math.max(at, midnight + open.from * hourMs);
    at = midnight + dayMs;
  }
}
