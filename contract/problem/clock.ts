import type { ClockErrorCode } from '../../domain/clock/clock.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

/** Refusals of the clock calculator; `calendar-not-covered` is shared with the case machine. */
export const clockProblems = {
  'not-an-object': entry('应为对象', 'Not an object', '时限数据应为 JSON 对象。'),
  'unknown-key': entry('未知字段', 'Unknown key', '时限数据含有未知字段。'),
  'missing-key': entry('缺少字段', 'Missing key', '时限数据缺少字段。'),
  'invalid-date': entry('日期有误', 'Invalid date', '日期应为真实存在的日期，写作 YYYY-MM-DD。'),
  'invalid-limit': entry('时限有误', 'Invalid limit', '时限应写明数值和单位。'),
  'unknown-unit': entry('单位有误', 'Unknown unit', '单位应为工作日、自然日、月或者年。'),
  'invalid-count': entry('时限数值有误', 'Invalid count', '时限数值应为非负整数。'),
  'invalid-extension': entry('延长数值有误', 'Invalid extension', '延长的数值应为非负整数。'),
  'invalid-stops': entry('暂停计时记录有误', 'Invalid stops', '暂停计时记录应为列表，每项写明起止日期。'),
  'stop-ends-before-it-starts': entry(
    '暂停计时起止颠倒',
    'The stop ends before it starts',
    '暂停计时的结束日不能早于开始日。',
  ),
  'ended-before-start': entry('结束早于开始', 'Ended before the start', '结束日不能早于起算日。'),
} as const satisfies Record<Exclude<ClockErrorCode, 'calendar-not-covered'>, CatalogueEntry>;

function entry(zh: string, en: string, sentence: string): CatalogueEntry {
  return { status: 422, zh, en, sentence };
}
