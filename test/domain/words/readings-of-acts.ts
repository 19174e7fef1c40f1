import { digestOf } from '../../support/driven-case.ts';
import { day } from '../../support/scene.ts';
import type { Reading } from './readings-of-steps.ts';

const filing = {
  caseNo: '210100-20260914-00001',
  itemCode: 'i',
  definition: digestOf('definition'),
  branch: null,
  branchEvidence: null,
  departmentId: 'sy-water',
  regionCode: '210100',
  calendar: 'cn-2026.1',
  channel: 'window',
  receivedOn: day('2026-09-14'),
  evidence: digestOf('邮戳为九月十四日。'),
  applicant: digestOf('{"name":"李四"}'),
  agent: null,
  contact: digestOf('contact'),
  address: digestOf('沈阳市浑南区创新路1号'),
  eDelivery: false,
  form: digestOf('form'),
  materials: [
    { id: 'application', sha256: digestOf('scan'), received: true },
    { id: 'waterReport', sha256: null, received: false },
  ],
} as const;

/** What is said of acts on steps, tasks, warnings and the whole case. */
export const readingsOfActs: readonly Reading[] = [
  [
    { type: 'CaseFiled', filing, rules: 3, clock: { version: 0, offset: 0 } },
    '窗口收件，收到申请日期为2026年9月14日；办件编号：210100-20260914-00001；收到材料：取水许可申请书；补录依据：邮戳为九月十四日。',
    'Took in an application received at the window on 14 September 2026; case No. 210100-20260914-00001; received: 取水许可申请书; evidence of the late entry: 邮戳为九月十四日.',
  ],
  [
    { type: 'CaseFiled', filing: { ...filing, despite: 'A1' }, rules: 4, clock: { version: 0, offset: 0 } },
    '窗口收件，收到申请日期为2026年9月14日；办件编号：210100-20260914-00001；收到材料：取水许可申请书；申请人此前已提交内容相同的申请（办件编号：A1），经确认另行收件；补录依据：邮戳为九月十四日。',
    'Took in an application received at the window on 14 September 2026; case No. 210100-20260914-00001; received: 取水许可申请书; filed again knowing of the same application, case No. A1; evidence of the late entry: 邮戳为九月十四日.',
  ],
  [
    { type: 'CaseFiled', filing: { ...filing, queueNo: 'A012' }, rules: 6, clock: { version: 0, offset: 0 } },
    '窗口收件，收到申请日期为2026年9月14日；办件编号：210100-20260914-00001；排队号：A012；收到材料：取水许可申请书；补录依据：邮戳为九月十四日。',
    'Took in an application received at the window on 14 September 2026; case No. 210100-20260914-00001; queue No. A012; received: 取水许可申请书; evidence of the late entry: 邮戳为九月十四日.',
  ],
  [
    {
      type: 'CaseFiled',
      filing: { ...filing, channel: 'online', countsFrom: day('2026-09-15') },
      rules: 5,
      clock: { version: 0, offset: 0 },
    },
    '网上收件，收到申请日期为2026年9月14日；办件编号：210100-20260914-00001；办公时间以外提交，自2026年9月15日起计算；收到材料：取水许可申请书；补录依据：邮戳为九月十四日。',
    'Took in an application received online on 14 September 2026; case No. 210100-20260914-00001; after office hours: it counts from 15 September 2026; received: 取水许可申请书; evidence of the late entry: 邮戳为九月十四日.',
  ],
  [
    {
      type: 'StepOpened',
      stepId: 'review',
      on: day('2026-09-14'),
      untimed: false,
      kind: 'review',
      by: 'caseOfficer',
      departmentId: 'sy-water',
      limit: { count: 5, unit: 'workday' },
    },
    '进入“审查”环节；由承办人办理；环节时限 5 个工作日。',
    'The step “Review” opened; for: Case officer; limit 5 working days.',
  ],
  [
    { type: 'StepOpened', stepId: 'expertReview', on: day('2026-09-14'), untimed: true },
    '进入不计时环节“水资源论证报告书专家评审”，待申请启动。',
    'The untimed step “Expert review” opened and waits for its start.',
  ],
  [
    { type: 'StepFinished', stepId: 'review', outcome: 'direct' },
    '“审查”环节结束；结论：无需专家评审。',
    'The step “Review” ended; outcome: No expert review needed.',
  ],
  [
    { type: 'StepFinished', stepId: 'acceptance', outcome: 'notNeeded' },
    '“受理”环节结束；结论：不受理（无需许可）。',
    'The step “Acceptance” ended; outcome: No permit needed.',
  ],
  [{ type: 'StepFinished', stepId: 'review', outcome: 'ended' }, '“审查”环节结束。', 'The step “Review” ended.'],
  [
    { type: 'UntimedStepRequested', stepId: 'siteInspection', reason: digestOf('需实地核实取水口。') },
    '申请启动“现场勘验”；理由：需实地核实取水口。',
    'Asked to start “Site inspection”; reason: 需实地核实取水口.',
  ],
  [
    { type: 'UntimedStepApproved', stepId: 'siteInspection' },
    '批准启动“现场勘验”。',
    'Approved the start of “Site inspection”.',
  ],
  [
    { type: 'UntimedStepDeclined', stepId: 'siteInspection', reason: digestOf('已有结论'), requestedBy: 'p1' },
    '不予批准启动“现场勘验”；理由：已有结论。',
    'Declined the start of “Site inspection”; reason: 已有结论.',
  ],
  [
    {
      type: 'NoticeRecorded',
      stepId: 'siteInspection',
      documentNo: '沈水告〔2026〕2号',
      servedOn: day('2026-09-16'),
    },
    '登记“现场勘验”的特别程序所需时间告知书，2026年9月16日告知申请人；文号：沈水告〔2026〕2号。',
    'Recorded the notice of the time that “Site inspection” needs, served on the applicant on 16 September 2026; document No. 沈水告〔2026〕2号.',
  ],
  [
    { type: 'UntimedStepStarted', stepId: 'siteInspection', on: day('2026-09-16') },
    '2026年9月16日启动“现场勘验”。',
    'Started “Site inspection” on 16 September 2026.',
  ],
  [{ type: 'TaskClaimed', stepId: 'review', taskId: 'review' }, '认领“审查”的待办。', 'Claimed the task of “Review”.'],
  [
    { type: 'TaskReleased', stepId: 'review', taskId: 'review', reason: digestOf('外出培训') },
    '将“审查”退回待认领；理由：外出培训。',
    'Gave the task of “Review” back to be claimed; reason: 外出培训.',
  ],
  [
    { type: 'TaskHandedOver', stepId: 'review', taskId: 'review', from: 'p1', to: 'p2', reason: digestOf('外出培训') },
    '将“审查”转办给江科明；理由：外出培训。',
    'Handed the task of “Review” over to 江科明; reason: 外出培训.',
  ],
  [
    { type: 'TaskReassigned', stepId: 'review', taskId: 'review', from: null, to: 'p2', reason: digestOf('unseen') },
    '将“审查”改派给江科明。',
    'Reassigned the task of “Review” to 江科明.',
  ],
  [
    { type: 'ExtensionRequested', count: 10, reason: digestOf('需补充论证') },
    '申请延长审批 10 个工作日；理由：需补充论证。',
    'Asked to extend the limit by 10 working days; reason: 需补充论证.',
  ],
  [
    { type: 'ExtensionApproved', count: 1, documentNo: '沈水延〔2026〕1号' },
    '批准延长审批 1 个工作日；文号：沈水延〔2026〕1号。',
    'Approved an extension of the limit by 1 working day; document No. 沈水延〔2026〕1号.',
  ],
  [
    { type: 'ExtensionDeclined', reason: digestOf('可以按期办结。') },
    '不予批准延长审批；理由：可以按期办结。',
    'Declined the extension of the limit; reason: 可以按期办结.',
  ],
  [
    { type: 'ExtensionFell', because: 'decided' },
    '已作出决定，尚未批准的延长审批申请失效。',
    'The decision was made: the open request for an extension fell.',
  ],
  [
    { type: 'ExtensionFell', because: 'closed' },
    '办件已终止，尚未批准的延长审批申请失效。',
    'The case ended: the open request for an extension fell.',
  ],
  [
    { type: 'WarningAcknowledged', warningId: 'w1', note: digestOf('已联系专家。'), as: 'supervisor' },
    '督查签收特别程序承诺时限（水资源论证报告书专家评审）的黄牌预警；说明：已联系专家。',
    'Acknowledged the warning “Yellow card” of Promise of the untimed step (Expert review) as a supervisor; note: 已联系专家.',
  ],
  [
    { type: 'WarningAcknowledged', warningId: 'w2', note: null, as: 'responsible' },
    '责任人签收承诺时限的红牌预警。',
    'Acknowledged the warning “Red card” of Promised limit as the person responsible.',
  ],
  [
    { type: 'WarningAcknowledged', warningId: 'w2', note: null, as: 'self' },
    '本人签收承诺时限的红牌预警。',
    'Acknowledged the warning “Red card” of Promised limit for oneself.',
  ],
  [{ type: 'WarningAcknowledged', warningId: 'gone', note: null }, '签收预警。', 'Acknowledged a warning.'],
  [
    { type: 'Reminded', stepId: 'review', note: digestOf('请于本周内办结。') },
    '催办“审查”环节；催办内容：请于本周内办结。',
    'Reminded of the step “Review”; note: 请于本周内办结.',
  ],
  [
    { type: 'WithdrawalAsked', on: day('2026-09-23'), statement: digestOf('项目取消。') },
    '申请人于2026年9月23日在网上申请撤件，待窗口核实；申请人说明：项目取消。',
    'The applicant asked online on 23 September 2026 to withdraw; statement: 项目取消.',
  ],
  [
    { type: 'CaseWithdrawn', statement: digestOf('项目取消。') },
    '申请人撤件；申请人说明：项目取消。',
    'The applicant withdrew the application; statement: 项目取消.',
  ],
  [
    {
      type: 'ContactChanged',
      contact: digestOf('contact'),
      address: digestOf('沈阳市浑南区创新路1号'),
      eDelivery: true,
    },
    '变更联系方式和送达地址；送达地址：沈阳市浑南区创新路1号；同意电子送达。',
    'Changed the contact and the address for delivery; address: 沈阳市浑南区创新路1号; electronic delivery agreed to.',
  ],
  [
    { type: 'ContactChanged', contact: digestOf('contact'), address: digestOf('unseen'), eDelivery: false },
    '变更联系方式和送达地址；未同意电子送达。',
    'Changed the contact and the address for delivery; electronic delivery not agreed to.',
  ],
  [{ type: 'CaseClosed', result: 'granted' }, '办件办结，办结结果：准予许可。', 'The case was closed: Granted.'],
];
