import { fromBase64, toBase64 } from './base64.ts';
import { fallback, nationalRevisions, notices } from './calendar-data.ts';
import type { HolidayEntry, Notice } from './calendar-data.ts';
import { fromDayNumber, parseCivilDate, toDayNumber, weekdayOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClockError } from './clock.ts';
import { revisionText, wholeCountry } from './revision.ts';
import type { CalendarRevision, RecordedRevision } from './revision.ts';

/**
 * A calendar as data, safe in JSON: it travels in the input of a workflow and is pinned by the history.
 * `bitset` is base64 of one bit a day from `coveredFrom` to `endsOn` (first day = lowest bit of the first byte), set on
 * working days. Days after `coveredUntil` may still be moved by a notice not yet issued.
 */
export type CalendarSnapshot = {
  revision: RecordedRevision;
  coveredFrom: CivilDate;
  coveredUntil: CivilDate;
  endsOn: CivilDate;
  bitset: string;
};

/** A compiled calendar. `before[i]` = working days before day firstDay + i; `nth[k]` = day number of the k-th (from 0). */
export type Calendar = {
  snapshot: CalendarSnapshot;
  firstDay: number;
  lastDay: number;
  coveredUntilDay: number;
  before: Int32Array;
  nth: Int32Array;
};

/** What kind of day it is, with the holiday's name and the notice that says so (a weekend day on its own has neither). */
export type DayDescription = {
  kind: 'workday' | 'weekend' | 'holiday' | 'makeUpWorkday';
  name?: string;
  notice?: string;
};

/** Names a day for people; undefined outside the calendar. */
export type DescribeDay = (date: CivilDate) => DayDescription | undefined;

const compiled = new Map<string, Calendar>();
const compiledLimit = 64;

/**
 * Builds the prefix sums of a calendar; the last 64 snapshots stay compiled, keyed by everything they hold.
 * @throws Error when the bitset does not fit the dates: a snapshot is made by code, never typed by people
 */
export function compileCalendar(snapshot: CalendarSnapshot): Calendar {
  const { revision, coveredFrom, coveredUntil, endsOn, bitset } = snapshot;
  const key = [revisionText(revision), coveredFrom, coveredUntil, endsOn, bitset].join(' ');
  const known = compiled.get(key);
  // Each keeps the snapshot it was made of, to the order of its keys: it travels into the next run of a case.
  if (known) return known.snapshot === snapshot ? known : { ...known, snapshot };
  const calendar = build(snapshot);
  if (compiled.size >= compiledLimit) compiled.clear();
  compiled.set(key, calendar);
  return calendar;
}

function build(snapshot: CalendarSnapshot): Calendar {
  const firstDay = toDayNumber(snapshot.coveredFrom);
  const lastDay = toDayNumber(snapshot.endsOn);
  const days = lastDay - firstDay + 1;
  const bits = fromBase64(snapshot.bitset);
  if (days < 1 || bits.length !== Math.ceil(days / 8)) {
    throw new Error(`expected a bitset of ${days} days, but got ${bits.length} bytes`);
  }
  const before = new Int32Array(days + 1);
  const workdays: number[] = [];
  for (let i = 0; i < days; i += 1) {
    if (((bits[i >> 3] ?? 0) >> (i & 7)) & 1) workdays.push(firstDay + i);
    before[i + 1] = workdays.length;
  }
  const coveredUntilDay = toDayNumber(snapshot.coveredUntil);
  return { snapshot, firstDay, lastDay, coveredUntilDay, before, nth: Int32Array.from(workdays) };
}

/**
 * The national calendar: 2019 to the year of the revision's last notice; the newest also holds the fallback of the year after.
 * @param revision the newest, an earlier number, or a text such as `cn-2020.1`, the calendar before the notice of 2020-01-26
 * @throws Error on a revision that does not exist
 */
export function nationalCalendar(revision: RecordedRevision = newestRevision()): CalendarSnapshot {
  const inForce = noticesOf(revision);
  const year = Math.max(...inForce.filter((notice) => notice !== fallback).map((notice) => notice.year));
  const coveredFrom = civil('2019-01-01');
  const endsOn = civil(`${inForce.includes(fallback) ? fallback.year : year}-12-31`);
  const table = tableOf(inForce);
  const firstDay = toDayNumber(coveredFrom);
  const days = toDayNumber(endsOn) - firstDay + 1;
  const bytes = new Uint8Array(Math.ceil(days / 8));
  for (let i = 0; i < days; i += 1) {
    const listed = table.get(firstDay + i);
    const works = listed ? listed.kind === 'makeUpWorkday' : weekdayOf(firstDay + i) <= 5;
    if (works) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
  }
  // The last days of December wait for the next year's notice, which moves the days around New Year.
  return { revision, coveredFrom, coveredUntil: civil(`${year}-12-27`), endsOn, bitset: toBase64(bytes) };
}

/** Names the days of a national revision, for explanations outside workflows. Same revisions as nationalCalendar. */
export function nationalDays(revision: RecordedRevision = newestRevision()): DescribeDay {
  const table = tableOf(noticesOf(revision));
  const { firstDay, lastDay } = compileCalendar(nationalCalendar(revision));
  return (date) => {
    const day = toDayNumber(date);
    if (day < firstDay || day > lastDay) return undefined;
    return table.get(day) ?? { kind: weekdayOf(day) <= 5 ? 'workday' : 'weekend' };
  };
}

/** The revision built when none is named. */
export function newestRevision(): CalendarRevision {
  return { region: wholeCountry, revision: nationalRevisions.length };
}

/** Whether the day works. The day must lie in the calendar. */
export function isWorkday(calendar: Calendar, day: number): boolean {
  return workdaysUpTo(calendar, day) !== workdaysUpTo(calendar, day - 1);
}

/** Working days from the start of the calendar to a day, that day included; days outside count as far as the calendar goes. */
export function workdaysUpTo(calendar: Calendar, day: number): number {
  const { firstDay, lastDay, before } = calendar;
  const index = day < firstDay ? 0 : (day > lastDay ? lastDay : day) - firstDay + 1;
  return before[index] ?? 0;
}

/** The n-th working day after a day (n >= 1), or undefined past the calendar. O(1). */
export function nthWorkdayAfter(calendar: Calendar, day: number, n: number): number | undefined {
  return calendar.nth[workdaysUpTo(calendar, day) + n - 1];
}

/** The n-th working day before a day (n >= 1), the day itself not counted; undefined before the calendar. O(1). */
export function nthWorkdayBefore(calendar: Calendar, day: number, n: number): number | undefined {
  return calendar.nth[workdaysUpTo(calendar, day - 1) - n];
}

/** The day itself when it works, else the next working day; undefined past the calendar. O(1). */
export function rollForward(calendar: Calendar, day: number): number | undefined {
  return day > calendar.lastDay ? undefined : calendar.nth[workdaysUpTo(calendar, day - 1)];
}

/** The n-th working day after a date (n >= 1), or the error `calendar-not-covered`. */
export function workdaysAfter(date: CivilDate, n: number, calendar: Calendar): CivilDate | ClockError {
  const start = toDayNumber(date);
  const day = covers(calendar, start) ? nthWorkdayAfter(calendar, start, n) : undefined;
  return day === undefined ? notCovered(calendar, `working day ${n} after ${date}`) : fromDayNumber(day);
}

/**
 * The n-th working day before a date (n >= 1), the date itself not counted: latest notice of a hearing, start of a
 * renewal window (domain rule D13). Error `calendar-not-covered`.
 */
export function workdaysBefore(date: CivilDate, n: number, calendar: Calendar): CivilDate | ClockError {
  const start = toDayNumber(date);
  const day = covers(calendar, start) ? nthWorkdayBefore(calendar, start, n) : undefined;
  return day === undefined ? notCovered(calendar, `working day ${n} before ${date}`) : fromDayNumber(day);
}

/** Whether the calendar holds the day. */
export function covers(calendar: Calendar, day: number): boolean {
  return day >= calendar.firstDay && day <= calendar.lastDay;
}

/** The refusal of a day the calendar does not hold, code `calendar-not-covered`. */
export function notCovered(calendar: Calendar, what: string): ClockError {
  const { revision, coveredFrom, endsOn } = calendar.snapshot;
  const detail = `expected ${what} within ${coveredFrom} to ${endsOn} of calendar ${revisionText(revision)}, but it lies outside`;
  return { code: 'calendar-not-covered', detail };
}

/** The notices in force under a revision: for each year the last one issued up to it. */
function noticesOf(revision: RecordedRevision): Notice[] {
  const upTo = typeof revision === 'string' ? revision : lastNoticeOf(revision);
  const last = notices.findIndex((notice) => notice.upTo === upTo);
  if (last < 0) throw new Error(`expected a national calendar revision, but got ${revisionText(revision)}`);
  const byYear = new Map(notices.slice(0, last + 1).map((notice) => [notice.year, notice]));
  const inForce = [...byYear.values()];
  return upTo === fallback.upTo ? [...inForce, fallback] : inForce;
}

function lastNoticeOf({ region, revision }: CalendarRevision): string | undefined {
  return region === wholeCountry ? nationalRevisions[revision - 1] : undefined;
}

function tableOf(inForce: readonly Notice[]): Map<number, DayDescription> {
  const table = new Map<number, DayDescription>();
  for (const { entries, document } of inForce) for (const entry of entries) enter(table, entry, document);
  return table;
}

function enter(table: Map<number, DayDescription>, entry: HolidayEntry, notice: string): void {
  const { name, from, to, worked } = entry;
  const last = toDayNumber(civil(to));
  for (let day = toDayNumber(civil(from)); day <= last; day += 1) table.set(day, { kind: 'holiday', name, notice });
  for (const date of worked) table.set(toDayNumber(civil(date)), { kind: 'makeUpWorkday', name, notice });
}

function civil(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new Error(`expected a civil date in the calendar data, but got ${text}`);
  return date;
}
