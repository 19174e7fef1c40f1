import type { Finding } from './finding.ts';
import { error } from './finding.ts';
import type { Subject } from './subject.ts';

/** Hours of a day, and duty windows that begin before they end. */
export function checkAfterHours({ definition: { afterHours } }: Subject): Finding[] {
  if (afterHours === undefined) return [];
  const { closesAt, duty = [] } = afterHours;
  return [
    ...(isHour(closesAt, 1) ? [] : [invalid('/afterHours/closesAt', `下班时间“${closesAt}”不是 1 至 24 点的整点`)]),
    ...duty.flatMap(({ from, to }, i) =>
      isHour(from, 0) && isHour(to, 1) && from < to
        ? []
        : [invalid(`/afterHours/duty/${i}`, `值班窗口 ${from} 点至 ${to} 点不是一段时间`)],
    ),
  ];
}

function isHour(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= 24;
}

function invalid(at: string, message: string): Finding {
  return error({ at, code: 'after-hours-invalid', message, fix: '填写 0 至 24 之间的整点，开始早于结束' });
}
