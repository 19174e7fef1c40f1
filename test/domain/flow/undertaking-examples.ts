import type { Block, FlowDefinition } from '../../../domain/flow/definition.ts';
import { passingExamples } from './passing-on-examples.ts';
import { parts, sample, stepBlock, workdays } from './sample.ts';
import type { Examples } from './example.ts';

const { limits } = sample();

const when = (id: string, outcomeOf: string, label: string, block: Block): Block => ({
  type: 'choice',
  id,
  on: { outcomeOf },
  cases: [{ label, block }],
  otherwise: null,
});
const acceptance = stepBlock('acceptance', {
  kind: 'acceptance',
  title: '受理',
  by: 'windowClerk',
  outcomes: [
    { id: 'accepted', title: '予以受理' },
    { id: 'undertaken', title: '按告知承诺受理' },
  ],
});
const examination = when('direct', 'acceptance', 'accepted', {
  type: 'sequence',
  blocks: [parts.review, parts.expert],
});
const check = stepBlock('afterCheck', { kind: 'afterCheck', title: '事后核查' });
const checked = when('again', 'decision', 'grant', when('watched', 'acceptance', 'undertaken', check));

/** An item that is granted on an undertaking and passes the gate, but for what is changed. */
export function undertaken(over: Partial<FlowDefinition> = {}, blocks: { before?: Block; after?: Block | null } = {}) {
  const { before = examination, after = checked } = blocks;
  const frame = [parts.intake, acceptance, before, parts.decision, parts.certificate, parts.delivery];
  return sample({
    limits: { ...limits, afterCheck: workdays(30) },
    body: { type: 'sequence', blocks: after === null ? frame : [...frame, after] },
    ladder: [
      ...sample().ladder,
      { id: 'R10', clock: 'afterCheck', at: { lapsed: true }, level: 'red', to: ['supervisor'] },
    ],
    ...over,
  });
}

/** Examples of what stands before acceptance: 材料移交, 容缺受理, 许可承诺, what comes in after hours. */
export const undertakingExamples = {
  ...passingExamples,
  'after-hours-invalid': {
    definition: sample({
      afterHours: { counts: 'nextWorkday', closesAt: 17, duty: [{ weekday: 'sunday', from: 12, to: 9 }] },
    }),
    at: '/afterHours/duty/0',
    words: '12 点至 9 点',
    passing: sample({
      afterHours: { counts: 'nextWorkday', closesAt: 17, duty: [{ weekday: 'sunday', from: 9, to: 12 }] },
    }),
  },
  'after-check-missing': {
    definition: undertaken({}, { after: null }),
    at: '/body',
    words: '没有事后核查环节',
    passing: undertaken(),
  },
  'deferral-missing': {
    definition: sample({ materials: [{ id: 'credit', title: '资信证明', need: 'deferrable', source: 'applicant' }] }),
    at: '/materials/0/need',
    words: '资信证明',
    passing: sample({
      limits: { ...limits, deferral: workdays(10) },
      materials: [{ id: 'credit', title: '资信证明', need: 'deferrable', source: 'applicant' }],
    }),
  },
  'deferral-over-promise': {
    definition: sample({ limits: { ...limits, deferral: workdays(11) } }),
    at: '/limits/deferral/count',
    words: '容缺后补期限 11 个工作日超过承诺时限 10 个工作日',
    passing: sample({ limits: { ...limits, deferral: workdays(10) } }),
  },
  'undertaking-barred': {
    definition: undertaken({ sensitive: ['ecology', 'publicSafety'] }),
    at: '/sensitive',
    words: '生态环境保护、公共安全',
    passing: undertaken({ sensitive: [] }),
  },
  'undertaking-not-at-once': {
    definition: undertaken({}, { before: { type: 'sequence', blocks: [parts.review, parts.expert] } }),
    at: '/body/blocks/2/blocks/0/step',
    words: '当场决定',
    passing: undertaken(),
  },
} as const satisfies Examples;
