import { describe, expect, it } from 'vitest';
import { waterAbstraction } from '../../../../db/seed/items/water-abstraction.ts';
import { compileCalendar, nationalCalendar } from '../../../../domain/clock/calendar.ts';
import { usualChoices } from '../../../../domain/flow/simulate/choices.ts';
import type { StepChoice } from '../../../../domain/flow/simulate/choices.ts';
import { isFailure } from '../../../../domain/flow/simulate/failure.ts';
import { tryFlow } from '../../../../domain/flow/simulate/try-flow.ts';
import { clockRows, stepRows } from '../../../../console/designer/trial/rows.ts';
import { daysOff, lanes, scaleOf, shows, startsAt, writtenDays } from '../../../../console/designer/trial/scale.ts';
import { at, day } from '../../../support/scene.ts';

const calendar = nationalCalendar();

function tried(steps: Record<string, Partial<StepChoice>> = {}) {
  const choices = { ...usualChoices(at('2026-03-02'), null), steps };
  const trial = tryFlow(waterAbstraction.definition, choices, calendar);
  if (isFailure(trial)) throw new Error(`expected a trial that is played, but ${JSON.stringify(trial)}`);
  return trial;
}

describe('the days of a time line', () => {
  it('begin with the receipt and reach the due dates that are near, not those that are far', () => {
    const scale = scaleOf(tried());
    // Ended on 27 April; the promise is due on 9 May, the law on 5 June.
    expect(startsAt(scale, day('2026-03-02'))).toBe(0);
    expect([shows(scale, day('2026-05-09')), shows(scale, day('2026-06-05'))]).toEqual([true, false]);
    expect(startsAt(scale, day('2026-05-09'), 1)).toBeLessThanOrEqual(100);
  });

  it('are off in runs that end where a working day begins', () => {
    const scale = { first: startDay('2026-04-30'), count: 10 };
    // 1 to 5 May, and 9 May is worked.
    expect(daysOff(scale, compileCalendar(calendar)).map((run) => run.map(Math.round))).toEqual([[10, 60]]);
  });

  it('are written with room for each', () => {
    const scale = { first: startDay('2026-03-02'), count: 20 };
    expect(writtenDays(scale, 7)).toEqual(['2026-03-02', '2026-03-09']);
    expect(writtenDays(scale, 40)).toEqual(['2026-03-02']);
  });

  it('bear marks in rows, none on another', () => {
    expect(lanes([0, 10, 45, 46], 40)).toEqual([0, 1, 0, 2]);
  });
});

describe('the rows of a time line', () => {
  it('are each clock of the case once and each step once, with what is late in red', () => {
    const trial = tried({ audit: { lasts: { count: 14, unit: 'workday' } } });
    expect(clockRows(trial).map(({ id }) => id)).toEqual([
      'notice',
      'promisedNotice',
      'statutory',
      'promised',
      'delivery',
    ]);
    const promised = clockRows(trial).find(({ id }) => id === 'promised');
    expect(promised?.spans.map(({ what }) => what)).toEqual(['runs', 'stops', 'stops', 'over']);
    const late = stepRows(trial).filter(({ spans }) => spans.some(({ what }) => what === 'over'));
    expect(late.map(({ id }) => id)).toEqual(['audit']);
    const told = [...clockRows(trial), ...stepRows(trial)].flatMap(({ warnings }) => warnings);
    expect(told.length).toBe(trial.warnings.length);
  });
});

function startDay(text: string): number {
  return Date.parse(text) / 86_400_000;
}
