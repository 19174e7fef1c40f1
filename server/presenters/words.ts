import { caseResults } from '../../domain/case/facts.ts';
import type { CaseResult, FactType } from '../../domain/case/facts.ts';
import { levels } from '../../domain/flow/definition.ts';
import type { Level } from '../../domain/flow/definition.ts';
import { roles } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';

const zoneMs = 8 * 3_600_000;

/** An instant as RFC 3339 in +08:00, to the second. */
export function rfc3339(ms: number): string {
  return `${new Date(ms + zoneMs).toISOString().slice(0, 19)}+08:00`;
}

/** As rfc3339, null for null. */
export function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : rfc3339(ms);
}

export const roleTitle = (role: Role): string => roles[role].zh;
export const levelTitle = (level: Level): string => levels[level].zh;
export const resultTitle = (result: CaseResult | null): string | null => (result === null ? null : caseResults[result]);

/** What each fact is called in the timeline. */
export const factTitles = {
  CaseFiled: '收件立案',
  StepOpened: '环节开始',
  StepFinished: '环节结束',
  CheckedIn: '核对材料',
  CaseAccepted: '受理',
  AcceptanceRefused: '不予受理',
  Reviewed: '完成审查',
  UntimedStepRequested: '申请启动不计时环节',
  UntimedStepApproved: '批准启动不计时环节',
  UntimedStepDeclined: '不同意启动不计时环节',
  NoticeRecorded: '登记所需时间告知书',
  UntimedStepStarted: '不计时环节启动',
  ExpertReviewFinished: '完成专家评审',
  InspectionFinished: '完成现场踏勘',
  HearingFinished: '完成听证',
  DecisionMade: '作出决定',
  CertificateIssued: '制证',
  Delivered: '送达',
  CaseWithdrawn: '撤件',
  ExtensionRequested: '申请延长审批',
  ExtensionApproved: '批准延长审批',
  ExtensionDeclined: '不同意延长审批',
  ContactChanged: '变更联系方式',
  WarningRaised: '发出预警',
  WarningAcknowledged: '签收预警',
  Reminded: '催办',
  FindingRecorded: '记录违规疑点',
  BusinessClockAdopted: '采用演练时钟',
  CalendarAdopted: '采用新的工作日历',
  RulesAdopted: '采用新的规则版本',
  CaseClosed: '办结',
  ClockStarted: '开始计时',
  ClockStopped: '停止计时',
  ClockResumed: '恢复计时',
  ClockExtended: '延长时限',
  ClockEnded: '计时结束',
  ClockLapsed: '超过时限',
  DeadlineSet: '确定到期日',
} as const satisfies Record<FactType, string>;
