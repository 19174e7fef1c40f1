import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 专家评审. */
export const expertReview = {
  'experts-too-few': {
    because: 'content',
    title: { zh: '专家人数不足', en: 'Too few experts' },
    sentence: '参加评审的专家少于该环节要求的人数。',
  },
  'expert-not-independent': {
    because: 'content',
    title: { zh: '专家应当回避', en: 'An expert is not independent' },
    sentence: '经办过该办件的人员不能作为评审专家。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
