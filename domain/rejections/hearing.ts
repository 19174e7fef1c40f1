import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 听证. */
export const hearing = {
  'presider-is-reviewer': {
    because: 'content',
    title: { zh: '听证主持人应当回避', en: 'The presider reviewed the case' },
    sentence: '听证应当由审查该申请的人员以外的人主持。',
  },
  'hearing-not-held': {
    because: 'content',
    title: { zh: '听证没有举行', en: 'The hearing was not held' },
    sentence: '当事人放弃听证的，请办理“放弃听证”，不需要填写主持人和笔录。',
  },
  'hearing-record-required': {
    because: 'content',
    title: { zh: '未附听证笔录', en: 'The record of the hearing is required' },
    sentence: '完成听证应当附上听证笔录。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
