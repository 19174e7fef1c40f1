import type { RefusalRecord } from './refusal-record.ts';

/** Refusals about who filed a case online. */
export const identity = {
  'identity-not-verified': {
    because: 'state',
    title: { zh: '申请人身份尚未核验', en: 'The identity is not verified' },
    sentence:
      '该办件由申请人在网上自行申报，身份尚未核验：请核对证件原件、实名认证记录或者授权委托书，办理“核验申请人身份”后再受理。',
  },
  'no-identity-to-verify': {
    because: 'state',
    title: { zh: '没有待核验的身份', en: 'No identity to verify' },
    sentence: '该办件不是申请人在网上自行申报的，或者身份已经核验。',
  },
  'identity-day-invalid': {
    because: 'content',
    title: { zh: '核验日期有误', en: 'The day of the verification is not possible' },
    sentence: '核验日期不能早于收件日期，也不能晚于今天。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
