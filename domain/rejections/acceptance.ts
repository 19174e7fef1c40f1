import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 受理. */
export const acceptance = {
  'competent-agency-required': {
    because: 'content',
    title: { zh: '未写明有权机关', en: 'The competent agency is required' },
    sentence: '以不属于本机关职权为由不予受理的，应当告知申请人向哪个机关申请。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
