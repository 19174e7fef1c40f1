import { describe, expect, test } from 'vitest';
import { impactOn } from '../../../domain/case/impact.ts';
import type { Asked } from '../../../domain/case/impact.ts';
import type { World } from '../../../domain/case/state.ts';
import type { Plan } from '../../../domain/flow/plan.ts';
import { demoToday, playDemo } from '../../support/demo-scenes.ts';

const scenes = [...playDemo().scenes.values()];
const under = (change: (plan: Plan) => Plan): Asked[] =>
  scenes.map(({ state, world }) => ({
    state,
    own: world,
    other: { ...world, plan: change(world.plan) } satisfies World,
  }));
const promising = (count: number) => (plan: Plan) => ({
  ...plan,
  limits: { ...plan.limits, promised: { count, unit: 'workday' as const } },
});
const impact = (change: (plan: Plan) => Plan) => impactOn(under(change), demoToday);
const total = (warnings: ReturnType<typeof impact>['before']['warnings']) =>
  warnings.reduce((sum, { count }) => sum + count, 0);

describe('what another version would have done to the demo cases', () => {
  test('the same version changes nothing: no date, no state, no warning', () => {
    const { before, after, moved } = impact((plan) => plan);
    expect(moved).toEqual([]);
    expect(after).toEqual(before);
    expect(before.closed + before.open).toBe(scenes.length);
    expect(before.onTime).toBeGreaterThan(0);
    expect(total(before.warnings)).toBeGreaterThan(0);
  });

  test('under their own version what is overdue is what was recorded as lapsed', () => {
    const lapsed = scenes.filter(({ state }) =>
      state.clocks.some(({ kind, lapsedFor }) => lapsedFor !== null && (kind === 'promised' || kind === 'statutory')),
    );
    const { before } = impact((plan) => plan);
    expect(before.late + before.closed - before.onTime).toBe(lapsed.length);
  });

  test('a promise of one day moves every promised clock to an earlier day, and nothing else', () => {
    const { before, after, moved } = impact(promising(1));
    const clocks = scenes.flatMap(({ state }) => state.clocks).filter(({ kind }) => kind === 'promised');
    expect(new Set(moved.map(({ clock }) => clock.split(':')[0]))).toEqual(new Set(['promised']));
    // What is decided on the day it came in is promised for that day already.
    expect(moved.length).toBeLessThanOrEqual(clocks.length);
    expect(moved.length).toBeGreaterThan(clocks.length / 2);
    expect(after.onTime).toBeLessThan(before.onTime);
    expect(after.late).toBeGreaterThan(before.late);
    expect(total(after.warnings)).toBeGreaterThan(total(before.warnings));
  });

  test('a warning counts from its day on', () => {
    const filedToday = under((plan) => plan).filter(({ state }) => state.filing.receivedOn === demoToday);
    expect(filedToday.length).toBeGreaterThan(0);
    expect(impactOn(filedToday, demoToday).before.warnings).toEqual([]);
  });

  test('another ladder changes who is warned, and no date', () => {
    const { before, after, moved } = impact((plan) => ({
      ...plan,
      ladder: plan.ladder.filter(({ to }) => !to.includes('supervisor')),
    }));
    expect(moved).toEqual([]);
    expect(before.warnings.some(({ to }) => to === 'supervisor')).toBe(true);
    expect(after.warnings.some(({ to }) => to === 'supervisor')).toBe(false);
  });

  test('a limit that a version does not have watches nothing any more', () => {
    const { moved } = impact((plan) => ({ ...plan, steps: plan.steps.map((step) => ({ ...step, limit: null })) }));
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.every(({ before, after }) => before !== null && after === null)).toBe(true);
  });
});
