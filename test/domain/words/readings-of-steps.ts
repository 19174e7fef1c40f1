import type { FactBody } from '../../../domain/case/facts/index.ts';
import { digestOf } from '../../support/driven-case.ts';
import { day } from '../../support/scene.ts';

/** A fact and its sentence, written by hand. */
export type Reading = readonly [body: FactBody, zh: string, en: string];

/** What the kinds of steps say, of the water flow of the demonstration. */
export const readingsOfSteps: readonly Reading[] = [
  [
    { type: 'CheckedIn', stepId: 'intake', received: ['application', 'waterReport'] },
    '核对材料，收齐必要材料；收到材料：取水许可申请书、建设项目水资源论证报告书。',
    'Checked in the materials: all necessary ones are there; received: 取水许可申请书, 建设项目水资源论证报告书.',
  ],
  [
    { type: 'CheckedIn', stepId: 'intake', received: [] },
    '核对材料，收齐必要材料。',
    'Checked in the materials: all necessary ones are there.',
  ],
  [
    { type: 'CheckedIn', stepId: 'intake', received: ['application'], missing: ['waterReport'] },
    '核对材料，必要材料尚未收齐；收到材料：取水许可申请书；待补交：建设项目水资源论证报告书，收齐后才能准予许可。',
    'Checked in the materials: not all necessary ones are there; received: 取水许可申请书; still to come before a grant: 建设项目水资源论证报告书.',
  ],
  [
    { type: 'MaterialsReceived', received: ['projectRecord'] },
    '申请人补交此前缺少的材料；收到材料：建设项目备案文件（属于备案项目的提供）。',
    'The applicant supplied what was still missing; received: 建设项目备案文件（属于备案项目的提供）.',
  ],
  [
    { type: 'CaseAccepted', stepId: 'acceptance', documentNo: '沈水受〔2026〕12号', on: day('2026-09-14') },
    '2026年9月14日予以受理，出具受理通知书；文号：沈水受〔2026〕12号。',
    'Accepted the application on 14 September 2026; document No. 沈水受〔2026〕12号.',
  ],
  [
    {
      type: 'AcceptanceRefused',
      stepId: 'acceptance',
      ground: 'notCompetent',
      competentAgency: digestOf('辽宁省水利厅'),
      reasons: digestOf('跨市取水由省级审批。'),
      documentNo: '沈水不受〔2026〕3号',
    },
    '不予受理；文号：沈水不受〔2026〕3号；有权机关：辽宁省水利厅；理由：跨市取水由省级审批。',
    'Not competent; document No. 沈水不受〔2026〕3号; competent agency: 辽宁省水利厅; reason: 跨市取水由省级审批.',
  ],
  [
    {
      type: 'AcceptanceRefused',
      stepId: 'acceptance',
      ground: 'notNeeded',
      competentAgency: null,
      reasons: digestOf('unseen'),
      documentNo: '沈水不受〔2026〕4号',
    },
    '不受理（无需许可）；文号：沈水不受〔2026〕4号。',
    'No permit needed; document No. 沈水不受〔2026〕4号.',
  ],
  [
    {
      type: 'AcceptanceRefused',
      stepId: 'intake',
      ground: 'notCompetent',
      competentAgency: digestOf('辽宁省水利厅'),
      reasons: digestOf('跨市取水由省级审批。'),
      remedy: digestOf('六十日内可以申请复议。'),
      documentNo: '沈水不受〔2026〕5号',
    },
    '不予受理；文号：沈水不受〔2026〕5号；有权机关：辽宁省水利厅；理由：跨市取水由省级审批；救济途径：六十日内可以申请复议。',
    'Not competent; document No. 沈水不受〔2026〕5号; competent agency: 辽宁省水利厅; reason: 跨市取水由省级审批; remedy: 六十日内可以申请复议.',
  ],
  [
    {
      type: 'PermitNotNeeded',
      stepId: 'intake',
      reasons: digestOf('家庭生活少量取水。'),
      remedy: digestOf('六十日内可以申请复议。'),
      documentNo: '沈水不受〔2026〕6号',
    },
    '不受理（无需许可）；文号：沈水不受〔2026〕6号；理由：家庭生活少量取水；救济途径：六十日内可以申请复议。',
    'No permit needed; document No. 沈水不受〔2026〕6号; reason: 家庭生活少量取水; remedy: 六十日内可以申请复议.',
  ],
  [
    { type: 'Reviewed', stepId: 'review', outcome: 'expert', opinion: digestOf('取水量较大，须经专家评审。') },
    '完成“审查”；结论：需专家评审；审查意见：取水量较大，须经专家评审。',
    'Finished “Review”; outcome: Expert review needed; opinion: 取水量较大，须经专家评审.',
  ],
  [
    { type: 'Reviewed', stepId: 'review#2', outcome: 'odd', opinion: digestOf('unseen') },
    '完成“审查（第 2 轮）”。',
    'Finished “Review (round 2)”.',
  ],
  [
    {
      type: 'ExpertReviewFinished',
      stepId: 'expertReview',
      outcome: 'passed',
      opinion: digestOf('论证充分。'),
      experts: ['王教授', '李高工'].map(digestOf),
    },
    '完成“水资源论证报告书专家评审”；结论：评审通过；专家 2 名（王教授、李高工）；评审意见：论证充分。',
    'Finished “Expert review”; outcome: Passed; 2 experts (王教授, 李高工); opinion: 论证充分.',
  ],
  [
    {
      type: 'ExpertReviewFinished',
      stepId: 'expertReview',
      outcome: 'failed',
      opinion: digestOf('unseen'),
      experts: ['王教授', 'unseen', 'unseen too'].map(digestOf),
    },
    '完成“水资源论证报告书专家评审”；结论：评审未通过；专家 3 名。',
    'Finished “Expert review”; outcome: Not passed; 3 experts.',
  ],
  [
    {
      type: 'InspectionFinished',
      stepId: 'siteInspection',
      outcome: 'qualified',
      heldOn: day('2026-09-20'),
      inspectors: ['p1', 'p2'],
      findings: digestOf('取水口位置与申报一致。'),
    },
    '完成“现场勘验”，日期为2026年9月20日；结论：符合要求；勘验人员：江察远、江科明；勘验情况：取水口位置与申报一致。',
    'Finished “Site inspection”, held on 20 September 2026; outcome: Meets the requirements; inspectors: 江察远, 江科明; what was found: 取水口位置与申报一致.',
  ],
  [
    {
      type: 'DecisionMade',
      stepId: 'decision',
      outcome: 'grant',
      documentNo: '沈水许〔2026〕12号',
      reasons: null,
      remedy: null,
      on: day('2026-10-12'),
    },
    '2026年10月12日作出准予许可决定；文号：沈水许〔2026〕12号。',
    'Granted the permit on 12 October 2026; document No. 沈水许〔2026〕12号.',
  ],
  [
    {
      type: 'DecisionMade',
      stepId: 'decision',
      outcome: 'refuse',
      documentNo: '沈水不许〔2026〕1号',
      reasons: digestOf('位于禁采区。'),
      remedy: digestOf('六十日内向沈阳市人民政府申请复议。'),
      on: day('2026-10-12'),
    },
    '2026年10月12日作出不予许可决定；文号：沈水不许〔2026〕1号；理由：位于禁采区；救济途径：六十日内向沈阳市人民政府申请复议。',
    'Refused the permit on 12 October 2026; document No. 沈水不许〔2026〕1号; reason: 位于禁采区; remedy: 六十日内向沈阳市人民政府申请复议.',
  ],
  [
    {
      type: 'CertificateIssued',
      stepId: 'certificate',
      certificateNo: '取水（沈水）字〔2026〕12',
      validFrom: day('2026-10-12'),
      validUntil: day('2031-12-31'),
    },
    '制作证照，编号：取水（沈水）字〔2026〕12；自2026年10月12日起有效，有效期至2031年12月31日。',
    'Issued certificate No. 取水（沈水）字〔2026〕12; valid from 12 October 2026 to 31 December 2031.',
  ],
  [
    {
      type: 'CertificateIssued',
      stepId: 'certificate',
      certificateNo: '证1',
      validFrom: day('2026-10-12'),
      validUntil: null,
    },
    '制作证照，编号：证1；自2026年10月12日起有效。',
    'Issued certificate No. 证1; valid from 12 October 2026.',
  ],
  [
    {
      type: 'Delivered',
      stepId: 'delivery',
      mode: 'collected',
      servedOn: day('2026-10-13'),
      recipient: digestOf('赵经理'),
    },
    '2026年10月13日送达申请人，送达方式：窗口领取；签收人：赵经理。',
    'Delivered to the applicant on 13 October 2026: Collected at the window; received by: 赵经理.',
  ],
  [
    {
      type: 'Delivered',
      stepId: 'delivery',
      mode: 'collected',
      servedOn: day('2026-10-13'),
      recipient: digestOf('赵经理'),
      takenBy: 'agent',
      idType: 'residentId',
      idNo: digestOf('210102199003070011'),
      authority: digestOf('法人授权委托书一份'),
    },
    '2026年10月13日送达申请人，送达方式：窗口领取；签收人：赵经理；代领；授权委托书：法人授权委托书一份。',
    'Delivered to the applicant on 13 October 2026: Collected at the window; received by: 赵经理; taken by: An agent; power of attorney: 法人授权委托书一份.',
  ],
  [
    {
      type: 'Delivered',
      stepId: 'delivery',
      mode: 'collected',
      servedOn: day('2026-10-13'),
      recipient: digestOf('赵经理'),
      takenBy: 'applicant',
      files: [{ id: 'service:signature', sha256: 'ab'.repeat(32) }],
    },
    '2026年10月13日送达申请人，送达方式：窗口领取；签收人：赵经理；本人（本单位）领取；领取人已在电子屏幕上签名。',
    'Delivered to the applicant on 13 October 2026: Collected at the window; received by: 赵经理; taken by: The applicant; signed on the screen of the window.',
  ],
  [
    {
      type: 'ToldToCollect',
      stepId: 'delivery',
      on: day('2026-10-13'),
      where: digestOf('政务服务大厅出件窗口'),
      until: day('2026-11-13'),
    },
    '2026年10月13日通知申请人领取，送达时限于当日完成，待申请人领取；领取地点：政务服务大厅出件窗口；请于2026年11月13日前领取。',
    'The applicant was told on 13 October 2026 to collect: the time to deliver was kept on that day; where: 政务服务大厅出件窗口; by 13 November 2026.',
  ],
  [
    {
      type: 'Posted',
      stepId: 'delivery',
      on: day('2026-10-13'),
      carrier: digestOf('中国邮政'),
      trackingNo: digestOf('1234567890123'),
    },
    '2026年10月13日交寄，签收之日为送达之日；寄递企业：中国邮政；邮件号码：1234567890123。',
    'Posted on 13 October 2026: served on the day of its receipt; carrier: 中国邮政; tracking number: 1234567890123.',
  ],
  [
    { type: 'PostReturned', stepId: 'delivery', on: day('2026-10-19'), reason: digestOf('收件人迁移新址。') },
    '2026年10月19日邮件退回，须另行送达；理由：收件人迁移新址。',
    'The post came back on 19 October 2026: to be served another way; reason: 收件人迁移新址.',
  ],
  [
    { type: 'ServeFailed', stepId: 'delivery', on: day('2026-10-20'), reason: digestOf('住所无人。') },
    '2026年10月20日送达未成，须另行送达；理由：住所无人。',
    'A try to serve on 20 October 2026 failed: to be served another way; reason: 住所无人.',
  ],
  [
    {
      type: 'Announced',
      stepId: 'delivery',
      on: day('2026-10-21'),
      where: digestOf('本机关门户网站'),
      deemedOn: day('2026-11-20'),
    },
    '2026年10月21日发布送达公告，2026年11月20日公告期满，即视为送达；公告载体：本机关门户网站。',
    'Announced on 21 October 2026: it counts as served once the announcement is over on 20 November 2026; where: 本机关门户网站.',
  ],
];
