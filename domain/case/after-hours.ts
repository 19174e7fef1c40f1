import { isWorkday, workdaysAfter } from '../clock/calendar.ts';
import { civilDateOf, startOfDay, toDayNumber } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { weekdayOf } from '../clock/weekdays.ts';
import type { Filing } from './filing.ts';
import type { World } from './state.ts';

const hourMs = 3_600_000;

/**
 * The working day on which an application counts that came in online after hours, by its item's policy (domain.md D7); null where it
 * counts on the day on which it came in. `at` is when it was filed (ms); of an earlier day nobody knows the hour.
 */
export function countedFrom({ plan, calendar }: World, filing: Filing, at: number): CivilDate | null {
  const { afterHours } = plan;
  const { channel, receivedOn } = filing;
  if (afterHours === undefined || channel !== 'online' || civilDateOf(at) !== receivedOn) return null;
  const hour = (at - startOfDay(receivedOn)) / hourMs;
  const day = toDayNumber(receivedOn);
  const isOpen = isWorkday(calendar, day)
    ? hour < afterHours.closesAt
    : (afterHours.duty ?? []).some((one) => one.weekday === weekdayOf(day) && hour >= one.from && hour < one.to);
  const next = isOpen ? null : workdaysAfter(receivedOn, 1, calendar);
  return typeof next === 'string' ? next : null;
}
