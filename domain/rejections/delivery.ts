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
    sentence: '送达日期不能早于文书作出之日，也不能晚于今天；公告送达的，为公告期满之日。',
  },
  'service-proof-missing': {
    because: 'content',
    title: { zh: '送达凭证不全', en: 'The proof of service is not complete' },
    sentence:
      '请按送达方式填写凭证：窗口领取填写领取人（代领的还要填写证件和授权委托书），留置送达填写拒收理由，邮寄填写寄递企业、邮件号码和交寄日期，委托送达填写受托机关及其送达回证，电子送达填写送达地址。',
  },
  'service-proof-contradicts': {
    because: 'content',
    title: { zh: '凭证与送达方式不符', en: 'The proof belongs to another mode' },
    sentence: '所填内容不属于这一送达方式，请删去，或者改选送达方式。',
  },
  'service-witness-required': {
    because: 'content',
    title: { zh: '缺少见证', en: 'Nobody and nothing witnesses it' },
    sentence: '留置送达应当填写见证人，或者说明记录送达过程的照片、录像。',
  },
  'sent-on-invalid': {
    because: 'content',
    title: { zh: '交寄日期有误', en: 'The day of posting is not possible' },
    sentence: '交寄日期不能早于文书作出之日，也不能晚于签收日期。',
  },
  'serving-day-invalid': {
    because: 'content',
    title: { zh: '日期有误', en: 'The day is not possible' },
    sentence: '日期不能早于上一次送达办理的日期，也不能晚于今天；领取的截止日期不能早于通知日期。',
  },
  'post-on-its-way': {
    because: 'state',
    title: { zh: '邮件尚未签收', en: 'Something is in the post' },
    sentence: '文书已经交寄，请登记签收，或者先登记退件。',
  },
  'nothing-posted': {
    because: 'state',
    title: { zh: '没有在途邮件', en: 'Nothing is in the post' },
    sentence: '该办件没有已交寄、尚未签收的邮件。',
  },
  'announced-too-soon': {
    because: 'state',
    title: { zh: '尚不能公告送达', en: 'Other ways were not tried' },
    sentence: '下落不明或者其他方式无法送达的，才能公告送达，请先登记送达未成或者退件。',
  },
  'already-announced': {
    because: 'state',
    title: { zh: '已发布公告', en: 'Announced already' },
    sentence: '送达公告已经发布，期满后登记公告送达。',
  },
  'announcement-required': {
    because: 'state',
    title: { zh: '未发布公告', en: 'Not announced' },
    sentence: '公告送达应当先发布送达公告。',
  },
  'announcement-not-over': {
    because: 'state',
    title: { zh: '公告期未满', en: 'The announcement is not over' },
    sentence: '公告期满后才视为送达，现在不能登记。',
  },
} as const satisfies Readonly<Record<string, RefusalRecord>>;
