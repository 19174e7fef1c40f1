import type { FlowDefinition, Rung } from '../definition.ts';
import { clockKinds, levels } from '../definition.ts';
import { asWritten, change, match } from './compare.ts';
import { roleWord, rungWord } from './words.ts';

/** What changed in the ladder of warnings. */
export function diffLadder(before: FlowDefinition, after: FlowDefinition): string[] {
  const { added, removed, kept } = match(before.ladder, after.ladder, ({ id }) => id);
  return [
    ...added.map((rung) => `新增预警等级“${rung.id}”：${rungWords(rung)}`),
    ...removed.map((rung) => `取消预警等级“${rung.id}”：${rungWords(rung)}`),
    ...kept.flatMap((pair) => diffRung(pair.before, pair.after)),
  ];
}

/** A rung in words: 承诺时限到期次日发红牌，告知承办人、督查员. */
export function rungWords({ clock, at, level, to, ifLimitAtLeast }: Rung): string {
  const only = ifLimitAtLeast === undefined ? '' : `（仅时限不少于 ${ifLimitAtLeast} 时）`;
  return `${clockKinds[clock].zh}${rungWord(at)}发${levels[level].zh}，告知${recipients(to)}${only}`;
}

function diffRung(before: Rung, after: Rung): string[] {
  const what = `预警等级“${after.id}”`;
  return [
    ...change(`${what}的时限`, before.clock, after.clock, (clock) => clockKinds[clock].zh),
    ...change(`${what}的时点`, before.at, after.at, rungWord),
    ...change(`${what}的级别`, before.level, after.level, (level) => levels[level].zh),
    ...change(`${what}的接收人`, before.to, after.to, recipients),
    ...change(`${what}的最低时限`, before.ifLimitAtLeast, after.ifLimitAtLeast, asWritten),
  ];
}

function recipients(to: Rung['to']): string {
  return to.length === 0 ? '无人' : to.map(roleWord).join('、');
}
