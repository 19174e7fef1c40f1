import { workdaysAfter } from '../clock/calendar.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { World } from './state.ts';

/** Whether a day that is entered today lies so far back that it must be proved: before the last working day (domain.md 12.1.7). */
export function mustBeProved({ calendar }: World, day: CivilDate, today: CivilDate): boolean {
  const latest = workdaysAfter(day, 1, calendar);
  return typeof latest === 'string' && today > latest;
}
