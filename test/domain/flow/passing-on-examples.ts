import type { Block, FlowDefinition } from '../../../domain/flow/definition.ts';
import type { GateCode } from '../../../domain/flow/gate/finding.ts';
import type { Step } from '../../../domain/flow/definition.ts';
import { frameBlock, parts, sample, stepBlock, workdays } from './sample.ts';
import type { Example, Examples } from './example.ts';

const { limits } = sample();
const pass = (by: Step['by'] = 'windowClerk') => frameBlock('passing', '材料移交', by, 'signed');
const answer = (by: Step['by'] = 'caseOfficer') => frameBlock('acceptance', '受理', by, 'accepted');

/** An item whose department answers and that passes the gate, but for what is changed. */
export function passedOn(over: Partial<FlowDefinition> = {}, blocks: { pass?: Block; answer?: Block } = {}) {
  const frame = [parts.intake, blocks.pass ?? pass(), blocks.answer ?? answer()];
  return sample({
    limits: { ...limits, passing: workdays(2) },
    body: {
      type: 'sequence',
      blocks: [...frame, parts.review, parts.expert, parts.decision, parts.certificate, parts.delivery],
    },
    ...over,
  });
}

/** Examples of 材料移交. */
export const passingExamples = {
  'passing-incomplete': {
    definition: sample({ limits: { ...limits, passing: workdays(2) } }),
    at: '/limits/passing',
    words: '没有材料移交环节',
    passing: passedOn(),
  },
  'passing-hands': {
    definition: passedOn({}, { answer: answer('windowClerk') }),
    at: '/body/blocks/2/step/by',
    words: '应当由部门签收并受理',
    passing: passedOn(),
  },
  'passing-over-notice': {
    definition: passedOn({ limits: { ...limits, passing: workdays(limits.notice.count) } }),
    at: '/limits/passing/count',
    words: '没有时间答复申请人',
    passing: passedOn({ limits: { ...limits, passing: workdays(limits.notice.count - 1) } }),
  },
} as const satisfies Examples;

/** Others of the same kind: a step without a limit, somebody else who passes on, a place after acceptance. */
export const morePassing: readonly (Omit<Example, 'passing'> & { readonly code: GateCode })[] = [
  { code: 'passing-incomplete', definition: passedOn({ limits }), at: '/body/blocks/1/step', words: '没有移交时限' },
  {
    code: 'passing-hands',
    definition: passedOn({}, { pass: pass('caseOfficer') }),
    at: '/body/blocks/1/step/by',
    words: '移交材料的应当是窗口',
  },
  {
    code: 'frame-order',
    definition: passedOn({}, { pass: answer(), answer: pass() }),
    at: '/body/blocks/2/step',
    words: '材料移交应当是第二个环节',
  },
  {
    code: 'frame-order',
    definition: passedOn({}, { pass: { type: 'parallel', id: 'both', branches: [pass(), stepBlock('keep')] } }),
    at: '/body/blocks/1/branches/0/step',
    words: '材料移交不能与别的环节并行',
  },
  {
    code: 'mixed-units',
    definition: passedOn({ limits: { ...limits, passing: { ...workdays(7), unit: 'calendarDay' } } }),
    at: '/limits/passing/unit',
    words: '有时不短于受理告知时限 5 个工作日（例如自 ',
  },
  {
    code: 'passing-over-notice',
    definition: passedOn({ limits: { ...limits, passing: { ...workdays(1), unit: 'month' } } }),
    at: '/limits/passing/count',
    words: '移交时限 1 个月不短于受理告知时限 5 个工作日（例如自 ',
  },
  {
    code: 'passing-over-notice',
    definition: passedOn({
      limitBranches: [{ id: 'big', title: '大型', when: 'form.amount > 1.0', limits: { notice: workdays(2) } }],
    }),
    at: '/limitBranches/0/limits/notice/count',
    words: '时限分支“大型”的移交时限',
  },
];
