import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 制证. */
export const certificate = {
  'decision-not-granted': {
    because: 'state',
    title: { zh: '未准予许可', en: 'No permit was granted' },
    sentence: '没有准予许可的决定，不能制证。',
  },
  'validity-invalid': {
    because: 'content',
    title: { zh: '有效期有误', en: 'The validity is not possible' },
    sentence: '有效期的截止日应当在起始日之后。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
