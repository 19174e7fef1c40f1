import { lawfulDaysOff } from './oracle-holidays.ts';

/**
 * The oracle of the clock: design.md section 3 read rule by rule and counted day by day, with its own copy of the
 * calendar of domain.md 2.2 and, from 2027, its own reading of the law. It shares no line with domain/clock and imports nothing of it; slow and plain on purpose.
 */

export type OracleClock = {
  startedOn: string;
  limit: { count: number; unit: string };
  extension?: number;
  stops?: { from: string; to: string | null }[];
  today?: string;
  /** Days that a revised calendar turns: worked ones that become free, free ones that become worked. */
  turned?: ReadonlySet<string>;
};

export type OracleAnswer = {
  dueOn: string | null;
  provisional: boolean;
  excluded: number | null;
  used?: number;
  remaining?: number | null;
  overdue?: boolean;
};

const off = `
2019: 01-01; 02-04..02-10; 04-05..04-07; 05-01..05-04; 06-07..06-09; 09-13..09-15; 10-01..10-07
2020: 01-01; 01-24..02-02; 04-04..04-06; 05-01..05-05; 06-25..06-27; 10-01..10-08
2021: 01-01..01-03; 02-11..02-17; 04-03..04-05; 05-01..05-05; 06-12..06-14; 09-19..09-21; 10-01..10-07
2022: 01-01..01-03; 01-31..02-06; 04-03..04-05; 04-30..05-04; 06-03..06-05; 09-10..09-12; 10-01..10-07; 12-31
2023: 01-01..01-02; 01-21..01-27; 04-05; 04-29..05-03; 06-22..06-24; 09-29..10-06
2024: 01-01; 02-10..02-17; 04-04..04-06; 05-01..05-05; 06-10; 09-15..09-17; 10-01..10-07
2025: 01-01; 01-28..02-04; 04-04..04-06; 05-01..05-05; 05-31..06-02; 10-01..10-08
2026: 01-01..01-03; 02-15..02-23; 04-04..04-06; 05-01..05-05; 06-19..06-21; 09-25..09-27; 10-01..10-07`;

const workedWeekends = `
2019: 02-02 02-03 04-28 05-05 09-29 10-12
2020: 01-19 04-26 05-09 06-28 09-27 10-10
2021: 02-07 02-20 04-25 05-08 09-18 09-26 10-09
2022: 01-29 01-30 04-02 04-24 05-07 10-08 10-09
2023: 01-28 01-29 04-23 05-06 06-25 10-07 10-08
2024: 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
2025: 01-26 02-08 04-27 09-28 10-11
2026: 01-04 02-14 02-28 05-09 09-20 10-10`;

const firstDate = '2019-01-01';
const lastDate = '2036-12-31';
const coveredUntil = '2026-12-27';

/** Days from 2019 on, far past the calendar, because civil days can be counted there too. */
const dates: string[] = [];
for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2046, 0, 1); at += 86_400_000) {
  dates.push(new Date(at).toISOString().slice(0, 10));
}
const indexOf = new Map(dates.map((date, index) => [date, index]));
const working = workingDays();

function workingDays(): Set<string> {
  const days = new Set(dates.filter((date) => date <= lastDate && ![0, 6].includes(new Date(date).getUTCDay())));
  for (const line of off.trim().split('\n')) {
    for (const range of line.slice(6).split('; ')) {
      const [from = '', to = from] = range.split('..').map((day) => `${line.slice(0, 4)}-${day}`);
      for (const date of dates) if (from <= date && date <= to) days.delete(date);
    }
  }
  for (let year = 2027; year <= 2036; year += 1) for (const day of lawfulDaysOff(year)) days.delete(day);
  for (const line of workedWeekends.trim().split('\n')) {
    for (const day of line.slice(6).split(' ')) days.add(`${line.slice(0, 4)}-${day}`);
  }
  return days;
}

/** Number of working days of a year in the oracle's calendar, to check the calendar itself against the document. */
export function workdaysOfYear(year: number): number {
  return [...working].filter((date) => date.startsWith(`${year}-`)).length;
}

/** The oracle's working days, first to last. */
export function oracleWorkdays(): string[] {
  return dates.filter((date) => working.has(date));
}

/** The answer to one valid question, or 'calendar-not-covered'. */
export function bruteForce(question: OracleClock): OracleAnswer | 'calendar-not-covered' {
  const { startedOn, limit, today, turned } = question;
  if (startedOn < firstDate || startedOn > lastDate) return 'calendar-not-covered';
  const inWorkdays = limit.unit === 'workday';
  const length = lengthInDays(startedOn, limit.count + (question.extension ?? 0), limit.unit);
  const stops = length === 0 ? [] : (question.stops ?? []);
  const isExcluded = (x: string) => stops.some(({ from, to }) => from < x && (to === null || x <= to));
  const isWorked = (x: string) => working.has(x) !== (turned?.has(x) ?? false);
  const isOfKind = (x: string) => !inWorkdays || isWorked(x);
  const daysAfter = (a: string, b: string, test: (x: string) => boolean) => {
    let days = 0;
    for (let i = (indexOf.get(a) ?? 0) + 1; (dates[i] ?? '9') <= b; i += 1) if (test(dates[i] ?? '')) days += 1;
    return days;
  };
  const isCounted = (x: string) => x > startedOn && isOfKind(x) && !isExcluded(x);

  const raw = rawDue({ startedOn, length, isCounted, horizon: inWorkdays ? lastDate : (dates.at(-1) ?? ''), stops });
  if (raw === 'calendar-not-covered') return raw;
  const due = raw === null ? null : movedDue(raw, stops, isWorked);
  if (due === 'calendar-not-covered') return due;

  const isTakenOut = (x: string) => isOfKind(x) && isExcluded(x);
  const end = due ?? today;
  const answer: OracleAnswer = {
    dueOn: due,
    provisional: due !== null && due > coveredUntil,
    excluded: length === 0 ? 0 : end === undefined ? null : daysAfter(startedOn, end, isTakenOut),
  };
  if (today === undefined) return answer;
  if (inWorkdays && today > startedOn && today > lastDate) return 'calendar-not-covered';

  answer.used = daysAfter(startedOn, today, isCounted);
  answer.overdue = due !== null && today > due;
  if (raw === null || due === null) {
    answer.remaining = limit.unit === 'month' || limit.unit === 'year' ? null : length - answer.used;
  } else if (today <= raw) {
    answer.remaining = daysAfter(today > startedOn ? today : startedOn, raw, isCounted);
  } else if (today <= due) {
    answer.remaining = 0;
  } else {
    answer.remaining = 0 - daysAfter(due, today, isOfKind);
  }
  return answer;
}

function lengthInDays(startedOn: string, count: number, unit: string): number {
  if (unit === 'workday' || unit === 'calendarDay') return count;
  const [year = 0, month = 0, day = 0] = startedOn.split('-').map(Number);
  const months = unit === 'month' ? count : count * 12;
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return (end - Date.UTC(year, month - 1, day)) / 86_400_000;
}

type RawInput = {
  startedOn: string;
  length: number;
  isCounted: (x: string) => boolean;
  horizon: string;
  stops: { from: string; to: string | null }[];
};

function rawDue({ startedOn, length, isCounted, horizon, stops }: RawInput): string | null | 'calendar-not-covered' {
  let used = 0;
  if (length === 0) return startedOn;
  for (let i = (indexOf.get(startedOn) ?? 0) + 1; (dates[i] ?? '9') <= horizon; i += 1) {
    const date = dates[i] ?? '';
    if (isCounted(date)) used += 1;
    if (used === length) return date > lastDate ? 'calendar-not-covered' : date;
  }
  // Past the horizon nobody knows the working days, but where every day up to an open stop is excluded none is counted.
  const open = stops.filter(({ to }) => to === null).map(({ from }) => from);
  if (open.length === 0) return 'calendar-not-covered';
  const openFrom = open.reduce((a, b) => (a < b ? a : b));
  const mayCount = dates.some(
    (x) => x > horizon && x <= openFrom && !stops.some(({ from, to }) => from < x && (to === null || x <= to)),
  );
  return mayCount ? 'calendar-not-covered' : null;
}

function movedDue(
  raw: string,
  stops: { from: string; to: string | null }[],
  isWorked: (x: string) => boolean,
): string | null | 'calendar-not-covered' {
  let atLeast = raw;
  for (;;) {
    // Past the calendar the day is this one or later; a stop that holds it moves either to the same working day.
    const due = firstWorkday(atLeast, isWorked);
    const x = due ?? atLeast;
    const holding = stops.filter(({ from, to }) => from <= x && (to === null || x < to));
    if (holding.some(({ to }) => to === null)) return null;
    const [stop] = holding;
    if (stop?.to === undefined || stop.to === null) return due ?? 'calendar-not-covered';
    atLeast = stop.to;
  }
}

function firstWorkday(from: string, isWorked: (x: string) => boolean): string | undefined {
  for (let i = indexOf.get(from) ?? dates.length; i < dates.length; i += 1) {
    const date = dates[i] ?? '';
    if (isWorked(date)) return date;
  }
  return undefined;
}
