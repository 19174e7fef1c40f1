import type { RungAt } from '../../clock/rungs.ts';
import { clockKinds, levels } from '../definition.ts';
import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';

/** Warnings: each watches a clock that exists, at a day that can come, and tells somebody. */
export function checkLadder({ definition }: Subject): Finding[] {
  return definition.ladder.flatMap((rung, i) => {
    const at = `/ladder/${i}`;
    const found: Finding[] = [];
    const invalid = (where: string, why: string): Finding =>
      error({
        at: `${at}/${where}`,
        code: 'rung-invalid',
        message: `预警规则“${rung.id}”${why}`,
        fix: '改正后再发布；可从默认预警规则复制',
      });
    if (rung.to.length === 0) {
      found.push(
        error({
          at: `${at}/to`,
          code: 'rung-without-recipient',
          message: `预警规则“${rung.id}”没有接收人`,
          fix: '至少选一个接收角色',
        }),
      );
    }
    if (!Object.hasOwn(clockKinds, rung.clock)) found.push(invalid('clock', `所看的时限“${rung.clock}”不存在`));
    if (!Object.hasOwn(levels, rung.level)) found.push(invalid('level', `的级别“${rung.level}”不存在`));
    if (!comes(rung.at)) found.push(invalid('at', '的触发点不成立（百分比为 1 至 100，天数为不小于 1 的整数）'));
    if (rung.ifLimitAtLeast !== undefined && !atLeastOne(rung.ifLimitAtLeast))
      found.push(invalid('ifLimitAtLeast', '的起用天数不是正整数'));
    return found;
  });
}

function comes(at: RungAt): boolean {
  if ('percent' in at) return atLeastOne(at.percent) && at.percent <= 100;
  if ('before' in at) return atLeastOne(at.before);
  if ('after' in at) return atLeastOne(at.after);
  if ('earliest' in at) return at.earliest.length > 0 && at.earliest.every(comes);
  return 'due' in at || 'lapsed' in at;
}

function atLeastOne(count: number): boolean {
  return Number.isInteger(count) && count >= 1;
}
