import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 现场踏勘. */
export const siteInspection = {
  'inspectors-too-few': {
    because: 'content',
    title: { zh: '勘验人员不足', en: 'Too few inspectors' },
    sentence: '现场核查应当指派两名以上工作人员。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
