import { sensitiveMatters } from './definition.ts';
import type { FlowDefinition } from './definition.ts';
import { sayAfterHours } from '../words/after-hours.ts';
import { asWritten, change, same } from './diff/compare.ts';
import type { DiffPart } from './diff/compare.ts';
import { diffLadder } from './diff/ladder.ts';
import { diffLimits } from './diff/limits.ts';
import { diffForm, diffMaterials } from './diff/lists.ts';
import { diffSteps } from './diff/steps.ts';

/** One difference of two versions: what it is about, and a Chinese sentence for who has to publish. */
export interface Difference {
  readonly about: DiffPart;
  readonly sentence: string;
}

const parts = {
  flow: (before, after) => [
    ...change('事项编码', before.itemCode, after.itemCode, asWritten),
    ...change('流程名称', before.title, after.title, asWritten),
    ...change('办公时间以外收件的规定', before.afterHours, after.afterHours, readAfterHours),
    ...change('直接涉及的事项', before.sensitive, after.sensitive, sensitiveWords),
  ],
  limits: diffLimits,
  steps: diffSteps,
  materials: diffMaterials,
  form: diffForm,
  ladder: diffLadder,
} as const satisfies Record<DiffPart, (before: FlowDefinition, after: FlowDefinition) => string[]>;

const readAfterHours = (rule: FlowDefinition['afterHours']): string =>
  rule === undefined ? '当日计算' : sayAfterHours(rule).zh;

const sensitiveWords = (matters: FlowDefinition['sensitive']): string =>
  (matters ?? []).map((one) => sensitiveMatters[one].zh).join('、') || '无';

const inside = '只改了内部编号或写法，办理的内容没有变化';

/**
 * The difference of two versions in words, in the order flow, limits, steps, materials, form, ladder. Empty only when both are the
 * same JSON: a change without a word of its own (ids of blocks, order of rungs) is said as such.
 */
export function diffFlows(before: FlowDefinition, after: FlowDefinition): Difference[] {
  if (same(before, after)) return [];
  const order = ['flow', 'limits', 'steps', 'materials', 'form', 'ladder'] as const;
  const found = order.flatMap((about) => parts[about](before, after).map((sentence) => ({ about, sentence })));
  return found.length === 0 ? [{ about: 'flow', sentence: inside }] : found;
}
