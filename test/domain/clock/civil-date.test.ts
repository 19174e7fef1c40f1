import { describe, expect, it } from 'vitest';

import {
  addMonths,
  civilDateOf,
  fromDayNumber,
  parseCivilDate,
  rfc3339,
  startOfDay,
  toDayNumber,
  weekday,
} from '../../../domain/clock/civil-date.ts';
import { civil } from '../../support/civil.ts';

describe('civil dates', () => {
  it('agree with the machine on every day of 1900 to 2199', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2199, 11, 31) / 86_400_000;
    const wrong: string[] = [];
    for (let day = first; day <= last; day += 1) {
      const expected = new Date(day * 86_400_000);
      const date = fromDayNumber(day);
      const isRight =
        date === expected.toISOString().slice(0, 10) &&
        parseCivilDate(date) === date &&
        toDayNumber(date) === day &&
        weekday(date) === (expected.getUTCDay() || 7);
      if (!isRight) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
  ])('refuse %s, which does not exist or lies outside 1900 to 2199', (text) =>
    expect(parseCivilDate(text)).toBeUndefined(),
  );

  it.each([
    '',
    '2026-3-2',
    '2026/03/02',
    ' 2026-03-02',
    '2026-03-02T00:00',
    '20260302',
    '2026-03-0x',
    '２０２６-03-02',
  ])('refuse %j, which is not YYYY-MM-DD', (text) => expect(parseCivilDate(text)).toBeUndefined());

  it('begin at 00:00+08:00', () => {
    const midnight = Date.parse('2026-03-02T00:00:00+08:00');
    expect(startOfDay(civil('2026-03-02'))).toBe(midnight);
    expect([midnight - 1, midnight, midnight + 86_399_999].map(civilDateOf)).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-02',
    ]);
    expect(civilDateOf(-1)).toBe('1970-01-01');
  });

  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-10', 1, '2026-04-10'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %d months are %s', (from, months, to) => expect(addMonths(civil(from), months)).toBe(to));

  it('are not made outside 1900 to 2199', () => {
    expect(() => fromDayNumber(200_000)).toThrow(RangeError);
    expect(() => fromDayNumber(Number.NaN)).toThrow(RangeError);
  });

  it('are read off any instant in +08:00, to the second or the millisecond', () => {
    const spread = Array.from({ length: 2_000 }, (_unused, n) => -5e11 + n * 1_000_000_007);
    for (const ms of [0, -1, Date.UTC(2026, 11, 31, 16, 0, 0, 5), ...spread]) {
      const shifted = new Date(ms + 8 * 3_600_000).toISOString();
      expect(rfc3339(ms, 'ms')).toBe(shifted.replace('Z', '+08:00'));
      expect(rfc3339(ms)).toBe(`${shifted.slice(0, 19)}+08:00`);
    }
  });
});
