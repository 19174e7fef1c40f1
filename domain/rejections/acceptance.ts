import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 受理. */
export const acceptance = {
  'competent-agency-required': {
    because: 'content',
    title: { zh: '未写明有权机关', en: 'The competent agency is required' },
    sentence: '以不属于本机关职权为由不予受理的，应当告知申请人向哪个机关申请。',
  },
  'silence-to-confirm': {
    because: 'state',
    title: { zh: '逾期未告知，待核实', en: 'The silence is to be confirmed' },
    sentence: '受理告知时限已过，没有告知记录：请首席代表先核实并确认。',
  },
  'accepted-by-silence': {
    because: 'state',
    title: { zh: '已视为受理', en: 'Accepted by silence' },
    sentence:
      '逾期未告知，自收件之日起视为受理（行政许可法第三十二条第一款第（四）项），不能再不受理或者不予受理：请收件并补发受理通知书，继续办理。',
  },
  'no-silence-to-confirm': {
    because: 'state',
    title: { zh: '没有待核实的逾期未告知', en: 'No silence to confirm' },
    sentence: '该办件没有待核实的逾期未告知情形。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
