import type { AfterHours } from '../flow/definition.ts';
import type { Said } from './said.ts';

const weekdays = {
  saturday: { zh: '星期六', en: 'Saturday' },
  sunday: { zh: '星期日', en: 'Sunday' },
} as const satisfies Readonly<Record<string, Said>>;

/** How an application counts that comes in online after hours, as guide and receipt say it. */
export function sayAfterHours({ closesAt, duty = [] }: AfterHours): Said {
  const windows = duty.map(({ weekday, from, to }) => ({
    zh: `${weekdays[weekday].zh} ${from}:00-${to}:00`,
    en: `${weekdays[weekday].en} ${from}:00-${to}:00`,
  }));
  const [zh, en] = [windows.map((one) => one.zh).join('、'), windows.map((one) => one.en).join(', ')];
  return {
    zh: `网上申请在工作日 ${closesAt}:00 以后或者非工作日提交的，自下一工作日起计算${zh === '' ? '' : `；值班时间（${zh}）提交的，当日计算`}`,
    en: `An application that comes in online after ${closesAt}:00 of a working day or on a day off counts from the next working day${en === '' ? '' : `; within duty hours (${en}) on the same day`}`,
  };
}
