import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of clocks and calendars. */
export const clocks = {
  'calendar-not-covered': {
    because: 'content',
    title: { zh: '超出工作日历范围', en: 'Outside the calendar' },
    sentence: '日期超出了工作日历的范围，请检查日期或者联系管理员更新日历。',
  },
  'calendar-of-another-region': {
    because: 'state',
    title: { zh: '不是本地区的工作日历', en: 'The calendar of another region' },
    sentence: '办件使用另一个行政区划的工作日历，不能采用这一版本。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
