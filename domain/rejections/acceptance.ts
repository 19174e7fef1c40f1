import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 受理. */
export const acceptance = {
  'competent-agency-required': {
    because: 'content',
    title: { zh: '未写明有权机关', en: 'The competent agency is required' },
    sentence: '以不属于本机关职权为由不予受理的，应当告知申请人向哪个机关申请。',
  },
  'refusal-proposed': {
    because: 'state',
    title: { zh: '已报请不予受理', en: 'A refusal is proposed' },
    sentence: '已经报请首席代表不予受理，请等待首席代表决定，不能再次报请。',
  },
  'no-refusal-proposed': {
    because: 'state',
    title: { zh: '没有待决定的报请', en: 'No refusal is proposed' },
    sentence: '该办件没有等待首席代表决定的不予受理报请。',
  },
  'silence-to-confirm': {
    because: 'state',
    title: { zh: '逾期未告知，待核实', en: 'The silence is to be confirmed' },
    sentence:
      '受理告知时限已过，没有告知记录：请首席代表先核实并确认；期限内已经书面告知申请人的，请补录送达日期和送达凭证。',
  },
  'accepted-by-silence': {
    because: 'state',
    title: { zh: '已视为受理', en: 'Accepted by silence' },
    sentence:
      '逾期未告知，自收件之日起视为受理（行政许可法第三十二条第一款第（四）项），不能再不受理或者不予受理：请收件并补发受理通知书，继续办理。',
  },
  'answer-day-invalid': {
    because: 'content',
    title: { zh: '送达日期有误', en: 'The day of the answer is not possible' },
    sentence: '送达日期不能早于收到申请（补正材料）之日，也不能晚于今天。',
  },
  'answer-evidence-required': {
    because: 'content',
    title: { zh: '未填写送达凭证', en: 'Proof of service is required' },
    sentence: '补录以前作出的受理、不受理或者不予受理，应当填写送达凭证。',
  },
  'no-silence-to-confirm': {
    because: 'state',
    title: { zh: '没有待核实的逾期未告知', en: 'No silence to confirm' },
    sentence: '该办件没有待核实的逾期未告知情形。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
