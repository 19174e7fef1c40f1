import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 送达. */
export const delivery = {
  'e-delivery-without-consent': {
    because: 'state',
    title: { zh: '未同意电子送达', en: 'No consent to electronic delivery' },
    sentence: '申请人没有同意电子送达，请改用其他送达方式。',
  },
  'served-on-invalid': {
    because: 'content',
    title: { zh: '送达日期有误', en: 'The day of service is not possible' },
    sentence: '送达日期不能早于文书作出之日，也不能晚于今天。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
