import type { Block, Rung } from '../../../domain/flow/definition.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import { formChoiceExamples } from './form-choice-examples.ts';
import { lawExamples } from './law-examples.ts';
import { undertakingExamples } from './undertaking-examples.ts';
import { expertWith, untimedExamples, type Example } from './untimed-examples.ts';
import { decisionBlock, parts, rootWith, sample, stepBlock, workdays } from './sample.ts';

const { limits } = sample();
const rung = (over: Partial<Rung>): Rung => ({
  id: 'X1',
  clock: 'promised',
  at: { lapsed: true },
  level: 'red',
  to: ['supervisor'],
  ...over,
});
const ladderWith = (over: Partial<Rung>) => sample({ ladder: [...sample().ladder, rung(over)] });
const branch = { id: 'big', title: '大型', when: 'form.amount > 100.0', limits: {} };
// As a database or a browser may hand it in.
const outside = <T>(text: string): T => JSON.parse(JSON.stringify(text));

const many = Array.from({ length: 11 }, (_, i) => [
  stepBlock(`r${i}`, {
    outcomes: [
      { id: 'a', title: '甲' },
      { id: 'b', title: '乙' },
    ],
  }),
  {
    type: 'choice' as const,
    id: `c${i}`,
    on: { outcomeOf: `r${i}` },
    cases: [{ label: 'a', block: stepBlock(`s${i}`) }],
    otherwise: null,
  },
]).flat();

/** One failing example for every code of the gate: the compiler and a test refuse a code without one. */
export const examples: Readonly<Record<GateCode, Example>> = {
  ...undertakingExamples,
  ...untimedExamples,
  ...lawExamples,
  ...formChoiceExamples,
  'catch-all-field': {
    definition: sample({ form: [{ key: 'amount', title: '其 他 相 关 证明', type: 'text', required: true }] }),
    at: '/form/0/title',
    words: '其他相关证明',
  },
  'catch-all-material': {
    definition: sample({
      materials: [{ id: 'm1', title: '法律、法规规定的其他材料', need: 'necessary', source: 'applicant' }],
    }),
    at: '/materials/0/title',
    words: '其他材料',
  },
  'other-than-unknown': {
    definition: sample({ body: rootWith({}, [stepBlock('audit', { title: '审核', otherThan: ['nowhere'] })]) }),
    at: '/body/blocks/4/step/otherThan/0',
    words: 'nowhere',
  },
  'same-hand': {
    definition: sample({
      body: rootWith({ decision: decisionBlock({ otherThan: [] }) }),
    }),
    at: '/body/blocks/4/step/otherThan',
    words: '“审查”',
  },
  'same-hand-allowed': {
    definition: sample({
      limits: { ...limits, promised: workdays(1) },
      body: rootWith({
        review: stepBlock('review', { title: '审查' }),
        expert: null,
        decision: decisionBlock({ limit: workdays(1), otherThan: [], sameHandBecause: '当场办结' }),
      }),
    }),
    at: '/body/blocks/3/step/otherThan',
    words: '当场办结',
  },
  'negative-unmarked': {
    definition: sample({
      body: rootWith({}, [stepBlock('audit', { title: '审核', outcomes: [{ id: 'refuse', title: '建议不予' }] })]),
    }),
    at: '/body/blocks/4/step/outcomes/0',
    words: '建议不予',
  },
  'certificate-without-grant': {
    definition: sample({
      body: rootWith({ certificate: stepBlock('certificate', { kind: 'certificate', title: '制证' }) }),
    }),
    at: '/body/blocks/5/step',
    words: '制证',
  },
  'choice-before-step': {
    definition: sample({ body: rootWith({ review: parts.expert, expert: parts.review }) }),
    at: '/body/blocks/2/on/outcomeOf',
    words: 'review',
  },
  'condition-invalid': {
    definition: sample({ limitBranches: [{ ...branch, when: 'form.nothing > 1' }] }),
    at: '/limitBranches/0/when',
    words: '大型',
  },
  'decision-doubled': {
    definition: sample({
      body: rootWith({}, [stepBlock('early', { ...decisionOver(), title: '先行决定', limit: workdays(1) })]),
    }),
    at: '/body/blocks/5/step',
    words: '两次决定',
  },
  'decision-missing': {
    definition: sample({
      body: rootWith({
        decision: {
          type: 'choice',
          id: 'maybe',
          on: { outcomeOf: 'review' },
          cases: [{ label: 'direct', block: parts.decision }],
          otherwise: null,
        },
      }),
    }),
    at: '/body',
    words: 'review=expert',
  },
  'decision-outcomes': {
    definition: sample({
      body: rootWith({
        decision: stepBlock('decision', { kind: 'decision', outcomes: [{ id: 'grant', title: '准予' }] }),
      }),
    }),
    at: '/body/blocks/4/step/outcomes',
    words: 'refuse',
  },
  'duplicate-id': {
    definition: sample({ materials: [...sample().materials, ...sample().materials] }),
    at: '/materials/1/id',
    words: 'application',
  },
  'empty-block': {
    definition: sample({ body: rootWith({}, [{ type: 'sequence', blocks: [] }]) }),
    at: '/body/blocks/4',
    words: '什么也没有',
  },
  'field-invalid': {
    definition: sample({ form: [{ key: 'Total-Mass', title: '总质量', type: 'number', required: true }] }),
    at: '/form/0/key',
    words: '总质量',
  },
  'frame-order': {
    definition: sample({ body: rootWith({ intake: parts.acceptance, acceptance: parts.intake }) }),
    at: '/body/blocks/1/step',
    words: '收件',
  },
  'item-code-changed': {
    definition: sample({ itemCode: '11210100MB0000086J3000119002000' }),
    previous: sample(),
    at: '/itemCode',
    words: '11210100MB0000086J3000119001000',
  },
  'limit-invalid': {
    definition: sample({ limits: { ...limits, promised: workdays(7.5) } }),
    at: '/limits/promised/count',
    words: '承诺时限',
  },
  'limit-without-basis': {
    definition: sample({ limits: { ...limits, statutory: { ...workdays(20), basis: '' } } }),
    at: '/limits/statutory',
    words: '法定时限',
  },
  'mixed-units': {
    definition: sample({
      body: rootWith({}, [stepBlock('check', { title: '复核', limit: { ...workdays(2), unit: 'calendarDay' } })]),
    }),
    at: '/limits/promised',
    words: '复核 2 日（自然日）',
  },
  'nothing-changed': { definition: sample(), previous: sample(), at: '', words: '没有任何区别' },
  'outcome-uncovered': { definition: sample(), at: '/body/blocks/3/otherwise', words: '无需专家评审' },
  'param-out-of-range': {
    definition: sample({
      body: rootWith({}, [
        stepBlock('visit', { kind: 'siteInspection', title: '现场核查', limit: workdays(1), params: { minPeople: 1 } }),
      ]),
    }),
    at: '/body/blocks/4/step/params/minPeople',
    words: '第 5 个环节“现场核查”',
  },
  'param-unknown': {
    definition: sample({
      body: rootWith({}, [
        stepBlock('visit', {
          kind: 'siteInspection',
          title: '现场核查',
          limit: workdays(1),
          params: { minDays: 1 } as object,
        }),
      ]),
    }),
    at: '/body/blocks/4/step/params/minDays',
    words: '没有参数“minDays”',
  },
  'plan-too-big': {
    definition: sample({
      body: rootWith(
        {},
        Array.from({ length: 120 }, (_, i) => stepBlock(`longNamedReviewStepNumber${i}`)),
      ),
    }),
    at: '/body',
    words: '字节',
  },
  'promise-longer': {
    definition: sample(),
    previous: sample({ limits: { ...limits, promised: workdays(8) } }),
    at: '/limits/promised/count',
    words: '由 8 个工作日延长为 10 个工作日',
  },
  'promise-over-statutory': {
    definition: sample({ limits: { ...limits, promised: workdays(21) } }),
    at: '/limits/promised/count',
    words: '超过法定时限 20 个工作日',
  },
  'promised-notice-over-notice': {
    definition: sample({ limits: { ...limits, promisedNotice: workdays(6) } }),
    at: '/limits/promisedNotice/count',
    words: '承诺告知时限 6 个工作日超过受理告知时限 5 个工作日',
  },
  'reserved-id': {
    definition: sample({ materials: [{ id: 'plan#2', title: '方案', need: 'necessary', source: 'applicant' }] }),
    at: '/materials/0/id',
    words: 'plan#2',
  },
  'role-unheld': {
    definition: sample({ body: rootWith({}, [stepBlock('keep', { by: 'catalogueAdmin' })]) }),
    at: '/body/blocks/4/step/by',
    words: '目录管理员',
  },
  'rung-invalid': { definition: ladderWith({ clock: outside('nothing') }), at: '/ladder/5/clock', words: 'nothing' },
  'rung-without-recipient': { definition: ladderWith({ to: [] }), at: '/ladder/5/to', words: 'X1' },
  'step-without-outcome': {
    definition: sample({ body: rootWith({}, [stepBlock('idle', { outcomes: [] })]) }),
    at: '/body/blocks/4/step/outcomes',
    words: 'idle',
  },
  'steps-exceed-promise': {
    definition: sample({ limits: { ...limits, promised: workdays(4) } }),
    at: '/limits/promised',
    words: '5 个工作日（审查 3 + 决定 2），超过承诺时限 4 个工作日',
  },
  'steps-exceed-statutory': {
    definition: expertWith({ promise: workdays(16), stops: ['promised'] }),
    at: '/limits/statutory',
    words: '21 个工作日（审查 3 + 专家评审 16 + 决定 2），超过法定时限 20 个工作日',
  },
  'too-deep': { definition: sample({ body: rootWith({}, [nested(3000)]) }), at: '/body', words: '40 层' },
  'too-many-paths': { definition: sample({ body: rootWith({}, many) }), at: '/body', words: '1000' },
  'unknown-role': {
    definition: sample({ body: rootWith({}, [stepBlock('check', { by: outside('mayor') })]) }),
    at: '/body/blocks/4/step/by',
    words: 'mayor',
  },
  'unknown-step-kind': {
    definition: sample({ body: rootWith({}, [stepBlock('check', { kind: outside('meeting') })]) }),
    at: '/body/blocks/4/step/kind',
    words: 'meeting',
  },
  'unreachable-step': {
    definition: sample({
      body: rootWith({}, [
        {
          type: 'choice',
          id: 'odd',
          on: { outcomeOf: 'review' },
          cases: [{ label: 'never', block: stepBlock('lost') }],
          otherwise: stepBlock('rest'),
        },
      ]),
    }),
    at: '/body/blocks/4/cases/0/label',
    words: 'never',
  },
};

function nested(depth: number): Block {
  let block = stepBlock('deep');
  for (let i = 0; i < depth; i++) block = { type: 'sequence', blocks: [block] };
  return block;
}

function decisionOver() {
  return {
    kind: 'decision',
    outcomes: [
      { id: 'grant', title: '准予' },
      { id: 'refuse', title: '不予' },
    ],
  } as const;
}
