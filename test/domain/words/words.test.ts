import { describe, expect, it } from 'vitest';
import type { LimitUnit } from '../../../domain/clock/clock.ts';
import { readClockTitle, readStep, stepBook } from '../../../domain/words/clock-title.ts';
import { readDay, readDayOfYear, readWeekday } from '../../../domain/words/day.ts';
import { readLimit } from '../../../domain/words/limit.ts';
import { civil } from '../../support/civil.ts';
import { testFlow } from '../../support/flow-fixture.ts';

describe('a limit in words', () => {
  it.each([
    [20, 'workday', '20 个工作日', '20 working days'],
    [1, 'workday', '1 个工作日', '1 working day'],
    [0, 'calendarDay', '0 日（自然日）', '0 calendar days'],
    [1, 'month', '1 个月', '1 month'],
    [3, 'year', '3 年', '3 years'],
  ] as const)('%i %s is %s, %s', (count, unit, zh, en) => {
    expect(readLimit({ count, unit })).toBe(zh);
    expect(readLimit({ count, unit }, 'en')).toBe(en);
  });

  it('keeps a unit from outside as it is written', () => {
    const unit = JSON.parse('"toString"') as LimitUnit;
    expect(readLimit({ count: 2, unit })).toBe('2 toString');
  });
});

describe('a day in words', () => {
  it('is said in full, without its year, and by its weekday', () => {
    expect(readDay(civil('2026-03-02'))).toBe('2026年3月2日');
    expect(readDay(civil('2026-12-31'), 'en')).toBe('31 December 2026');
    expect(readDayOfYear(civil('2026-11-09'))).toBe('11月9日');
    expect([1, 7].map(readWeekday)).toEqual(['周一', '周日']);
  });
});

describe('the title of a clock', () => {
  const book = stepBook(testFlow);
  it.each([
    ['statutory', '法定时限'],
    ['promise:experts', '特别程序承诺时限（experts）'],
    ['step:review#2', '环节时限（review，第 2 轮）'],
    ['notice#3', '受理告知时限（第 3 轮）'],
    ['promise:gone', '特别程序承诺时限（gone）'],
    ['nonsense:x', 'nonsense:x'],
  ])('%s is %s', (id, title) => {
    expect(readClockTitle(id, book)).toBe(title);
  });

  it('names a step by its own title and, from the second on, its round', () => {
    const titled = new Map([...book].map(([id, step]) => [id, { ...step, title: `${id}环节` }]));
    expect(readStep('review', titled)).toBe('review环节');
    expect(readStep('review#2', titled)).toBe('review环节（第 2 轮）');
    expect(readStep('gone', titled)).toBe('gone');
    expect(readClockTitle('step:review', titled)).toBe('环节时限（review环节）');
  });
});
