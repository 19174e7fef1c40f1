import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of the people an order names. */
export const people = {
  'person-unknown': {
    because: 'content',
    title: { zh: '查无此人', en: 'Unknown person' },
    sentence: '所选人员不存在或者账号已停用，请从人员名单中选择。',
  },
  'same-hand': {
    because: 'person',
    title: { zh: '须由不同的人办理', en: 'Another person must do this' },
    sentence: '审查、审核和决定应当由不同的人办理：同一人已经办理过前面的环节，请由另一名有相应岗位的人员办理。',
  },
  'person-without-post': {
    because: 'content',
    title: { zh: '所选人员没有相应岗位', en: 'The person does not hold the post' },
    sentence: '所选人员在本部门没有办理此项工作的岗位，请选择有相应岗位的人员。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
