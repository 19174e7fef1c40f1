import { expect, test } from 'vitest';
import { compilePlan } from '../../../domain/flow/compile.ts';
import type { Plan, PlanBlock } from '../../../domain/flow/plan.ts';
import { isDone, openSteps } from '../../../domain/flow/walk.ts';
import type { ChosenByForm, Outcomes } from '../../../domain/flow/walk.ts';
import { parts, rootWith, sample } from './sample.ts';

const open = (plan: Plan, outcomes: Outcomes, byForm: ChosenByForm = {}) => openSteps(plan, { outcomes, byForm });
const done = (plan: Plan, outcomes: Outcomes) => isDone(plan, { outcomes, byForm: {} });

const step = (stepId: string): PlanBlock => ({ type: 'step', stepId });
const planOf = (root: PlanBlock, branch: string | null = null): Plan => ({
  ...compilePlan(sample(), null),
  root,
  branch,
});

test('a sequence opens its first unfinished step only', () => {
  const plan = compilePlan(sample(), null);
  expect(open(plan, {})).toEqual(['intake']);
  expect(open(plan, { intake: 'pass' })).toEqual(['acceptance']);
});

test('the outcome of a step chooses the branch, and no branch means going on', () => {
  const plan = compilePlan(sample(), null);
  const reviewed = { intake: 'pass', acceptance: 'pass' };
  expect(open(plan, { ...reviewed, review: 'expert' })).toEqual(['expertReview']);
  expect(open(plan, { ...reviewed, review: 'direct' })).toEqual(['decision']);
  expect(open(plan, { ...reviewed, review: 'expert', expertReview: 'pass' })).toEqual(['decision']);
});

test('a refusal skips the certificate, and delivery ends the flow', () => {
  const plan = compilePlan(sample(), null);
  const decided = { intake: 'pass', acceptance: 'pass', review: 'direct', decision: 'refuse' };
  expect(open(plan, decided)).toEqual(['delivery']);
  expect(done(plan, decided)).toBe(false);
  expect(done(plan, { ...decided, delivery: 'pass' })).toBe(true);
});

test('parallel branches are open at once and joined before what follows', () => {
  const plan = planOf({
    type: 'sequence',
    blocks: [
      { type: 'parallel', branches: [step('b'), { type: 'sequence', blocks: [step('a'), step('c')] }] },
      step('d'),
    ],
  });
  expect(open(plan, {})).toEqual(['b', 'a']);
  expect(open(plan, { a: 'x' })).toEqual(['b', 'c']);
  expect(open(plan, { a: 'x', c: 'x' })).toEqual(['b']);
  expect(open(plan, { a: 'x', b: 'x', c: 'x' })).toEqual(['d']);
});

test('the limit branch of the case chooses, otherwise takes the rest', () => {
  const root: PlanBlock = {
    type: 'choice',
    outcomeOf: null,
    cases: [{ label: 'big', block: step('survey') }],
    otherwise: step('desk'),
  };
  expect(open(planOf(root, 'big'), {})).toEqual(['survey']);
  expect(open(planOf(root, 'small'), {})).toEqual(['desk']);
  expect(open(planOf(root), {})).toEqual(['desk']);
});

test('a step named like a member of every object is not finished from the start', () => {
  expect(open(planOf(step('constructor')), {})).toEqual(['constructor']);
});

test('an empty or unknown piece opens nothing and holds nothing up', () => {
  const root: PlanBlock = {
    type: 'sequence',
    blocks: [{ type: 'choice', outcomeOf: 'ghost', cases: [], otherwise: null }, step('last')],
  };
  expect(open(planOf(root), {})).toEqual(['last']);
});

test('the order of the answer does not depend on the order of the outcomes', () => {
  const plan = compilePlan(
    sample({ body: rootWith({ expert: { type: 'parallel', id: 'p', branches: [parts.expert, parts.review] } }) }),
    null,
  );
  const one = open(plan, { intake: 'pass', acceptance: 'pass', review: 'expert' });
  expect(open(plan, { review: 'expert', acceptance: 'pass', intake: 'pass' })).toEqual(one);
});

test('the form chooses at a choice over the form, and no condition that is true takes the rest', () => {
  const root: PlanBlock = {
    type: 'choice',
    outcomeOf: null,
    byForm: 'size',
    cases: [{ label: 'big', block: step('survey') }],
    otherwise: step('desk'),
  };
  const plan = planOf(root, 'big');
  expect(open(plan, {}, { size: 'big' })).toEqual(['survey']);
  expect(open(plan, {}, { size: null })).toEqual(['desk']);
  expect(open(plan, {}, {})).toEqual(['desk']);
});
