import type { RefusalRecord } from './refusal-record.ts';

/** Refusals of 听证. */
export const hearing = {
  'presider-is-reviewer': {
    because: 'content',
    title: { zh: '听证主持人应当回避', en: 'The presider reviewed the case' },
    sentence: '听证应当由审查该申请的人员以外的人主持。',
  },
  'hearing-not-held': {
    because: 'content',
    title: { zh: '听证没有举行', en: 'The hearing was not held' },
    sentence: '当事人放弃听证的，请办理“放弃听证”，不需要填写主持人和笔录。',
  },
  'hearing-record-required': {
    because: 'content',
    title: { zh: '未附听证笔录', en: 'The record of the hearing is required' },
    sentence: '完成听证应当附上听证笔录。',
  },
  'hearing-notice-day-invalid': {
    because: 'content',
    title: { zh: '听证文书的送达日期不对', en: 'The day of the paper does not fit' },
    sentence: '听证文书的送达（公告）日期应当在该环节开始之后，不能晚于今天。',
  },
  'hearing-told-too-late': {
    because: 'content',
    title: { zh: '距听证不足七日', en: 'Told less than seven days before' },
    sentence: '举行听证的时间、地点应当在听证举行的七个工作日前通知，必要时予以公告；请推迟听证日期。',
  },
  'hearing-not-called': {
    because: 'state',
    title: { zh: '尚未通知举行听证', en: 'The hearing is not called' },
    sentence: '请先办理“通知举行听证”，写明听证的时间、地点和主持人，再发布听证公告。',
  },
  'hearing-still-to-come': {
    because: 'state',
    title: { zh: '听证尚未举行', en: 'The hearing is still to come' },
    sentence: '听证通知书写明的听证日期还没有到，举行后再办理“完成听证”。',
  },
  'hearing-not-as-called': {
    because: 'content',
    title: { zh: '与听证通知不一致', en: 'Not as the hearing was called' },
    sentence: '听证应当按照听证通知书写明的日期或者在其之后举行，并由其中写明的主持人主持；有变更的，请重新通知。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
