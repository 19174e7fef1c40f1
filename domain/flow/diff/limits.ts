import type { CaseLimits, CountsFrom, FlowDefinition, LimitBranch, LimitRule } from '../definition.ts';
import { clockKinds, countsFromWords, limitNames } from '../definition.ts';
import { readLimit } from '../../words/limit.ts';
import { roleWord } from './words.ts';
import { asWritten, change, match, quoted, reordered, same } from './compare.ts';

/** What changed in the limits of the case and in the branches that set other ones. */
export function diffLimits(before: FlowDefinition, after: FlowDefinition): string[] {
  return [...diffSet('', before.limits, after.limits), ...diffBranches(before, after)];
}

/** What changed in one limit. `what` names it, such as 承诺时限. Absent: it has none. */
export function diffLimit(what: string, before: LimitRule | undefined, after: LimitRule | undefined): string[] {
  if (before === undefined || after === undefined) return change(what, before, after, limitWords);
  return [
    ...diffCount(what, before, after),
    ...change(`${what}的依据`, before.basis, after.basis, asWritten),
    ...change(`${what}的单位来源`, before.unitFrom, after.unitFrom, asWritten),
    ...diffAssumption(what, before, after),
  ];
}

/** A limit in words: 20 个工作日（依据：…）. */
export function limitWords({ count, unit, basis }: LimitRule): string {
  return `${readLimit({ count, unit })}${basis === '' ? '' : `（依据：${basis}）`}`;
}

function diffCount(what: string, before: LimitRule, after: LimitRule): string[] {
  if (before.count === after.count && before.unit === after.unit) return [];
  const way = before.unit !== after.unit ? '单位改变' : after.count > before.count ? '延长' : '缩短';
  return [`${what}由 ${readLimit(before)}改为 ${readLimit(after)}（${way}）`];
}

function diffAssumption(what: string, before: LimitRule, after: LimitRule): string[] {
  const [was, is] = [before.assumption === true, after.assumption === true];
  if (was === is) return [];
  return [is ? `${what}标为假定，尚待核实` : `${what}不再是假定，已经核实`];
}

function diffSet(of: string, before: Partial<CaseLimits>, after: Partial<CaseLimits>): string[] {
  return [
    ...limitNames.flatMap((name) => diffLimit(`${of}${clockKinds[name].zh}`, before[name], after[name])),
    ...change(`${of}法定时限和承诺时限的起算日`, before.countsFrom, after.countsFrom, fromWords),
    ...change(`${of}逾期不补正视为撤回的依据`, before.supplement?.lapse, after.supplement?.lapse, asWritten),
    ...change(`${of}逾期不后补视为撤回的依据`, before.deferral?.lapse, after.deferral?.lapse, asWritten),
    ...diffExtension(of, before.extension, after.extension),
  ];
}

const fromWords = (from: CountsFrom): string => countsFromWords[from].zh;

function diffExtension(of: string, before: CaseLimits['extension'] | undefined, after: typeof before): string[] {
  if (same(before, after)) return [];
  const what = `${of}延长审批`;
  if (!after) return [before ? `${what}：不再允许` : `${what}：改为另行规定`];
  if (!before) return [`${what}：允许，${extensionWords(after)}`];
  return [
    ...change(`${what}最多天数`, before.max, after.max, asWritten),
    ...change(`${what}的批准人`, before.approver, after.approver, roleWord),
    ...change(`${what}的依据`, before.basis, after.basis, asWritten),
  ];
}

function extensionWords({ max, approver, basis }: NonNullable<CaseLimits['extension']>): string {
  return `最多 ${max} 日（单位同法定时限），由${roleWord(approver)}批准，依据：${basis}`;
}

function diffBranches(before: FlowDefinition, after: FlowDefinition): string[] {
  const idOf = ({ id }: LimitBranch) => id;
  const matched = match(before.limitBranches, after.limitBranches, idOf);
  return [
    ...matched.added.flatMap((branch) => [
      `新增时限分支“${branch.title}”，条件：${branch.when}`,
      ...diffSet(`时限分支“${branch.title}”的`, {}, branch.limits),
    ]),
    ...matched.removed.map(({ title }) => `取消时限分支“${title}”`),
    ...matched.kept.flatMap((pair) => diffBranch(pair.before, pair.after)),
    ...reordered(
      `时限分支${quoted(matched.kept.map(({ after: { title } }) => title))}`,
      matched,
      before.limitBranches,
      idOf,
    ),
  ];
}

function diffBranch(before: LimitBranch, after: LimitBranch): string[] {
  const what = `时限分支“${after.title}”`;
  return [
    ...change('时限分支的名称', before.title, after.title, asWritten),
    ...change(`${what}的条件`, before.when, after.when, asWritten),
    ...diffSet(`${what}的`, before.limits, after.limits),
  ];
}
