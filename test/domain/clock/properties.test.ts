import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nationalDays } from '../../../domain/clock/calendar.ts';
import { fromDayNumber, toDayNumber } from '../../../domain/clock/civil-date.ts';
import { isClockError } from '../../../domain/clock/clock.ts';
import { excludedDays, reckon, standingOn } from '../../../domain/clock/reckon.ts';
import type { Clock, LimitUnit, Stop } from '../../../domain/clock/clock.ts';
import { explain } from '../../../domain/clock/explain.ts';
import { rungDate } from '../../../domain/clock/rungs.ts';
import { civil } from '../../support/civil.ts';
import { calendar } from '../../support/clock-of.ts';

const origin = toDayNumber(civil('2024-01-01'));
const dayArb = fc.integer({ min: 0, max: 800 }).map((days) => fromDayNumber(origin + days));
const unitArb = fc.constantFrom<LimitUnit>('workday', 'calendarDay', 'month');

const stopsFor = (start: number) =>
  fc.array(
    fc
      .record({
        after: fc.integer({ min: -10, max: 60 }),
        days: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 12 }),
      })
      .map(({ after, days }): Stop => ({
        from: fromDayNumber(start + after),
        to: days === null ? null : fromDayNumber(start + after + days),
      })),
    { maxLength: 5 },
  );

const clockArb: fc.Arbitrary<Clock> = fc
  .record({
    startedOn: dayArb,
    unit: unitArb,
    count: fc.integer({ min: 0, max: 25 }),
    extension: fc.integer({ min: 0, max: 5 }),
  })
  .chain(({ startedOn, unit, count, extension }) =>
    stopsFor(toDayNumber(startedOn)).map((stops) => {
      // Months are kept few, so that every due date lies in the calendar.
      const limit = { count: unit === 'month' ? count % 6 : count, unit };
      return { startedOn, limit, extension: unit === 'month' ? 0 : extension, stops };
    }),
  );

const dueOf = (clock: Clock) => {
  const reckoning = reckon(clock, calendar);
  if (isClockError(reckoning)) throw new Error(reckoning.detail);
  return reckoning;
};

describe('for every clock', () => {
  it('stops are a union: neither their order, nor doubling, nor splitting one changes a date', () => {
    fc.assert(
      fc.property(clockArb, fc.nat(), (clock, at) => {
        const split = clock.stops.flatMap((stop): Stop[] => {
          const length = stop.to === null ? 30 : toDayNumber(stop.to) - toDayNumber(stop.from);
          const middle = fromDayNumber(toDayNumber(stop.from) + (at % (length + 1)));
          return [
            { from: middle, to: stop.to },
            { from: stop.from, to: middle },
          ];
        });
        const expected = dueOf(clock);
        expect(dueOf({ ...clock, stops: clock.stops.toReversed() })).toEqual(expected);
        expect(dueOf({ ...clock, stops: [...clock.stops, ...clock.stops] })).toEqual(expected);
        expect(dueOf({ ...clock, stops: split })).toEqual(expected);
      }),
    );
  });

  it('a longer limit never falls due earlier, and a stop never makes a date earlier', () => {
    fc.assert(
      fc.property(clockArb, (clock) => {
        const { dueOn } = dueOf(clock);
        const longer = dueOf({ ...clock, limit: { ...clock.limit, count: clock.limit.count + 1 } });
        const unstopped = dueOf({ ...clock, stops: [] });
        if (dueOn !== null && longer.dueOn !== null) expect(longer.dueOn >= dueOn).toBe(true);
        if (dueOn !== null && unstopped.dueOn !== null) expect(dueOn >= unstopped.dueOn).toBe(true);
      }),
    );
  });

  it('the rows of its explanation add up to what is reckoned', () => {
    fc.assert(
      fc.property(clockArb, fc.integer({ min: -5, max: 90 }), (clock, after) => {
        const today = fromDayNumber(toDayNumber(clock.startedOn) + after);
        const labels = { startedBy: '受理', stops: clock.stops.map((_, index) => ({ step: `${index}` })) };
        const explanation = explain(clock, calendar, { labels, describeDay: nationalDays(), today });
        const standing = standingOn(clock, calendar, today);
        if (isClockError(explanation) || isClockError(standing)) throw new Error('expected an answer');
        const { length, dueOn } = dueOf(clock);
        const upToToday = (kinds: string[]) =>
          explanation.rows.filter((row) => row.date <= today && kinds.includes(row.kind)).length;
        const excludedRows = explanation.rows.filter((row) => row.kind === 'excluded').length;

        expect(explanation.dueOn).toBe(dueOn);
        expect(excludedRows).toBe(excludedDays(clock, calendar, today));
        expect(upToToday(['counted', 'makeUpWorkday'])).toBe(Math.min(standing.used, length));
        if (dueOn !== null) expect(explanation.rows.at(-1)?.total).toBe(length);
        if (standing.overdue) expect(upToToday(['overdue'])).toBe(0 - (standing.remaining ?? 0));
      }),
    );
  });

  it('a percentage stands on the first day that has used it', () => {
    fc.assert(
      fc.property(clockArb, fc.integer({ min: 1, max: 100 }), (clock, percent) => {
        const date = rungDate({ percent }, clock, calendar);
        if (isClockError(date)) throw new Error(date.detail);
        const { length } = dueOf(clock);
        if (date === null) return;
        const usedOn = (day: number) => {
          const standing = standingOn(clock, calendar, fromDayNumber(day));
          return isClockError(standing) ? -1 : standing.used;
        };
        const needed = Math.ceil((percent * length) / 100);
        expect(usedOn(toDayNumber(date))).toBe(needed);
        expect(usedOn(toDayNumber(date) - 1)).toBeLessThan(needed);
      }),
    );
  });
});
