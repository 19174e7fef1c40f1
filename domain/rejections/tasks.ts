import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of tasks (认领, 退回待认领, 转办, 改派). */
export const tasks = {
  'task-of-another': {
    because: 'state',
    title: { zh: '他人正在办理', en: 'Somebody else holds the task' },
    sentence: '该环节已由他人认领，请由认领人办理、退回或者转办，也可以请科室负责人改派。',
  },
  'task-held': {
    because: 'state',
    title: { zh: '已被认领', en: 'The task is claimed already' },
    sentence: '该环节已经被认领，请刷新办件查看由谁办理。',
  },
  'task-not-held': {
    because: 'state',
    title: { zh: '不是您认领的', en: 'You do not hold the task' },
    sentence: '只有认领人可以退回待认领，该环节现在不由您办理。',
  },
  'task-same-person': {
    because: 'content',
    title: { zh: '办理人没有变化', en: 'The same person' },
    sentence: '所选的人就是现在的办理人，请选择另一名有相应岗位的人员。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
