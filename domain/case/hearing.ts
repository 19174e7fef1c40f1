import type { Calendar } from '../clock/calendar.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { isClockError } from '../clock/clock.ts';
import { reckon } from '../clock/reckon.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { PersonId } from './marks.ts';

/** What was told of a hearing before it is held. */
export interface HearingState {
  /** The last day on which a hearing may be asked for; absent while nobody was told of the right. */
  readonly askBy?: CivilDate;
  /** The last call: when it is held and who presides. */
  readonly called?: { readonly on: CivilDate; readonly presider: PersonId };
}

/** Days within which who was told of the right to a hearing asks for it (XKF 47). */
const toAsk = 5;
/** Days before a hearing at which its time and place are told at the latest (XKF 48(1)). */
const beforeIt = 7;

/** The last day to ask for a hearing: working days, the later end for a right of the applicant (domain.md D10). Refusal `calendar-not-covered`. */
export function askHearingBy(calendar: Calendar, toldOn: CivilDate): CivilDate | Rejection {
  return workdaysAfter(calendar, toldOn, toAsk);
}

/** The first day on which a hearing may be held whose time and place were told on a day. Refusal `calendar-not-covered`. */
export function firstHearingDay(calendar: Calendar, toldOn: CivilDate): CivilDate | Rejection {
  return workdaysAfter(calendar, toldOn, beforeIt);
}

function workdaysAfter(calendar: Calendar, on: CivilDate, count: number): CivilDate | Rejection {
  const end = reckon({ startedOn: on, limit: { count, unit: 'workday' }, extension: 0, stops: [] }, calendar);
  return isClockError(end) || end.dueOn === null
    ? reject('calendar-not-covered', `expected ${count} working days after ${on} in the calendar, but it ends before`)
    : end.dueOn;
}
