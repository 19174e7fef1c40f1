import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 审查. */
export const review = {
  'opinion-required': {
    because: 'content',
    title: { zh: '未填写意见', en: 'An opinion is required' },
    sentence: '请填写意见。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
