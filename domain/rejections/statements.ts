import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 陈述、申辩. */
export const statements = {
  'not-in-review': {
    because: 'state',
    title: { zh: '不在审查期间', en: 'Not under review' },
    sentence: '告知利害关系人、登记和答复陈述申辩意见，在受理以后、作出决定以前进行。',
  },
  'statement-time-too-short': {
    because: 'content',
    title: { zh: '陈述、申辩期限有误', en: 'The time to speak is too short' },
    sentence: '陈述、申辩的期限应当晚于送达日期。',
  },
  'statement-day-invalid': {
    because: 'content',
    title: { zh: '日期有误', en: 'The day is not possible' },
    sentence: '送达或者收到的日期不能早于受理日期，也不能晚于今天。',
  },
  'nobody-told': {
    because: 'content',
    title: { zh: '没有告知过该利害关系人', en: 'Nobody of that number was told' },
    sentence: '请选择已经告知的利害关系人；申请人的意见不选。',
  },
  'no-statement-to-answer': {
    because: 'state',
    title: { zh: '没有待答复的意见', en: 'No statement to answer' },
    sentence: '所选的陈述、申辩意见已经答复，或者没有收到意见。',
  },
  'statement-awaited': {
    because: 'state',
    title: { zh: '利害关系人陈述、申辩的期限未满', en: 'Who was told may still speak' },
    sentence: '已经告知的利害关系人尚可陈述、申辩：请在收到其意见或者期限届满后再作出决定。',
  },
  'statement-unanswered': {
    because: 'state',
    title: { zh: '陈述、申辩意见尚未答复', en: 'A statement was not answered' },
    sentence: '应当听取申请人、利害关系人的意见：请先答复收到的陈述、申辩意见，再作出决定。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
