import { describe, expect, test } from 'vitest';
import type { Limit } from '../../../domain/clock/clock.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import { compareLimits } from '../../../domain/flow/gate/compared.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import { calendar, calendarOf2026 } from '../../support/clock-of.ts';
import { sample, workdays } from './sample.ts';

const days = (count: number): Limit => ({ count, unit: 'calendarDay' });
const months = (count: number): Limit => ({ count, unit: 'month' });
const wd = (count: number): Limit => ({ count, unit: 'workday' });
const endOf = (startedOn: string, limit: Limit) => {
  const answer = bruteForce({ startedOn, limit });
  return answer === 'calendar-not-covered' ? null : answer.dueOn;
};

describe('two limits in different units', () => {
  test.each([
    [days(60), wd(20)],
    [months(2), wd(20)],
    [wd(40), months(1)],
    [{ count: 1, unit: 'year' } as const, days(340)],
  ])('%o is longer than %o wherever it starts', (own, other) => {
    expect(compareLimits(own, other, calendar)).toMatchObject({ always: true });
  });

  test.each([
    [months(1), wd(20)],
    [days(28), wd(20)],
    [wd(5), days(7)],
  ])('%o is longer than %o at times, and the example is so by a count day by day', (own, other) => {
    const { always, example } = compareLimits(own, other, calendar);
    expect(always).toBe(false);
    expect([example?.own, example?.other]).toEqual([own, other].map((limit) => endOf(example?.startedOn ?? '', limit)));
    expect((example?.own ?? '') > (example?.other ?? '9')).toBe(true);
  });

  test.each([
    [days(10), wd(20)],
    [wd(1), months(1)],
    [days(0), wd(0)],
  ])('%o never ends after %o', (own, other) => {
    expect(compareLimits(own, other, calendar)).toEqual({ always: false, example: null });
  });

  test('that end on one day count where the first must be shorter', () => {
    expect(compareLimits(wd(5), wd(5), calendar)).toEqual({ always: false, example: null });
    expect(compareLimits(wd(5), wd(5), calendar, true).always).toBe(true);
  });

  test('cost little even where every day is looked at, and what cannot be counted throws nothing', () => {
    const begun = performance.now();
    compareLimits(days(10), wd(20), calendar);
    expect(performance.now() - begun).toBeLessThan(250);
    expect(compareLimits(days(7.5), wd(20), calendar).example).toBeNull();
    expect(compareLimits(days(9e15), wd(20), calendar).always).toBe(true);
  });
});

describe('fault C3: a promise in another unit', () => {
  const { limits } = sample();
  const found = (promised: Limit) =>
    checkFlow(sample({ limits: { ...limits, promised: { ...workdays(1), ...promised } } }), {
      checkCondition: () => null,
      tryConditions: () => [],
      ...calendarOf2026,
    }).filter(({ at }) => at.startsWith('/limits/promised/'));

  test('that is longer wherever it starts is an error', () => {
    expect(found(days(60))).toMatchObject([
      {
        severity: 'error',
        code: 'promise-over-statutory',
        at: '/limits/promised/count',
        message: expect.stringMatching(
          /^承诺时限 60 日（自然日）超过法定时限 20 个工作日（例如自 \S+ 起算，分别到 \S+ 和 \S+）$/,
        ),
      },
    ]);
  });

  test('that is longer at times is a warning with a day', () => {
    expect(found(months(1))).toMatchObject([
      {
        severity: 'warning',
        code: 'mixed-units',
        message: expect.stringContaining('有时超过法定时限 20 个工作日（例如自 '),
      },
    ]);
  });

  test('of a branch is found where the branch sets it, once', () => {
    const branch = (id: string, over: Partial<typeof limits>) => ({ id, title: id, when: 'true', limits: over });
    const limitBranches = [
      branch('same', {}),
      branch('law', { statutory: workdays(9) }),
      branch('own', { promised: workdays(21) }),
    ];
    const places = checkFlow(sample({ limitBranches }), {
      checkCondition: () => null,
      tryConditions: () => [],
      ...calendarOf2026,
    })
      .filter(({ code }) => code === 'promise-over-statutory')
      .map(({ at }) => at);
    expect(places).toEqual(['/limitBranches/1/limits/statutory/count', '/limitBranches/2/limits/promised/count']);
  });

  test('that is never longer is nothing', () => expect(found(days(10))).toEqual([]));
});
