import type { Block, Outcome } from '../../../domain/flow/definition.ts';
import type { Examples } from './example.ts';
import { decisionBlock, frameBlock, parts, rootWith, sample, stepBlock, workdays } from './sample.ts';

/** A choice on an outcome, after which the flow goes on. */
const on = (id: string, outcomeOf: string, label: string, block: Block, otherwise: Block | null = null): Block => ({
  type: 'choice',
  id,
  on: { outcomeOf },
  cases: [{ label, block }],
  otherwise,
});
const choices = (count: number): Block[] =>
  Array.from({ length: count }, (_, i) => [
    stepBlock(`r${i}`, {
      outcomes: [
        { id: 'a', title: '甲' },
        { id: 'b', title: '乙' },
      ],
    }),
    on(`c${i}`, `r${i}`, 'a', stepBlock(`s${i}`)),
  ]).flat();
const audited = (...outcomes: Outcome[]) =>
  sample({ body: rootWith({}, [stepBlock('audit', { title: '审核', outcomes })]) });
const early = decisionBlock({ id: 'early', title: '先行决定', limit: workdays(1) });
const receivedAs = (outcome: string) =>
  sample({ body: rootWith({ intake: frameBlock('intake', '收件', 'windowClerk', outcome) }) });

/** The codes about blocks, the frame of the law, and what becomes of outcomes. */
export const structureExamples = {
  'certificate-without-grant': {
    definition: sample({
      body: rootWith({ certificate: frameBlock('certificate', '制证', 'certificateClerk', 'issued') }),
    }),
    at: '/body/blocks/5/step',
    words: '制证',
    passing: sample(),
  },
  'choice-before-step': {
    definition: sample({ body: rootWith({ review: parts.expert, expert: parts.review }) }),
    at: '/body/blocks/2/on/outcomeOf',
    words: 'review',
    passing: sample(),
  },
  'decision-doubled': {
    definition: sample({ body: rootWith({}, [early]) }),
    at: '/body/blocks/5/step',
    words: '两次决定',
    passing: sample({
      body: rootWith({ decision: on('way', 'review', 'expert', parts.decision, early), certificate: null }),
    }),
  },
  'decision-missing': {
    definition: sample({ body: rootWith({ decision: on('maybe', 'review', 'direct', parts.decision) }) }),
    at: '/body',
    words: 'review=expert',
    passing: sample({
      body: rootWith({ decision: on('maybe', 'review', 'direct', parts.decision, early), certificate: null }),
    }),
  },
  'decision-outcomes': {
    definition: sample({ body: rootWith({ decision: decisionBlock({ outcomes: [{ id: 'grant', title: '准予' }] }) }) }),
    at: '/body/blocks/4/step/outcomes',
    words: 'refuse',
    passing: sample(),
  },
  'empty-block': {
    definition: sample({ body: rootWith({}, [{ type: 'sequence', blocks: [] }]) }),
    at: '/body/blocks/4',
    words: '什么也没有',
    passing: sample({ body: rootWith({}, [{ type: 'sequence', blocks: [stepBlock('audit')] }]) }),
  },
  'frame-order': {
    definition: sample({ body: rootWith({ intake: parts.acceptance, acceptance: parts.intake }) }),
    at: '/body/blocks/1/step',
    words: '收件',
    passing: sample(),
  },
  'outcome-never-left': {
    definition: receivedAs('complete'),
    at: '/body/blocks/0/step/outcomes',
    words: '收件只以 received 结束',
    passing: receivedAs('received'),
  },
  'outcome-uncovered': {
    definition: sample(),
    at: '/body/blocks/3/otherwise',
    words: '无需专家评审',
    passing: sample({
      body: rootWith({}, [on('plain', 'review', 'direct', stepBlock('audit'))]),
    }),
  },
  // Fault C9: 退回 leads nowhere.
  'outcome-unread': {
    definition: audited({ id: 'pass', title: '同意' }, { id: 'back', title: '退回' }),
    at: '/body/blocks/4/step/outcomes',
    words: '“同意”、“退回”没有任何区别',
    passing: audited({ id: 'pass', title: '同意' }, { id: 'against', title: '不同意', negative: true }),
  },
  'step-without-outcome': {
    definition: audited(),
    at: '/body/blocks/4/step/outcomes',
    words: '审核',
    passing: audited({ id: 'pass', title: '同意' }),
  },
  'too-deep': {
    definition: sample({ body: rootWith({}, [nested(3000)]) }),
    at: '/body',
    words: '40 层',
    passing: sample({ body: rootWith({}, [nested(38)]) }),
  },
  'too-many-paths': {
    definition: sample({ body: rootWith({}, choices(11)) }),
    at: '/body',
    words: '1000',
    passing: sample({ body: rootWith({}, choices(7)) }),
  },
  'unreachable-step': {
    definition: sample({ body: rootWith({}, [on('odd', 'review', 'never', stepBlock('lost'), stepBlock('rest'))]) }),
    at: '/body/blocks/4/cases/0/label',
    words: 'never',
    passing: sample({ body: rootWith({}, [on('odd', 'review', 'direct', stepBlock('found'), stepBlock('rest'))]) }),
  },
} as const satisfies Examples;

function nested(depth: number): Block {
  let block = stepBlock('deep');
  for (let i = 0; i < depth; i++) block = { type: 'sequence', blocks: [block] };
  return block;
}
