import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 告知承诺, and of every undertaking of an applicant. */
export const undertaking = {
  'credit-barred': {
    because: 'content',
    title: { zh: '申请人有失信记录', en: 'Barred by bad credit' },
    sentence: '申请人有失信记录且尚未修复，不适用容缺受理和告知承诺：请收齐材料后受理，或者出具补正告知书。',
  },
  'undertaking-day-invalid': {
    because: 'content',
    title: { zh: '承诺日期有误', en: 'The day of the undertaking is not possible' },
    sentence: '承诺日期不能早于收件日期，也不能晚于今天。',
  },
  'undertaking-not-offered': {
    because: 'state',
    title: { zh: '不实行许可告知承诺', en: 'Not granted on an undertaking' },
    sentence: '该事项不实行许可告知承诺，请按一般程序受理。',
  },
  'nothing-to-replace': {
    because: 'state',
    title: { zh: '没有可以承诺替代的证明', en: 'No certificate to replace' },
    sentence: '该事项没有未收到的、可以承诺替代的证明，或者已经受理。',
  },
  'not-replaceable': {
    because: 'content',
    title: { zh: '不能承诺替代的材料', en: 'Not a certificate that may be replaced' },
    sentence: '只能选择办事指南列明可以承诺替代、尚未收到的证明。',
  },
  'nothing-to-check': {
    because: 'state',
    title: { zh: '没有待核查的承诺', en: 'No undertaking to check' },
    sentence: '所选证明没有待核查的书面承诺。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
