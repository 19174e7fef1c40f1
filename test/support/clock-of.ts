import { fromBase64, toBase64 } from '../../domain/clock/base64.ts';
import { compileCalendar, nationalCalendar, upToHorizon } from '../../domain/clock/calendar.ts';
import type { CalendarSnapshot } from '../../domain/clock/calendar.ts';
import { toDayNumber } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import type { Clock } from '../../domain/clock/clock.ts';
import { parseClock } from '../../domain/clock/parse-clock.ts';
import { civil } from './civil.ts';

/** The newest national calendar as the calculators have it: up to its horizon. */
export const calendar = upToHorizon(compileCalendar(nationalCalendar()));

/** The first national revision: it ends with 2027, and nothing is known of the days after. */
export const firstRevision = nationalCalendar({ region: '000000', revision: 1 });

/** The national calendar up to a notice, as a revision of a region: for tests of a calendar that is revised. */
export function revised(upTo: string, revision: number, region = '000000'): CalendarSnapshot {
  return { ...nationalCalendar(upTo), revision: { region, revision } };
}

/** The newest national calendar as the next revision, with these days turned: worked ones free, free ones worked. */
export function turned(days: ReadonlySet<string>, revision: number): CalendarSnapshot {
  const snapshot = nationalCalendar();
  const bytes = fromBase64(snapshot.bitset);
  for (const day of days) {
    const index = toDayNumber(civil(day)) - toDayNumber(snapshot.coveredFrom);
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) ^ (1 << (index & 7));
  }
  return { ...snapshot, revision: { region: '000000', revision }, bitset: toBase64(bytes) };
}

/**
 * A clock in one line of a test: `clockOf('2026-03-02', '20+10 workday', '2026-03-09..2026-03-20 2026-04-08..')`.
 * Throws when it is not a clock.
 */
export function clockOf(startedOn: string, limit: string, stops = '', endedOn?: string): Clock {
  const [amount = '', unit] = limit.split(' ');
  const [count, extension = 0] = amount.split('+').map(Number);
  const list = stops === '' ? [] : stops.split(' ').map((stop) => stop.split('..'));
  const clock = parseClock({
    startedOn,
    limit: { count, unit },
    extension,
    stops: list.map(([from, to]) => ({ from, to: to === '' ? null : to })),
    ...(endedOn !== undefined && { endedOn }),
  });
  if (isClockError(clock)) throw new Error(clock.detail);
  return clock;
}

/** A result in a test; throws when it is a refusal. */
export function wanted<Result>(result: Result): Exclude<Result, { code: unknown; detail: unknown }> {
  if (isClockError(result)) throw new Error(`${result.code}: ${result.detail}`);
  return result as Exclude<Result, { code: unknown; detail: unknown }>;
}

/** What the gate is told of time in tests: the newest calendar, on a day of 2026. */
export const calendarOf2026 = { calendar, today: civil('2026-11-27') };
