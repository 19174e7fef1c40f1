import type { Said } from './said.ts';

/** What stands first in a list of open tasks. A number of a case begins with its item, then the day it was filed. */
export const taskSorts = {
  due: { zh: '先到期在前', en: 'earliest due first' },
  dueLast: { zh: '后到期在前', en: 'latest due first' },
  received: { zh: '新收的在前', en: 'newest first' },
  receivedFirst: { zh: '先收的在前', en: 'received longest ago first' },
  caseNo: { zh: '按事项和办件编号', en: 'by item and case number' },
  caseNoLast: { zh: '按事项和办件编号倒排', en: 'by item and case number, backwards' },
} as const satisfies Readonly<Record<string, Said>>;
export type TaskSort = keyof typeof taskSorts;

/** What stands first in a list of what happened. */
export const timeSorts = {
  newest: { zh: '新的在前', en: 'newest first' },
  oldest: { zh: '旧的在前', en: 'oldest first' },
} as const satisfies Readonly<Record<string, Said>>;
export type TimeSort = keyof typeof timeSorts;
