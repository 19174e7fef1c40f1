import { fromBase64, toBase64 } from './base64.ts';
import { fallbackYears, nationalRevisions, notices } from './calendar-data.ts';
import type { FallbackYear, HolidayEntry, NationalRevision } from './calendar-data.ts';
import { fromDayNumber, lastCivilDay, parseCivilDate, toDayNumber, weekdayOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClockError } from './clock.ts';
import { nthWeekdayAfter, weekdaysUpTo } from './weekdays.ts';
import { revisionText, wholeCountry } from './revision.ts';
import type { CalendarRevision, RecordedRevision } from './revision.ts';

/**
 * A calendar as data, safe in JSON: it travels in the input of a workflow and is pinned by the history.
 * `bitset` is base64 of one bit a day from `coveredFrom` to `endsOn` (first day = lowest bit of the first byte), set on
 * working days. Days after `coveredUntil` may still be moved by a notice not yet issued. `beyond`: how the days after `endsOn`, the
 * horizon, are known; without it they are not, and a clock that reaches them has no date (revisions before 2, whose bytes stay).
 */
export type CalendarSnapshot = {
  revision: RecordedRevision;
  coveredFrom: CivilDate;
  coveredUntil: CivilDate;
  endsOn: CivilDate;
  bitset: string;
  beyond?: 'weekdays';
};

/** A compiled calendar. `before[i]` = working days before day firstDay + i; `nth[k]` = day number of the k-th (from 0). */
export type Calendar = {
  snapshot: CalendarSnapshot;
  firstDay: number;
  lastDay: number;
  coveredUntilDay: number;
  isOpenEnded: boolean;
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
  const { revision, coveredFrom, coveredUntil, endsOn, bitset, beyond } = snapshot;
  const key = [revisionText(revision), coveredFrom, coveredUntil, endsOn, bitset, beyond].join(' ');
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
  const isOpenEnded = snapshot.beyond !== undefined;
  return { snapshot, firstDay, lastDay, coveredUntilDay, isOpenEnded, before, nth: Int32Array.from(workdays) };
}

/** The calendar as far as its table goes: beyond the horizon nothing is promised, extended or started. */
export function upToHorizon(calendar: Calendar): Calendar {
  return calendar.isOpenEnded ? { ...calendar, isOpenEnded: false } : calendar;
}

/** The calendar with weekdays past its horizon, for reading how a clock of long ago stands today. */
export function openEnded(calendar: Calendar): Calendar {
  return calendar.isOpenEnded ? calendar : { ...calendar, isOpenEnded: true };
}

/**
 * The national calendar: 2019 to the horizon of the revision, the years after its last notice by the law alone.
 * @param revision the newest, an earlier number, or a text such as `cn-2020.1`, the calendar before the notice of 2020-01-26
 * @throws Error on a revision that does not exist
 */
export function nationalCalendar(revision: RecordedRevision = newestRevision()): CalendarSnapshot {
  const known = revisionOf(revision);
  if (known === undefined) throw new Error(`expected a national calendar revision, but got ${revisionText(revision)}`);
  const { noticed, inForce } = yearsOf(known);
  const coveredFrom = civil('2019-01-01');
  const endsOn = civil(`${Math.max(...inForce.map(({ year }) => year))}-12-31`);
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
  const coveredUntil = civil(`${noticed}-12-27`);
  const beyond = known.isOpenEnded ? { beyond: 'weekdays' as const } : {};
  return { revision, coveredFrom, coveredUntil, endsOn, bitset: toBase64(bytes), ...beyond };
}

/** Names the days of a revision, for explanations outside workflows. Of one that this build does not have it knows no names. */
export function nationalDays(revision: RecordedRevision = newestRevision()): DescribeDay {
  const known = revisionOf(revision);
  if (known === undefined) return () => undefined;
  const table = tableOf(yearsOf(known).inForce);
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
  if (day <= lastDay) return day < firstDay ? 0 : (before[day - firstDay + 1] ?? 0);
  const beyond = calendar.isOpenEnded ? weekdaysUpTo(day) - weekdaysUpTo(lastDay) : 0;
  return (before[lastDay - firstDay + 1] ?? 0) + beyond;
}

/** The working day of an index (from 0), or undefined outside the calendar. */
function workdayAt({ nth, lastDay, isOpenEnded }: Calendar, index: number): number | undefined {
  if (!isOpenEnded || index < nth.length) return nth[index];
  const day = nthWeekdayAfter(lastDay, index - nth.length + 1);
  return day > lastCivilDay ? undefined : day;
}

/** The n-th working day after a day (n >= 1), or undefined past the calendar. O(1). */
export function nthWorkdayAfter(calendar: Calendar, day: number, n: number): number | undefined {
  return workdayAt(calendar, workdaysUpTo(calendar, day) + n - 1);
}

/** The n-th working day before a day (n >= 1), the day itself not counted; undefined before the calendar. O(1). */
export function nthWorkdayBefore(calendar: Calendar, day: number, n: number): number | undefined {
  return workdayAt(calendar, workdaysUpTo(calendar, day - 1) - n);
}

/** The day itself when it works, else the next working day; undefined past the calendar. O(1). */
export function rollForward(calendar: Calendar, day: number): number | undefined {
  return isUnknown(calendar, day) ? undefined : workdayAt(calendar, workdaysUpTo(calendar, day - 1));
}

/** Whether a day lies past all that the calendar knows. */
export function isUnknown({ lastDay, isOpenEnded }: Calendar, day: number): boolean {
  return day > (isOpenEnded ? lastCivilDay : lastDay);
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
  return day >= calendar.firstDay && !isUnknown(calendar, day);
}

/** The refusal of a day the calendar does not hold, code `calendar-not-covered`. */
export function notCovered(calendar: Calendar, what: string): ClockError {
  const { revision, coveredFrom, endsOn } = calendar.snapshot;
  const detail = `expected ${what} within ${coveredFrom} to ${endsOn} of calendar ${revisionText(revision)}, but it lies outside`;
  return { code: 'calendar-not-covered', detail };
}

/** What a revision is made of; the texts of before rules 3 name a notice, the last one with its fallback as number 1. */
function revisionOf(revision: RecordedRevision): NationalRevision | undefined {
  if (typeof revision !== 'string') {
    return revision.region === wholeCountry ? nationalRevisions[revision.revision - 1] : undefined;
  }
  const notice = notices.find(({ upTo }) => upTo === revision);
  const number = nationalRevisions.find(({ upTo }) => upTo === revision);
  return number ?? (notice && { upTo: revision, fallbackUntil: notice.year, isOpenEnded: false });
}

/** The years of a revision: of each the last notice up to its own, then the fallback; and the last year that has a notice. */
function yearsOf({ upTo, fallbackUntil }: NationalRevision): { noticed: number; inForce: readonly FallbackYear[] } {
  const last = notices.findIndex((notice) => notice.upTo === upTo);
  const byYear = new Map(notices.slice(0, last + 1).map((notice) => [notice.year, notice]));
  const noticed = Math.max(...byYear.keys());
  const later = fallbackYears.filter(({ year }) => year > noticed && year <= fallbackUntil);
  return { noticed, inForce: [...byYear.values(), ...later] };
}

function tableOf(inForce: readonly FallbackYear[]): Map<number, DayDescription> {
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
