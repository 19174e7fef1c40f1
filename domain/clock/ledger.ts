import { covers, isUnknown, nthWorkdayAfter, rollForward, workdaysUpTo } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { monthsLater, toDayNumber } from './civil-date.ts';
import type { Clock, Stop } from './clock.ts';

/** Excluded days (after, upTo] as day numbers; upTo is Infinity while a stop is open. */
export type Span = { after: number; upTo: number };

/**
 * A clock laid on a calendar, in day numbers: what every question about it is answered from.
 * `length` is L in counted days; `spans` are the stops as an ordered union, empty when L = 0 (they are ignored then).
 */
export type Course = {
  calendar: Calendar;
  byWorkday: boolean;
  start: number;
  length: number;
  spans: readonly Span[];
};

const noSpans: readonly Span[] = [];

/** Lays a clock on a calendar; undefined when it starts outside. */
export function layCourse(clock: Clock, calendar: Calendar): Course | undefined {
  const start = toDayNumber(clock.startedOn);
  if (!covers(calendar, start)) return undefined;
  const length = lengthOf(clock, start);
  const spans = length === 0 ? noSpans : mergeStops(clock.stops);
  return { calendar, byWorkday: clock.limit.unit === 'workday', start, length, spans };
}

/** L in counted days: months and years are the civil days to the corresponding day, or that month's last. */
function lengthOf({ limit, extension }: Clock, start: number): number {
  const total = limit.count + extension;
  switch (limit.unit) {
    case 'workday':
    case 'calendarDay':
      return total;
    case 'month':
      return monthsLater(start, total) - start;
    case 'year':
      return monthsLater(start, total * 12) - start;
    default:
      return limit.unit satisfies never;
  }
}

/** The union of stops, ordered and disjoint; touching ones are joined and empty ones (from = to) dropped. */
export function mergeStops(stops: readonly Stop[]): readonly Span[] {
  if (stops.length === 0) return noSpans;
  const spans = stops
    .map(({ from, to }) => ({ after: toDayNumber(from), upTo: to === null ? Infinity : toDayNumber(to) }))
    .filter(({ after, upTo }) => after < upTo)
    .toSorted((a, b) => a.after - b.after);
  const union: Span[] = [];
  for (const span of spans) {
    const last = union[union.length - 1];
    if (last && span.after <= last.upTo) last.upTo = Math.max(last.upTo, span.upTo);
    else union.push(span);
  }
  return union;
}

/** Days of the clock's kind (working or civil) in (after, upTo], whatever the stops; none when empty. */
export function daysIn({ byWorkday, calendar }: Course, after: number, upTo: number): number {
  if (upTo <= after) return 0;
  return byWorkday ? workdaysUpTo(calendar, upTo) - workdaysUpTo(calendar, after) : upTo - after;
}

/** Days of the clock's kind in (after, upTo] that stops take out. */
export function excludedIn(course: Course, after: number, upTo: number): number {
  let days = 0;
  for (const span of course.spans) days += daysIn(course, Math.max(after, span.after), Math.min(upTo, span.upTo));
  return days;
}

/** Counted days in (start, day]; undefined when working days past the calendar would have to be known. */
export function usedBy(course: Course, day: number): number | undefined {
  if (day <= course.start) return 0;
  if (course.byWorkday && isUnknown(course.calendar, day)) return undefined;
  return daysIn(course, course.start, day) - excludedIn(course, course.start, day);
}

/**
 * The least day with so many days used: the start for 0, null when an open stop keeps it from ever coming,
 * undefined when it lies past the calendar. O(stops).
 */
export function leastDay(course: Course, target: number): number | null | undefined {
  const { calendar, byWorkday, spans } = course;
  if (target === 0) return course.start;
  let at = course.start;
  let left = target;
  for (const { after, upTo } of spans) {
    if (upTo <= at) continue;
    const free = daysIn(course, at, after);
    if (free >= left) break;
    if (byWorkday && isUnknown(calendar, after)) return undefined;
    if (upTo === Infinity) return null;
    left -= free;
    at = upTo;
  }
  const day = byWorkday ? nthWorkdayAfter(calendar, at, left) : at + left;
  return day === undefined || isUnknown(calendar, day) ? undefined : day;
}

/**
 * dueOn from rawDueOn: rolled to a working day, then moved past every stop with from <= dueOn < to.
 * One pass does it: the day only moves forward and the spans are in order; joining stops that touch changes nothing,
 * for the next working day is the same from either end of a stretch without one. Null and undefined as leastDay.
 */
export function dueDay({ calendar, spans }: Course, rawDay: number): number | null | undefined {
  let due = rollForward(calendar, rawDay);
  for (const { after, upTo } of spans) {
    if (due === undefined) return undefined;
    if (after > due || due >= upTo) continue;
    if (upTo === Infinity) return null;
    due = rollForward(calendar, upTo);
  }
  return due;
}
