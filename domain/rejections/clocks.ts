import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of clocks and calendars. */
export const clocks = {
  'calendar-not-covered': {
    because: 'content',
    title: { zh: '超出工作日历范围', en: 'Outside the calendar' },
    sentence: '日期超出了工作日历的范围，请检查日期或者联系管理员更新日历。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
