import { expect, test } from 'vitest';
import { canonicalBytes, canonicalJson, definitionSha256, sha256Hex } from '../../../domain/flow/canonical.ts';
import { compilePlan, limitsOf } from '../../../domain/flow/compile.ts';
import type { Rung } from '../../../domain/flow/definition.ts';
import { defaultLadder } from '../../../domain/flow/ladder.ts';
import { rootWith, sample, stepBlock, untimedPart, workdays } from './sample.ts';

test('canonical JSON sorts keys at every depth and leaves undefined out', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '中' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"中","d":null}]}',
  );
  expect(canonicalBytes('中')).toBe(5);
});

test('canonical JSON refuses what JSON cannot hold', () => {
  expect(() => canonicalJson({ n: Number.NaN })).toThrow('finite');
  expect(() => canonicalJson(() => 1)).toThrow('JSON values only');
});

test('SHA-256 agrees with the published digest of "abc" and of the empty text', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('the digest of a definition depends on its content, not on the order of its keys', () => {
  const { title, ...rest } = sample();
  expect(definitionSha256({ title, ...rest })).toBe(definitionSha256(sample()));
  expect(definitionSha256(sample({ title: '另一个' }))).not.toBe(definitionSha256(sample()));
});

test('a limit branch overrides what it names and nothing else', () => {
  const definition = sample({
    limitBranches: [{ id: 'small', title: '小型', when: 'true', limits: { promised: workdays(2), extension: null } }],
  });
  expect(limitsOf(definition, 'small')).toEqual({ ...definition.limits, promised: workdays(2), extension: null });
  expect(limitsOf(definition, null)).toBe(definition.limits);
  expect(() => limitsOf(definition, 'unknown')).toThrow('limit branch unknown');
});

test('a plan carries numbers, ids and bases, and no text of the definition', () => {
  const definition = sample({ materials: [{ id: 'm', title: '申请书', need: 'deferrable', source: 'applicant' }] });
  const plan = compilePlan(definition, null);
  expect(plan.sha256).toBe(definitionSha256(definition));
  expect(plan.limits.promised).toEqual({ count: 10, unit: 'workday' });
  expect(plan.limits.extension).toEqual({ max: 10, approver: 'agencyHead' });
  expect(plan.materials).toEqual([{ id: 'm', necessary: false, deferrable: true }]);
  expect(plan.steps.find(({ id }) => id === 'expertReview')).toEqual({
    id: 'expertReview',
    kind: 'expertReview',
    by: 'caseOfficer',
    limit: null,
    untimed: {
      promise: { count: 10, unit: 'workday' },
      stops: ['statutory', 'promised'],
      basis: 'xkf45',
      approvedBy: 'deputyHead',
    },
    outcomes: ['pass'],
    params: { minPeople: 1 },
  });
  expect(canonicalJson(plan)).not.toMatch(/[一-鿿]/);
});

test('a promised limit of the answer is in the plan where the item promises one', () => {
  const { limits } = sample();
  const promising = sample({ limits: { ...limits, promisedNotice: workdays(2) } });
  expect(compilePlan(promising, null).limits.promisedNotice).toEqual({ count: 2, unit: 'workday' });
  expect(Object.hasOwn(compilePlan(sample(), null).limits, 'promisedNotice')).toBe(false);
  expect(compilePlan(sample(), null).ladder.filter(({ clock }) => clock === 'promisedNotice')).toMatchObject([
    { id: 'Y7', level: 'yellow', at: { lapsed: true }, to: ['handler', 'windowLead'] },
  ]);
});

test('a site inspection needs two people unless the definition asks for more', () => {
  const peopleOf = (minPeople?: number) => {
    const visit = stepBlock('visit', {
      kind: 'siteInspection',
      untimed: untimedPart(),
      ...(minPeople === undefined ? {} : { params: { minPeople } }),
    });
    return compilePlan(sample({ body: rootWith({}, [visit]) }), null).steps.find(({ id }) => id === 'visit')?.params;
  };
  expect(peopleOf()).toEqual({ minPeople: 2 });
  expect(peopleOf(3)).toEqual({ minPeople: 3 });
});

test('fault A3, A9: a flow that says nothing of the answer to an application or of a start is warned of them all the same', () => {
  const said = defaultLadder.filter(({ clock }) => clock !== 'notice' && clock !== 'start');
  const ids = (ladder: readonly Rung[]) => compilePlan(sample({ ladder }), null).ladder.map(({ id }) => id);
  expect(ids(said)).toEqual([...said.map(({ id }) => id), 'Y6', 'R6', 'Y4', 'R4']);
  const own: Rung = { id: 'own', clock: 'notice', at: { due: true }, level: 'yellow', to: ['windowLead'] };
  expect(ids([...said, own])).toEqual([...said.map(({ id }) => id), 'own', 'Y6', 'R6']);
});
