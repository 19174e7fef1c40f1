import type { FormField, Rung, Step } from '../../../domain/flow/definition.ts';
import type { Examples } from './example.ts';
import { decisionBlock, parts, rootWith, sample, stepBlock, workdays } from './sample.ts';

// A value from outside the types, as a database or a browser may hand it in.
const outside = <T>(text: string): T => JSON.parse(JSON.stringify(text));
const rung = (over: Partial<Rung>): Rung => ({
  id: 'X1',
  clock: 'promised',
  at: { lapsed: true },
  level: 'red',
  to: ['supervisor'],
  ...over,
});
const ladderWith = (over: Partial<Rung>) => sample({ ladder: [...sample().ladder, rung(over)] });
const before = (id: string, over: Partial<Step>) => sample({ body: rootWith({}, [stepBlock(id, over)]) });
const asked = (over: Partial<FormField>) =>
  sample({ form: [{ key: 'amount', title: '取水量', type: 'number', required: true, ...over }] });
const material = (id: string, title: string) =>
  sample({ materials: [{ id, title, need: 'necessary', source: 'applicant' }] });
const visit = (params: object) =>
  before('visit', { kind: 'siteInspection', title: '现场核查', limit: workdays(1), params });
const when = (cel: string) => sample({ limitBranches: [{ id: 'big', title: '大型', when: cel, limits: {} }] });
const onceOnly = (because: Partial<Step>) =>
  sample({
    limits: { ...sample().limits, promised: workdays(1) },
    body: rootWith({
      review: stepBlock('review', { title: '审查' }),
      expert: null,
      decision: decisionBlock({ limit: workdays(1), ...because }),
    }),
  });

/** The codes about ids, words, conditions, people and rungs as they are written. */
export const contentExamples = {
  'catch-all-field': {
    definition: asked({ title: '其 他 相 关 证明' }),
    at: '/form/0/title',
    words: '其他相关证明',
    passing: asked({ title: '用水证明' }),
  },
  'catch-all-material': {
    definition: material('m1', '法律、法规规定的其他材料'),
    at: '/materials/0/title',
    words: '其他材料',
    passing: material('m1', '水资源论证报告书'),
  },
  'condition-invalid': {
    definition: when('form.nothing > 1'),
    at: '/limitBranches/0/when',
    words: '大型',
    passing: when('form.amount > 1'),
  },
  'duplicate-id': {
    definition: sample({ materials: [...sample().materials, ...sample().materials] }),
    at: '/materials/1/id',
    words: 'application',
    passing: sample({
      materials: [...sample().materials, { id: 'plan', title: '方案', need: 'necessary', source: 'applicant' }],
    }),
  },
  'field-invalid': {
    definition: asked({ key: 'Total-Mass', title: '总质量' }),
    at: '/form/0/key',
    words: '总质量',
    passing: asked({ key: 'totalMass', title: '总质量' }),
  },
  'negative-unmarked': {
    definition: before('audit', { outcomes: [{ id: 'refuse', title: '建议不予' }] }),
    at: '/body/blocks/4/step/outcomes/0',
    words: '建议不予',
    passing: before('audit', { outcomes: [{ id: 'refuse', title: '建议不予', negative: true }] }),
  },
  'other-than-unknown': {
    definition: before('audit', { otherThan: ['nowhere'] }),
    at: '/body/blocks/4/step/otherThan/0',
    words: 'nowhere',
    passing: before('audit', { otherThan: ['review'] }),
  },
  'param-out-of-range': {
    definition: visit({ minPeople: 1 }),
    at: '/body/blocks/4/step/params/minPeople',
    words: '第 5 个环节“现场核查”',
    passing: visit({ minPeople: 2 }),
  },
  'param-unknown': {
    definition: visit({ minDays: 1 }),
    at: '/body/blocks/4/step/params/minDays',
    words: '没有参数“minDays”',
    passing: visit({}),
  },
  'reserved-id': {
    definition: material('plan#2', '方案'),
    at: '/materials/0/id',
    words: 'plan#2',
    passing: material('plan2', '方案'),
  },
  'role-barred': {
    definition: before('keep', { by: 'supervisor' }),
    at: '/body/blocks/4/step/by',
    words: '督查员不担任办理岗位',
    passing: before('keep', { by: 'caseOfficer' }),
  },
  'role-unheld': {
    definition: before('keep', { by: 'reviewer' }),
    at: '/body/blocks/4/step/by',
    words: '审核人',
    passing: before('keep', { by: 'caseOfficer' }),
  },
  'rung-invalid': {
    definition: ladderWith({ clock: outside('nothing') }),
    at: '/ladder/7/clock',
    words: 'nothing',
    passing: ladderWith({}),
  },
  'rung-without-recipient': {
    definition: ladderWith({ to: [] }),
    at: '/ladder/7/to',
    words: 'X1',
    passing: ladderWith({}),
  },
  'same-hand': {
    definition: sample({ body: rootWith({ decision: decisionBlock({ otherThan: [] }) }) }),
    at: '/body/blocks/4/step/otherThan',
    words: '“审查”',
    passing: sample({ body: rootWith({ decision: decisionBlock({ otherThan: ['review'] }) }) }),
  },
  'same-hand-allowed': {
    definition: onceOnly({ otherThan: [], sameHandBecause: '当场办结' }),
    at: '/body/blocks/3/step/otherThan',
    words: '当场办结',
    passing: onceOnly({}),
  },
  'unknown-role': {
    definition: before('check', { by: outside('mayor') }),
    at: '/body/blocks/4/step/by',
    words: 'mayor',
    passing: before('check', { by: 'caseOfficer' }),
  },
  'unknown-step-kind': {
    definition: before('check', { kind: outside('meeting') }),
    at: '/body/blocks/4/step/kind',
    words: 'meeting',
    passing: sample({ body: rootWith({ review: parts.review }) }),
  },
} as const satisfies Examples;
