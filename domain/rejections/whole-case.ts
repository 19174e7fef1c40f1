import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of any order on a case. */
export const wholeCase = {
  'case-closed': {
    because: 'state',
    title: { zh: '办件已办结', en: 'The case is closed' },
    sentence: '该办件已经办结，不能再办理此项操作。',
  },
  'not-allowed': {
    because: 'person',
    title: { zh: '无权办理', en: 'Not allowed' },
    sentence: '您的岗位不能办理此项操作，请由有相应岗位的人员办理。',
  },
  'four-eyes': {
    because: 'person',
    title: { zh: '须由他人办理', en: 'Another person must do this' },
    sentence: '提出申请的人不能自己批准，请由另一名有权人员办理。',
  },
  'received-on-invalid': {
    because: 'content',
    title: { zh: '收件日期有误', en: 'The day of receipt is not possible' },
    sentence: '收件日期不能晚于今天。',
  },
  'receipt-evidence-required': {
    because: 'content',
    title: { zh: '未说明补录收件的依据', en: 'Evidence of the receipt is required' },
    sentence: '收件应当在当日或者下一个工作日登记；更晚补录的，应当填写收件日期的依据，并由督查人员知悉。',
  },
  'withdraw-after-decision': {
    because: 'state',
    title: { zh: '已作出决定，不能撤件', en: 'Too late to withdraw' },
    sentence: '已经作出决定的办件不能撤件。',
  },
  'withdrawal-asked': {
    because: 'state',
    title: { zh: '已申请撤件', en: 'Withdrawal was asked for' },
    sentence: '已经收到撤件申请，请等待窗口与您核实。',
  },
  'journal-fork': {
    because: 'state',
    title: { zh: '办件记录不一致', en: 'The journal has forked' },
    sentence: '办件记录不一致，已停止办理，请联系系统管理员。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
