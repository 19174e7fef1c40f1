import { isUnknown, notCovered } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { fromDayNumber, toDayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { isClockError } from './clock.ts';
import type { Clock, ClockError } from './clock.ts';
import { daysIn, dueDay, excludedIn, layCourse, leastDay, usedBy } from './ledger.ts';
import type { Course } from './ledger.ts';

/**
 * What a clock and a calendar yield.
 * `length` is L in counted days (months and years already turned into civil days).
 * `rawDueOn` is the day on which the L-th day is counted; `dueOn` is that day after rolling and lawful stops at the end.
 * Null means stopped without a date. `provisional`: a notice not yet issued may still move the date.
 */
export type Reckoning = {
  length: number;
  rawDueOn: CivilDate | null;
  dueOn: CivilDate | null;
  provisional: boolean;
};

/**
 * The due date of a clock (design rules 1-4 and 7).
 * Error `calendar-not-covered` when it starts or would end outside the calendar.
 */
export function reckon(clock: Clock, calendar: Calendar): Reckoning | ClockError {
  const fixed = fixDue(clock, calendar);
  if (isClockError(fixed)) return fixed;
  const { course, raw, due } = fixed;
  return {
    length: course.length,
    rawDueOn: raw === null ? null : fromDayNumber(raw),
    dueOn: due === null ? null : fromDayNumber(due),
    provisional: due !== null && due > calendar.coveredUntilDay,
  };
}

/** How a clock stands on a day: counted days used, days remaining (null: not known), and whether it is overdue. */
export type Standing = { used: number; remaining: number | null; overdue: boolean };

/**
 * How a clock stands at the end of a day (design rule 5; a clock that is over stands as on `endedOn`).
 * `used` goes on past L; `remaining` is negative when overdue: working days for `workday`, civil days otherwise.
 * Error `calendar-not-covered`, also for a day past the calendar when working days up to it are needed.
 */
export function standingOn(clock: Clock, calendar: Calendar, today: CivilDate): Standing | ClockError {
  const fixed = fixDue(clock, calendar);
  if (isClockError(fixed)) return fixed;
  const { course, raw, due } = fixed;
  const day = lastLiveDay(clock, today);
  const used = usedBy(course, day);
  if (used === undefined) return notCovered(calendar, today);
  if (raw === null || due === null) {
    const inMonths = clock.limit.unit === 'month' || clock.limit.unit === 'year';
    return { used, remaining: inMonths ? null : course.length - used, overdue: false };
  }
  if (day > due) return { used, remaining: 0 - daysIn(course, due, day), overdue: true };
  return { used, remaining: day > raw ? 0 : course.length - used, overdue: false };
}

/** Counted days up to a day. Errors as standingOn. */
export function usedOn(clock: Clock, calendar: Calendar, day: CivilDate): number | ClockError {
  const standing = standingOn(clock, calendar, day);
  return isClockError(standing) ? standing : standing.used;
}

/** Days remaining on a day, negative when overdue, null when not known. Errors as standingOn. */
export function remainingOn(clock: Clock, calendar: Calendar, day: CivilDate): number | null | ClockError {
  const standing = standingOn(clock, calendar, day);
  return isClockError(standing) ? standing : standing.remaining;
}

/** Whether the due date is known and past. Errors as standingOn. */
export function overdueOn(clock: Clock, calendar: Calendar, day: CivilDate): boolean | ClockError {
  const standing = standingOn(clock, calendar, day);
  return isClockError(standing) ? standing : standing.overdue;
}

/** Share of the limit used on a day, 0 to 100, or null for a limit of 0 (design rule 6). Errors as standingOn. */
export function percentUsedOn(clock: Clock, calendar: Calendar, day: CivilDate): number | null | ClockError {
  const fixed = fixDue(clock, calendar);
  if (isClockError(fixed)) return fixed;
  const used = usedBy(fixed.course, lastLiveDay(clock, day));
  if (used === undefined) return notCovered(calendar, day);
  const { length } = fixed.course;
  return length === 0 ? null : (Math.min(used, length) * 100) / length;
}

/**
 * Days that stops took out of (startedOn, dueOn]: working days for `workday`, civil days otherwise; 0 when L = 0.
 * Without a due date: up to `today`, or null when that is not given. Error `calendar-not-covered`.
 */
export function excludedDays(clock: Clock, calendar: Calendar, today?: CivilDate): number | null | ClockError {
  const fixed = fixDue(clock, calendar);
  if (isClockError(fixed)) return fixed;
  const { course, due } = fixed;
  if (course.length === 0) return 0;
  if (due !== null) return excludedIn(course, course.start, due);
  if (today === undefined) return null;
  const day = lastLiveDay(clock, today);
  if (course.byWorkday && isUnknown(calendar, day)) return notCovered(calendar, today);
  return excludedIn(course, course.start, day);
}

/** A clock's course with rawDueOn and dueOn as day numbers; null: stopped without a date. */
export type Fixed = { course: Course; raw: number | null; due: number | null };

/** Lays a clock and fixes its due date. Error `calendar-not-covered`. */
export function fixDue(clock: Clock, calendar: Calendar): Fixed | ClockError {
  const course = layCourse(clock, calendar);
  if (course === undefined) return notCovered(calendar, `the start ${clock.startedOn}`);
  const raw = leastDay(course, course.length);
  if (raw === undefined) return notCovered(calendar, 'the due date');
  if (raw === null) return { course, raw, due: null };
  const due = dueDay(course, raw);
  return due === undefined ? notCovered(calendar, 'the due date') : { course, raw, due };
}

/** The day at which a question about `today` is answered: a clock that is over no longer moves. */
function lastLiveDay(clock: Clock, today: CivilDate): number {
  const day = toDayNumber(today);
  return clock.endedOn === undefined ? day : Math.min(day, toDayNumber(clock.endedOn));
}
