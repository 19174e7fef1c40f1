import { describe, expect, it } from 'vitest';

import { compileCalendar } from '../../../domain/clock/calendar.ts';
import { rungDate } from '../../../domain/clock/rungs.ts';
import type { RungAt } from '../../../domain/clock/rungs.ts';
import { calendar, clockOf, firstRevision } from '../../support/clock-of.ts';

const lapsed: RungAt = { lapsed: true };
const due: RungAt = { due: true };

const rungs: [string, string, string, RungAt, string | null][] = [
  ['2026-09-14', '20 workday', '', { before: 1 }, '2026-10-15'],
  ['2026-09-14', '20 workday', '', { percent: 80 }, '2026-10-12'],
  ['2026-09-14', '20 workday', '', { percent: 90 }, '2026-10-14'],
  ['2026-09-14', '20 workday', '', due, '2026-10-16'],
  ['2026-09-14', '20 workday', '', lapsed, '2026-10-17'],
  ['2026-09-14', '20 workday', '', { after: 5 }, '2026-10-23'],
  ['2026-09-14', '3 workday', '', { percent: 80 }, '2026-09-17'],
  ['2026-09-14', '3 workday', '', { percent: 1 }, '2026-09-15'],
  ['2026-04-01', '30 calendarDay', '', { percent: 50 }, '2026-04-16'],
  ['2026-04-01', '30 calendarDay', '', { before: 1 }, '2026-04-30'],
  ['2026-04-01', '30 calendarDay', '', { after: 3 }, '2026-05-09'],
  ['2026-03-10', '1 month', '', { before: 2 }, '2026-04-08'],
  ['2026-03-02', '20 workday', '2026-03-09..2026-03-20', { percent: 80 }, '2026-04-07'],
  ['2026-03-02', '20 workday', '2026-03-09..', { percent: 80 }, null],
  ['2026-03-02', '20 workday', '2026-03-09..', { percent: 25 }, '2026-03-09'],
  ['2026-03-02', '20 workday', '2026-03-09..', { percent: 26 }, null],
  ['2026-03-02', '20 workday', '2026-03-30..', { percent: 100 }, '2026-03-30'],
  ['2026-03-02', '20 workday', '2026-03-30..', due, null],
  ['2026-03-02', '20 workday', '2026-03-30..', lapsed, null],
  ['2026-03-02', '20 workday', '2026-03-30..', { before: 1 }, null],
  ['2026-03-02', '20 workday', '2026-03-30..', { after: 1 }, null],
  ['2026-03-07', '0 workday', '', { percent: 80 }, null],
  ['2026-03-07', '0 workday', '', due, '2026-03-09'],
  ['2026-09-14', '20 workday', '', { earliest: [{ before: 1 }, { percent: 80 }] }, '2026-10-12'],
  ['2026-03-02', '20 workday', '2026-03-09..', { earliest: [{ before: 1 }, { percent: 25 }] }, '2026-03-09'],
  ['2026-03-07', '0 workday', '', { earliest: [{ percent: 80 }, { before: 1 }] }, '2026-03-06'],
  ['2026-03-07', '0 workday', '', { earliest: [] }, null],
];

describe('the date of a rung', () => {
  it.each(rungs)('%s, %s, %s: %j stands on %s', (startedOn, limit, stops, at, date) => {
    expect(rungDate(at, clockOf(startedOn, limit, stops), calendar)).toBe(date);
  });

  it('is refused outside the calendar rather than left out', () => {
    const old = compileCalendar(firstRevision);
    const clock = clockOf('2027-12-20', '9 workday');
    expect(rungDate(due, clock, old)).toBe('2027-12-31');
    expect(rungDate(lapsed, clock, old)).toBe('2028-01-01');
    expect(rungDate({ after: 1 }, clock, old)).toMatchObject({ code: 'calendar-not-covered' });
    expect(rungDate({ earliest: [due, { after: 1 }] }, clock, old)).toMatchObject({
      code: 'calendar-not-covered',
    });
    expect(rungDate(due, clockOf('2027-12-20', '10 workday'), old)).toMatchObject({
      code: 'calendar-not-covered',
    });
  });
});
