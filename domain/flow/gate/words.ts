import type { LimitUnit } from '../../clock/clock.ts';
import type { LocatedStep } from '../blocks.ts';

/** Units of limits as people read them. */
export const unitWords = {
  workday: '个工作日',
  calendarDay: '日（自然日）',
  month: '个月',
  year: '年',
} as const satisfies Record<LimitUnit, string>;

/** A number of days with its unit: 20 个工作日. */
export function days(count: number, unit: LimitUnit): string {
  return `${count} ${unitWords[unit] ?? unit}`;
}

/** A step as its clerk knows it: 第 3 个环节“专家评审”. */
export function named({ number, step }: LocatedStep): string {
  return `第 ${number} 个环节“${step.title}”`;
}
