import type { Block, FlowDefinition } from '../../../domain/flow/definition.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import {
  blocks,
  choice,
  days,
  developer,
  doubled,
  food,
  isStep,
  ladder,
  limit,
  presale,
  put,
  rung,
  step,
  untimed,
  water,
  withoutStep,
} from './sown.ts';
import type { Sow } from './sown.ts';

/** What somebody may do wrong in a flow that was good: the change, and what the gate must find. */
export interface Defect {
  readonly says: string;
  readonly code: GateCode;
  readonly good: FlowDefinition;
  readonly bad: FlowDefinition;
}

type Sown = readonly (readonly [string, GateCode, FlowDefinition, Sow])[];
const xkf42 = '行政许可法第四十二条';

const numbers: Sown = [
  ['a promise of 46 days over 45', 'promise-over-statutory', water, limit('promised', { count: 46 })],
  ['a promise of three months', 'promise-over-statutory', water, limit('promised', { count: 3, unit: 'month' })],
  ['a promise of two months, longer at times', 'mixed-units', water, limit('promised', { count: 2, unit: 'month' })],
  [
    'a notice promised after the law has accepted',
    'promised-notice-over-notice',
    water,
    limit('promisedNotice', { count: 6 }),
  ],
  ['a notice of six days by a regulation', 'notice-too-long', water, limit('notice', { count: 6 })],
  ['a delivery of eleven days', 'delivery-too-long', water, limit('delivery', { count: 11 })],
  ['45 days by XKF alone', 'statutory-over-cap', water, limit('statutory', { basis: xkf42 })],
  [
    '45 days by a department rule',
    'statutory-over-cap',
    water,
    limit('statutory', { basis: '取水许可管理办法第九条' }),
  ],
  ['a limit without a basis', 'limit-without-basis', water, limit('statutory', { basis: '' })],
  ['a unit from nowhere', 'limit-without-basis', water, limit('promised', { unitFrom: ' ' })],
  ['half a day', 'limit-invalid', water, limit('promised', { count: 7.5 })],
  ['a limit of 3,000 days', 'limit-beyond-calendar', water, limit('supplement', { count: 3000 })],
  ['a basis that is a wish', 'citation-unknown', water, limit('statutory', { basis: '按照惯例' })],
  ['an extension of eleven days', 'extension-over-law', presale, put('/limits/extension/max', 11)],
  ['an extension by a section chief', 'extension-approver', presale, put('/limits/extension/approver', 'sectionChief')],
  ['a longer review than the promise', 'steps-exceed-promise', water, step('audit', { limit: days(30) })],
  ['a visit longer than the law', 'steps-exceed-statutory', water, untimed('siteInspection', { promise: days(60) })],
  ['a decision counted in natural days', 'mixed-units', water, step('decision', { limit: days(2, 'calendarDay') })],
  ['passing on that takes all five days', 'passing-over-notice', presale, limit('passing', { count: 5 })],
  ['passing on without a limit', 'passing-incomplete', presale, put('/limits/passing', undefined)],
  ['deferred materials after the promise', 'deferral-over-promise', food, put('/limits/deferral', days(6))],
];

const procedures: Sown = [
  [
    'a visit that stops the law',
    'statutory-stop-without-basis',
    water,
    untimed('siteInspection', { stops: ['statutory', 'promised'] }),
  ],
  [
    'a review that nothing requires',
    'statutory-stop-without-requirement',
    water,
    untimed('expertReview', { requiredBy: '' }),
  ],
  ['a requirement that is assumed', 'citation-unknown', water, untimed('expertReview', { requiredBy: '演示假定' })],
  [
    'a stop by a department rule',
    'statutory-stop-by-department-rule',
    water,
    untimed('expertReview', { exclusionBasis: { source: 'departmentRule', cite: '取水许可管理办法第九条' } }),
  ],
  [
    'a visit called an inspection',
    'xkf45-does-not-cover',
    water,
    untimed('siteInspection', {
      stops: ['statutory'],
      requiredBy: xkf42,
      exclusionBasis: { source: 'xkf45', kind: 'inspection', cite: '行政许可法第四十五条' },
    }),
  ],
  [
    'a regulation called a law',
    'citation-of-another-rank',
    water,
    untimed('consultation', { exclusionBasis: { source: 'law', cite: '取水许可和水资源费征收管理条例第十九条' } }),
  ],
  ['a promise of no days', 'untimed-without-promise', water, untimed('expertReview', { promise: days(0) })],
  ['a visit without a promise', 'untimed-without-promise', water, step('siteInspection', { untimed: undefined })],
  ['a promise beside a limit', 'limit-and-promise', water, step('expertReview', { limit: days(1) })],
  ['an untimed step that stops nothing', 'untimed-stops-nothing', water, untimed('siteInspection', { stops: [] })],
  [
    'an untimed certificate',
    'kind-cannot-be-untimed',
    water,
    step('certificate', {
      untimed: {
        promise: days(1),
        stops: ['promised'],
        approvedBy: 'deputyHead',
      },
    }),
  ],
  ['who asks approves', 'approver-asks', water, untimed('expertReview', { approvedBy: 'caseOfficer' })],
  ['one inspector', 'param-out-of-range', water, step('siteInspection', { params: { minPeople: 1 } })],
  ['a parameter of another kind', 'param-unknown', water, step('hearing', { params: { minPeople: 3 } })],
  ['who reviews hears', 'hearing-by-reviewer', water, step('hearing', { by: 'caseOfficer' })],
  ['who reviews decides', 'same-hand', water, step('decision', { otherThan: [] })],
  ['another hand than a step that is not', 'other-than-unknown', water, step('audit', { otherThan: ['nowhere'] })],
  ['a supervisor who reviews', 'role-barred', water, step('audit', { by: 'supervisor' })],
  [
    'an administrator who approves a start',
    'role-barred',
    water,
    untimed('expertReview', { approvedBy: 'systemAdmin' }),
  ],
  ['a role that is none', 'unknown-role', water, step('audit', { by: 'mayor' })],
  ['a kind that is none', 'unknown-step-kind', water, step('audit', { kind: 'meeting' })],
  ['a window that answers what it passed on', 'passing-hands', presale, step('acceptance', { by: 'windowClerk' })],
  ['an undertaking on ecology', 'undertaking-barred', developer, put('/sensitive', ['ecology'])],
  ['an undertaking never checked', 'after-check-missing', developer, put('/limits/afterCheck', undefined)],
];

const shape: Sown = [
  ['a label with a slip', 'unreachable-step', water, choice('afterGrant', '/cases/0/label', 'granted')],
  [
    'a certificate after a refusal',
    'certificate-without-grant',
    water,
    choice('afterGrant', '/cases/0/label', 'refuse'),
  ],
  ['a choice on what comes later', 'choice-before-step', water, choice('afterGrant', '/on/outcomeOf', 'delivery')],
  ['no decision', 'decision-missing', food, withoutStep('decision')],
  ['two decisions', 'decision-doubled', food, doubled('decision', 'decisionAgain')],
  [
    'a decision that only grants',
    'decision-outcomes',
    food,
    step('decision', { outcomes: [{ id: 'grant', title: '准予' }] }),
  ],
  ['no delivery', 'frame-order', food, withoutStep('delivery')],
  [
    'a review before the intake',
    'frame-order',
    food,
    blocks((all) => [...all.filter((one) => isStep(one, 'review')), ...all.filter((one) => !isStep(one, 'review'))]),
  ],
  ['two steps with one id', 'duplicate-id', food, doubled('audit', 'review')],
  [
    'an empty block',
    'empty-block',
    food,
    blocks((all) => [...all.slice(0, 3), { type: 'parallel', id: 'p', branches: [] }, ...all.slice(3)]),
  ],
  [
    'an outcome 退回 that leads on',
    'outcome-unread',
    water,
    step('audit', {
      outcomes: [
        { id: 'approve', title: '建议准予' },
        { id: 'back', title: '退回' },
      ],
    }),
  ],
  [
    'an intake that ends otherwise',
    'outcome-never-left',
    water,
    step('intake', { outcomes: [{ id: 'complete', title: '收齐' }] }),
  ],
  [
    'a refusal that nobody marked',
    'negative-unmarked',
    water,
    step('audit', { outcomes: [{ id: 'refuse', title: '建议不予' }] }),
  ],
  ['a step that cannot end', 'step-without-outcome', water, step('audit', { outcomes: [] })],
  [
    'a choice over the form without a condition',
    'condition-invalid',
    food,
    blocks((all) =>
      all.map((block): Block =>
        isStep(block, 'audit')
          ? { type: 'choice', id: 'f', on: { form: true }, cases: [{ label: 'a', block }], otherwise: null }
          : block,
      ),
    ),
  ],
];

const written: Sown = [
  ['no ladder', 'clock-unwatched', water, ladder(() => [])],
  [
    'a lapse told to the officer',
    'clock-unwatched',
    water,
    ladder((all) => all.map((one) => ({ ...one, to: ['caseOfficer'] }))),
  ],
  [
    'nothing before the lapse',
    'lapse-unannounced',
    water,
    ladder((all) => all.filter(({ clock, at }) => clock !== 'promised' || 'lapsed' in at)),
  ],
  [
    'a late step that nobody hears of',
    'step-unwatched',
    water,
    ladder((all) => all.filter(({ clock }) => clock !== 'step')),
  ],
  ['a warning 60 days ahead of 20', 'rung-never-fires', water, rung({ at: { before: 60 } })],
  ['a warning to nobody', 'rung-without-recipient', water, rung({ to: [] })],
  ['a warning at 120 %', 'rung-invalid', water, rung({ at: { percent: 120 } })],
  ['其他材料', 'catch-all-material', water, put('/materials/0/title', '其他材料')],
  ['a field for what is needed', 'catch-all-field', water, put('/form/0/title', '相关证明材料')],
  ['a field twice', 'duplicate-id', water, put('/form/1/key', 'purpose')],
  ['a key with a blank', 'field-invalid', water, put('/form/0/key', 'the purpose')],
  ['an id with the sign of rounds', 'reserved-id', water, put('/materials/0/id', 'plan#2')],
  ['a condition on no field', 'condition-invalid', water, put('/limitBranches/0/when', 'form.nothing == 1')],
  ['a material that may come later, and no day', 'deferral-missing', water, put('/materials/0/need', 'deferrable')],
  [
    'hours that end before they begin',
    'after-hours-invalid',
    water,
    put('/afterHours', { counts: 'nextWorkday', closesAt: 17, duty: [{ weekday: 'sunday', from: 12, to: 9 }] }),
  ],
];

/** The defects, each sown into a flow of the demo. */
export const defects: readonly Defect[] = [...numbers, ...procedures, ...shape, ...written].map(
  ([says, code, good, sow]) => ({
    says,
    code,
    good,
    bad: sow(good),
  }),
);
