import { describe, expect, it } from 'vitest';

import { compileCalendar, nationalCalendar } from '../../../domain/clock/calendar.ts';
import {
  excludedDays,
  overdueOn,
  percentUsedOn,
  reckon,
  remainingOn,
  standingOn,
  usedOn,
} from '../../../domain/clock/reckon.ts';
import { civil } from '../../support/civil.ts';
import { calendar, clockOf, firstRevision } from '../../support/clock-of.ts';

// clock on a day -> used remaining overdue; every branch of rule 5
const standings = `
2026-03-02 | 20 workday | | 2026-02-01 | 0 20 no
2026-03-02 | 20 workday | | 2026-03-02 | 0 20 no
2026-03-02 | 20 workday | | 2026-03-03 | 1 19 no
2026-03-02 | 20 workday | | 2026-03-30 | 20 0 no
2026-03-02 | 20 workday | | 2026-03-31 | 21 -1 yes
2026-03-02 | 20 workday | | 2026-04-06 | 24 -4 yes
2026-03-27 | 5 workday | | 2026-04-05 | 5 0 yes
2026-03-02 | 20 workday | 2026-03-09..2026-03-20 | 2026-03-20 | 5 15 no
2026-03-02 | 20 workday | 2026-03-09.. | 2026-06-01 | 5 15 no
2026-03-02 | 20 workday | 2026-03-30.. | 2026-06-01 | 20 0 no
2026-03-02 | 20 workday | 2026-03-30..2026-04-10 | 2026-04-10 | 20 0 no
2026-03-02 | 20 workday | 2026-03-30..2026-04-10 | 2026-04-13 | 21 -1 yes
2026-03-02 | 20 workday | 2026-03-31..2026-04-10 | 2026-04-13 | 22 -9 yes
2026-04-01 | 30 calendarDay | | 2026-04-11 | 10 20 no
2026-04-01 | 30 calendarDay | | 2026-05-04 | 33 0 no
2026-04-01 | 30 calendarDay | | 2026-05-08 | 37 -2 yes
2026-04-01 | 30 calendarDay | 2026-05-03.. | 2026-06-01 | 32 -2 no
2026-03-10 | 1 month | | 2026-03-20 | 10 21 no
2026-03-10 | 1 month | 2026-04-09.. | 2026-04-20 | 30 null no
2026-03-10 | 1 year | 2026-04-09.. | 2026-04-20 | 30 null no
2026-03-07 | 0 workday | 2026-03-01.. | 2026-03-07 | 0 0 no
2026-03-07 | 0 workday | 2026-03-01.. | 2026-03-09 | 1 0 no
2026-03-07 | 0 month | 2026-03-01.. | 2026-03-10 | 3 -1 yes`;

describe('the standing of a clock', () => {
  it.each(standings.trim().split('\n'))('%s', (line) => {
    const [startedOn = '', limit = '', stops = '', today = '', expected = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    const [used, remaining, overdue] = expected.split(' ');
    const clock = clockOf(startedOn, limit, stops);
    const day = civil(today);
    const standing = {
      used: Number(used),
      remaining: remaining === 'null' ? null : Number(remaining),
      overdue: overdue === 'yes',
    };
    expect(standingOn(clock, calendar, day)).toEqual(standing);
    expect(usedOn(clock, calendar, day)).toBe(standing.used);
    expect(remainingOn(clock, calendar, day)).toBe(standing.remaining);
    expect(overdueOn(clock, calendar, day)).toBe(standing.overdue);
  });

  it('stays as it was on the day the clock ended', () => {
    const inTime = clockOf('2026-03-02', '20 workday', '', '2026-03-27');
    expect(standingOn(inTime, calendar, civil('2026-12-01'))).toEqual({ used: 19, remaining: 1, overdue: false });
    const late = clockOf('2026-03-02', '20 workday', '', '2026-04-01');
    expect(standingOn(late, calendar, civil('2026-12-01'))).toEqual({ used: 22, remaining: -2, overdue: true });
    const stopped = clockOf('2026-03-02', '20 workday', '2026-03-09..', '2026-03-12');
    expect(excludedDays(stopped, calendar, civil('2026-12-01'))).toBe(3);
  });

  it('counts used as a share of the limit, at most all of it', () => {
    const clock = clockOf('2026-03-02', '16+4 workday');
    expect(percentUsedOn(clock, calendar, civil('2026-03-16'))).toBe(50);
    expect(percentUsedOn(clock, calendar, civil('2026-12-16'))).toBe(100);
    expect(percentUsedOn(clockOf('2026-03-02', '0 workday'), calendar, civil('2026-12-16'))).toBeNull();
  });
});

describe('excluded days', () => {
  it.each([
    ['20 workday', '2026-03-09..2026-03-20', undefined, 9],
    ['20 workday', '2026-02-01..2026-03-03 2026-03-31..2026-04-30', undefined, 1 + 21],
    ['20 workday', '2026-04-01..2026-04-30', undefined, 0],
    ['20 workday', '2026-03-09..', undefined, null],
    ['20 workday', '2026-03-09..', '2026-03-11', 2],
    ['20 workday', '2026-03-09..', '2026-02-11', 0],
    ['0 workday', '2026-03-01..', undefined, 0],
    ['0+1 workday', '2026-03-02..2026-03-04', undefined, 2],
    ['20 calendarDay', '2026-03-06..2026-03-09', undefined, 3],
  ])('of %s with stops %s up to %s are %s', (limit, stops, today, expected) => {
    const clock = clockOf('2026-03-02', limit, stops);
    expect(excludedDays(clock, calendar, today === undefined ? undefined : civil(today))).toBe(expected);
  });
});

describe('a date outside the calendar', () => {
  const old = compileCalendar(firstRevision);

  it.each([
    ['2018-12-31', '1 workday', ''],
    ['2028-01-01', '0 workday', ''],
    ['2027-12-30', '2 workday', ''],
    ['2027-12-30', '2 calendarDay', ''],
    ['2027-12-01', '1 month', '2027-12-02..2027-12-04'],
    ['2027-12-01', '5 workday', '2027-12-08..2028-01-10'],
    ['2027-12-01', '30 workday', '2028-02-01..'],
    ['2027-12-01', '9007199254740991 year', ''],
  ])('is refused: %s, %s, %s', (startedOn, limit, stops) => {
    const clock = clockOf(startedOn, limit, stops);
    expect(reckon(clock, old)).toMatchObject({ code: 'calendar-not-covered' });
    expect(standingOn(clock, old, civil('2027-12-05'))).toMatchObject({ code: 'calendar-not-covered' });
    expect(excludedDays(clock, old)).toMatchObject({ code: 'calendar-not-covered' });
  });

  it('is no due date at all while an open stop keeps it from coming', () => {
    expect(reckon(clockOf('2027-12-01', '900 workday', '2027-12-31..'), old)).toMatchObject({ dueOn: null });
    const touching = clockOf('2027-12-01', '900 workday', '2027-12-28..2028-01-06 2028-01-06..');
    expect(reckon(touching, old)).toMatchObject({ dueOn: null });
  });

  it('stops only answers that need working days up to it', () => {
    const beyond = civil('2028-02-01');
    const working = clockOf('2027-12-01', '5 workday', '2027-12-03..');
    expect(standingOn(working, old, beyond)).toMatchObject({ code: 'calendar-not-covered' });
    expect(percentUsedOn(working, old, beyond)).toMatchObject({ code: 'calendar-not-covered' });
    expect(excludedDays(working, old, beyond)).toMatchObject({ code: 'calendar-not-covered' });
    expect(standingOn(clockOf('2027-12-01', '5 calendarDay'), old, beyond)).toEqual({
      used: 62,
      remaining: -57,
      overdue: true,
    });
  });
});

it('a date is provisional after the day up to which notices cover, not on it', () => {
  const covered = compileCalendar({ ...nationalCalendar(), coveredUntil: civil('2026-12-25') });
  expect(reckon(clockOf('2026-12-24', '1 workday'), covered)).toMatchObject({
    dueOn: '2026-12-25',
    provisional: false,
  });
  expect(reckon(clockOf('2026-12-25', '1 workday'), covered)).toMatchObject({ dueOn: '2026-12-28', provisional: true });
});

it('it is the rolled date that is provisional', () => {
  expect(reckon(clockOf('2026-12-25', '2 calendarDay'), calendar)).toEqual({
    length: 2,
    rawDueOn: '2026-12-27',
    dueOn: '2026-12-28',
    provisional: true,
  });
});
