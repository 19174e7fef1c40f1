import { describe, expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { FlowDefinitionSchema } from '../../../contract/flow-definition.ts';
import { itemSeeds } from '../../../db/seed/items/index.ts';
import { oversizeTransport } from '../../../db/seed/items/oversize-transport.ts';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import { departments } from '../../../db/seed/regions.ts';
import { canonicalBytes } from '../../../domain/flow/canonical.ts';
import { catchAll } from '../../../domain/flow/catch-all.ts';
import { stepsOf } from '../../../domain/flow/blocks.ts';
import { compilePlan } from '../../../domain/flow/compile.ts';
import type { FlowDefinition, LimitRule } from '../../../domain/flow/definition.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import { maxPlanBytes } from '../../../domain/flow/gate/version.ts';
import type { Plan } from '../../../domain/flow/plan.ts';
import { openSteps } from '../../../domain/flow/walk.ts';
import type { Outcomes } from '../../../domain/flow/walk.ts';
import { checkCondition } from '../../../contract/conditions/check.ts';
import { tryConditions } from '../../../contract/conditions/try.ts';
import { chooseByForm } from '../../../server/conditions.ts';

const open = (plan: Plan, outcomes: Outcomes) => openSteps(plan, { outcomes, byForm: {} });

const named = itemSeeds.map((seed): [string, typeof seed] => [seed.item.name, seed]);

function limitRules(definition: FlowDefinition): LimitRule[] {
  const { notice, statutory, promised, delivery } = definition.limits;
  const ofSteps = stepsOf(definition).flatMap(({ limit, untimed }) => [limit, untimed?.promise]);
  const ofBranches = definition.limitBranches.flatMap(({ limits }) => [
    limits.statutory,
    limits.promised,
    limits.delivery,
  ]);
  return [notice, statutory, promised, delivery, ...ofSteps, ...ofBranches].filter((rule) => rule !== undefined);
}

describe.each(named)('%s', (_name, { item, definition }) => {
  test('passes the gate with the real condition checker', () => {
    const found = checkFlow(definition, { checkCondition, tryConditions, ...calendarOf2026 });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('fits the schema by which the API takes a flow', () => {
    expect(Value.Check(FlowDefinitionSchema, definition)).toBe(true);
  });

  test('compiles to a plan under 16 KB for every limit branch', () => {
    for (const branch of [null, ...definition.limitBranches.map(({ id }) => id)]) {
      const bytes = canonicalBytes(compilePlan(definition, branch));
      expect(bytes).toBeGreaterThan(1000);
      expect(bytes).toBeLessThan(maxPlanBytes);
    }
  });

  test('has a code made of the code of its department, a level and the basic code', () => {
    const department = departments.find(({ id }) => id === item.departmentId);
    expect(item.code).toMatch(new RegExp(`^${department?.uscc}[1-7]${item.basicCode}$`));
    expect(item.code).toHaveLength(31);
    expect(item.basicCode).toMatch(/^(00|[1-6]\d)\d{2}\d{2}\d{3}(\d{3}|\d{2}Y)$/);
    expect(definition.itemCode).toBe(item.code);
    expect(item.guide.implementingBody).toBe(department?.name);
  });

  test('names the provision and the source of the unit of every limit, and marks what is our assumption', () => {
    for (const rule of limitRules(definition)) {
      expect(rule.basis).not.toBe('');
      expect(rule.unitFrom).not.toBe('');
      expect(rule.assumption ?? false).toBe(/假定/.test(rule.unitFrom));
    }
  });

  test('has no catch-all in its conditions and materials', () => {
    const { conditions } = item.guide;
    expect(Array.isArray(conditions)).toBe(true);
    const texts = [...(Array.isArray(conditions) ? conditions : []), ...definition.materials.map(({ title }) => title)];
    expect(texts.map((text) => catchAll(String(text))).filter((found) => found !== null)).toEqual([]);
  });
});

/** Of each demo item: the places at which the gate warns. The demo shows what a warning looks like, and none of them is wrong. */
const warned: Readonly<Record<string, readonly string[]>> = {
  第三类医疗器械经营许可: ['outcome-unread 材料审查', 'outcome-uncovered 现场核查', 'outcome-unread 年度自查报告核对'],
  '取水许可（审批）': [
    'sector-limit-stopped 水资源论证报告书专家评审',
    'outcome-uncovered 审查',
    'outcome-uncovered 现场勘验',
  ],
  '食品经营许可（新办，餐饮服务）': ['outcome-unread 材料审查'],
  '设置医疗机构批准（床位一百张以上）': ['outcome-unread 审查'],
  '公路超限运输许可（省内跨市）': ['outcome-unread 审查'],
  '房地产开发企业资质核定（二级）': ['outcome-unread 材料审查'],
  '食品经营许可（变更名称、法定代表人）': [],
  商品房预售许可: ['outcome-unread 材料审查'],
};

test.each(named)('%s is warned of what it is warned of, no more', (name, { definition }) => {
  const found = checkFlow(definition, { checkCondition, tryConditions, ...calendarOf2026 });
  expect(found.map(({ code, message }) => `${code} ${/“(.+?)”/.exec(message)?.[1] ?? ''}`)).toEqual(warned[name]);
});

test('the demo items together use every kind of step', () => {
  const kinds = new Set(itemSeeds.flatMap(({ definition }) => stepsOf(definition).map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(
    [
      'acceptance',
      'afterCheck',
      'certificate',
      'decision',
      'delivery',
      'expertReview',
      'hearing',
      'intake',
      'passing',
      'review',
      'siteInspection',
    ].sort(),
  );
});

test('the limits are those of domain.md section 8', () => {
  const figures = itemSeeds.map(({ definition: { limits } }) =>
    [limits.notice, limits.statutory, limits.promised, limits.delivery].map(({ count }) => count),
  );
  expect(figures).toEqual([
    [5, 45, 20, 10],
    [5, 10, 5, 5],
    [5, 30, 15, 10],
    [5, 15, 8, 10],
    [5, 20, 10, 10],
    [5, 10, 0, 5],
    [5, 20, 8, 10],
    [5, 20, 12, 10],
  ]);
});

describe('公路超限运输许可', () => {
  const form = (height: number, width: number, length: number, totalMass: number) => ({
    height,
    width,
    length,
    totalMass,
    vehicle: 'combination',
    axles: 6,
    axleLoad: 9,
  });
  const branchOf = (given: ReturnType<typeof form>) => {
    const choice = chooseByForm(oversizeTransport.definition, given, 'a1');
    return 'branch' in choice ? choice.branch : choice.undecided;
  };

  test.each([
    ['class1', form(4.2, 3, 20, 49)],
    ['class2', form(4.21, 3, 20, 49)],
    ['class2', form(4.2, 3, 20, 49.5)],
    ['class2', form(4.5, 3.75, 28, 100)],
    ['class3', form(4.51, 3, 20, 49)],
    ['class3', form(4, 3.76, 20, 49)],
    ['class3', form(4, 3, 28.5, 49)],
    ['class3', form(4, 3, 20, 100.5)],
  ])('%s is chosen for %o', (branch, given) => {
    expect(branchOf(given)).toBe(branch);
  });

  const small = { height: 4, width: 2.5, length: 15 };
  test.each([
    ['class2', { axles: 3, totalMass: 45 }, '45 t on three axles'],
    ['class1', { axles: 2, totalMass: 18 }, 'two axles'],
    ['class2', { axles: 2, totalMass: 18.5 }, 'two axles, over'],
    ['class1', { axles: 3, totalMass: 25, vehicle: 'truck' }, 'a truck of three axles'],
    ['class2', { axles: 3, totalMass: 27, vehicle: 'truck' }, 'a truck of three axles, over'],
    ['class1', { axles: 3, totalMass: 27 }, 'a combination of three axles'],
    ['class1', { axles: 4, totalMass: 31, vehicle: 'truck' }, 'a truck of four axles'],
    ['class2', { axles: 4, totalMass: 36.5 }, 'a combination of four axles, over'],
    ['class2', { axles: 5, totalMass: 43.5 }, 'five axles, over'],
    ['class1', { axles: 8, totalMass: 49 }, 'six axles and more'],
    ['class2', { axles: 6, totalMass: 49, vehicle: 'singleDrive' }, 'a single driven axle, over 46 t'],
    ['class2', { axles: 6, totalMass: 49, axleLoad: 10.5 }, 'an axle over its load'],
    ['class3', { axles: 12, totalMass: 101 }, 'over 100 t, whatever the axles'],
  ])('fault B15: %s is chosen for %o (%s)', (branch, change, _why) => {
    expect(branchOf({ ...form(small.height, small.width, small.length, 0), ...change })).toBe(branch);
  });

  test('has limits of 2, 5 and 15 working days and a survey for class III only', () => {
    const reviewed = { intake: 'received', acceptance: 'accepted', review: 'complete' };
    const seen = ['class1', 'class2', 'class3'].map((branch) => {
      const plan = compilePlan(oversizeTransport.definition, branch);
      return [plan.limits.statutory.count, open(plan, reviewed)];
    });
    expect(seen).toEqual([
      [2, ['decision']],
      [5, ['policeOpinion2']],
      [15, ['routeSurvey']],
    ]);
  });
});

describe('取水许可', () => {
  const reviewed = { intake: 'received', acceptance: 'accepted', review: 'expert' };

  test('asks experts and the urban authority side by side for urban groundwater, else the experts alone', () => {
    const { definition } = waterAbstraction;
    expect(open(compilePlan(definition, 'urbanGroundwater'), reviewed)).toEqual(['expertReview', 'consultation']);
    expect(open(compilePlan(definition, null), reviewed)).toEqual(['expertReview']);
    expect(open(compilePlan(definition, null), { ...reviewed, review: 'direct' })).toEqual(['siteInspection']);
  });

  test('holds a hearing only where the inspection finds a major interest', () => {
    const plan = compilePlan(waterAbstraction.definition, null);
    const inspected = { ...reviewed, expertReview: 'passed' };
    expect(open(plan, { ...inspected, siteInspection: 'majorInterest' })).toEqual(['hearing']);
    expect(open(plan, { ...inspected, siteInspection: 'qualified' })).toEqual(['audit']);
  });

  test('stops the statutory clock for the expert review, not for the site inspection', () => {
    const stops = Object.fromEntries(
      compilePlan(waterAbstraction.definition, null).steps.map(({ id, untimed }) => [id, untimed?.stops]),
    );
    expect(stops.expertReview).toEqual(['statutory', 'promised']);
    expect(stops.siteInspection).toEqual(['promised']);
  });
});
