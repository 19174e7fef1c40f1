import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 决定. */
export const decision = {
  'reasons-required': {
    because: 'content',
    title: { zh: '未说明理由', en: 'Reasons are required' },
    sentence: '作出不利于申请人的决定，或者不采纳评审、核查、审查中的不利结论而准予许可，应当说明理由。',
  },
  'remedy-required': {
    because: 'content',
    title: { zh: '未告知救济权利', en: 'The remedy is required' },
    sentence: '作出不利于申请人的决定，应当告知申请行政复议或者提起行政诉讼的权利。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
