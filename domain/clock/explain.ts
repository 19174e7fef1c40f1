import { isUnknown, isWorkday, notCovered } from './calendar.ts';
import type { Calendar, DayDescription, DescribeDay } from './calendar.ts';
import { fromDayNumber, toDayNumber, weekdayOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { isClockError } from './clock.ts';
import { fixDue } from './reckon.ts';
import type { Clock, ClockError } from './clock.ts';
import type { Fixed } from './reckon.ts';
import type { DayKind, DayRow, Labels } from './day-row.ts';
import { sentenceOf } from './sentence.ts';

/** A due date explained: every civil day from startedOn, and one sentence in Chinese made of the same rows. */
export type Explanation = { rows: DayRow[]; dueOn: CivilDate | null; provisional: boolean; sentence: string };

/** What explain needs beside the clock and its calendar: words, names of days, and perhaps the day it is asked on. */
export type ExplainOptions = { labels: Labels; describeDay: DescribeDay; today?: CivilDate };

/**
 * Explains a due date day by day: from startedOn to dueOn, on to `today` when that is later; without a due date up to
 * `today`, or to the day the open stop began.
 * Error `calendar-not-covered` as reckon, and when `today` lies past the calendar.
 */
export function explain(clock: Clock, calendar: Calendar, options: ExplainOptions): Explanation | ClockError {
  const fixed = fixDue(clock, calendar);
  if (isClockError(fixed)) return fixed;
  const last = lastRow(clock, fixed, options.today);
  if (isUnknown(calendar, last)) return notCovered(calendar, fromDayNumber(last));
  const rows: DayRow[] = [];
  // Dates are read once: there may be as many rows as days of some years, and as many stops again.
  const spans = clock.stops.map(({ from, to }) => ({
    after: toDayNumber(from),
    last: to === null ? Infinity : toDayNumber(to),
  }));
  let total = 0;
  for (let day = fixed.course.start; day <= last; day += 1) {
    const named = nameDay(day, calendar, options.describeDay);
    const stopIndex = fixed.course.length === 0 ? -1 : stopIndexAt(spans, day);
    const kind = kindOf(day, { dayKind: named.day, isStopped: stopIndex >= 0, fixed });
    if (kind === 'counted' || kind === 'makeUpWorkday') total += 1;
    const stop = options.labels.stops[stopIndex];
    const isDue = day === fixed.due;
    rows.push({ ...named, kind, total, ...(stop && { stop }), ...(isDue && { due: isDue }) });
  }
  const dueOn = fixed.due === null ? null : fromDayNumber(fixed.due);
  const provisional = fixed.due !== null && fixed.due > calendar.coveredUntilDay;
  const sentence = sentenceOf({ clock, rows, dueOn, provisional, labels: options.labels, snapshot: calendar.snapshot });
  return { rows, dueOn, provisional, sentence };
}

function lastRow(clock: Clock, { course, due }: Fixed, today: CivilDate | undefined): number {
  const asked = today === undefined ? undefined : toDayNumber(today);
  const live = asked === undefined || !clock.endedOn ? asked : Math.min(asked, toDayNumber(clock.endedOn));
  if (due !== null) return Math.max(due, live ?? due);
  return Math.max(course.start, live ?? course.spans[course.spans.length - 1]?.after ?? course.start);
}

type DayInput = { dayKind: DayDescription['kind']; isStopped: boolean; fixed: Fixed };

function kindOf(day: number, { dayKind, isStopped, fixed: { course, raw, due } }: DayInput): DayKind {
  if (day === course.start) return 'start';
  const passesBy = course.byWorkday && (dayKind === 'weekend' || dayKind === 'holiday') ? dayKind : undefined;
  if (due !== null && day > due) return passesBy ?? 'overdue';
  const isAfterLast = raw !== null && day > raw;
  if (passesBy) return isAfterLast && !isStopped ? 'rollOver' : passesBy;
  if (isStopped) return 'excluded';
  if (isAfterLast) return 'rollOver';
  return course.byWorkday && dayKind === 'makeUpWorkday' ? 'makeUpWorkday' : 'counted';
}

/** The kind of day is the calendar's, so that rows and due date cannot disagree; only names come from outside. */
function nameDay(
  day: number,
  calendar: Calendar,
  describeDay: DescribeDay,
): Pick<DayRow, 'date' | 'weekday' | 'day' | 'name' | 'notice'> {
  const date = fromDayNumber(day);
  const weekday = weekdayOf(day);
  const { name, notice } = describeDay(date) ?? {};
  const isWeekend = weekday > 5;
  const works = isWorkday(calendar, day);
  const kind = works ? (isWeekend ? 'makeUpWorkday' : 'workday') : isWeekend && !name ? 'weekend' : 'holiday';
  return { date, weekday, day: kind, ...(name !== undefined && { name }), ...(notice !== undefined && { notice }) };
}

/** The first stop that excludes a day, or -1; each day has one, so that the days of all stops add up to their union. */
function stopIndexAt(spans: readonly { readonly after: number; readonly last: number }[], day: number): number {
  return spans.findIndex(({ after, last }) => after < day && day <= last);
}
