import { people } from '../../db/seed/people.ts';
import type { Role } from '../../domain/people/roles.ts';

/** One act of a demo case: how many working days after the act before it, by whom, and the order's body. */
export interface Act {
  readonly after: number;
  readonly role: Role;
  readonly order: (on: string) => Record<string, unknown>;
}

const opinion = '经审查，申请材料齐全，符合法定形式。';

function act(after: number, role: Role, type: string, body: Record<string, unknown> = {}, dated?: string): Act {
  return { after, role, order: (on) => ({ type, ...body, ...(dated === undefined ? {} : { [dated]: on }) }) };
}

/** 收件 and 受理. */
export const opening = (documentNo: string): readonly Act[] => [
  act(0, 'windowClerk', 'checkIn', { stepId: 'intake', received: [] }),
  act(1, 'windowClerk', 'accept', { stepId: 'acceptance', documentNo: `受〔2026〕${documentNo}号` }),
];

/** A review step with its outcome. */
export const reviewed = (after: number, role: Role, stepId: string, outcome: string): Act =>
  act(after, role, 'finishReview', { stepId, outcome, opinion });

/** An untimed step from request to start: asked by the handler, approved by somebody else, told in writing, begun. */
export const begun = (after: number, role: Role, stepId: string, approver: Role): readonly Act[] => [
  act(after, role, 'requestUntimedStep', { stepId, reason: '依法需要组织该环节，所需时间另行书面告知。' }),
  act(0, approver, 'approveUntimedStep', { stepId }),
  act(0, role, 'recordNotice', { stepId, documentNo: `告〔2026〕${stepId}` }, 'servedOn'),
  act(0, role, 'startUntimedStep', { stepId }),
];

/** 专家评审 with three experts from outside. */
export const expertsDone = (after: number, outcome: string): Act =>
  act(after, 'caseOfficer', 'finishExpertReview', {
    stepId: 'expertReview',
    outcome,
    opinion: '专家组一致认为报告书内容完整，结论可信。',
    experts: ['省水文局 林工', '设计院 高工', '大学 水教授'],
    officials: [],
  });

/** 现场踏勘 by the two inspectors of the department. */
export const inspected = (after: number, departmentId: string, stepId: string, outcome: string): Act =>
  act(
    after,
    'siteInspector',
    'finishInspection',
    { stepId, outcome, inspectors: idsOf(departmentId, 'siteInspector'), findings: '现场与申报材料一致。' },
    'heldOn',
  );

/** A granted permit from decision to delivery. */
export const granted = (after: number, no: string, validUntil: string | null): readonly Act[] => [
  act(after, 'approver', 'makeDecision', { stepId: 'decision', outcome: 'grant', documentNo: `准〔2026〕${no}号` }),
  act(
    2,
    'certificateClerk',
    'issueCertificate',
    { stepId: 'certificate', certificateNo: `证${no}`, validUntil },
    'validFrom',
  ),
  act(1, 'certificateClerk', 'deliver', { stepId: 'delivery', mode: 'collected' }, 'servedOn'),
];

/** A refused permit: reasons and remedy, then delivery of the decision. */
export const refused = (after: number, no: string): readonly Act[] => [
  act(after, 'approver', 'makeDecision', {
    stepId: 'decision',
    outcome: 'refuse',
    documentNo: `不准〔2026〕${no}号`,
    reasons: '现场条件不符合所引条款规定的许可条件。',
    remedy: '可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。',
  }),
  act(1, 'certificateClerk', 'deliver', { stepId: 'delivery', mode: 'posted' }, 'servedOn'),
];

/** 撤件 by the applicant, entered at the window. */
export const withdrawn = (after: number): Act =>
  act(after, 'windowClerk', 'withdraw', { statement: '申请人书面提出撤回本次申请。' });

/** 不予受理: another agency is competent. */
export const notCompetent = (after: number, documentNo: string): Act =>
  act(after, 'windowClerk', 'refuseAcceptance', {
    stepId: 'acceptance',
    ground: 'notCompetent',
    competentAgency: '辽宁省水利厅',
    reasons: '该取水口位于省管河段，依法由省级水行政主管部门审批。',
    documentNo: `不受〔2026〕${documentNo}号`,
  });

/** Ids of the people of a department who hold a role. */
export function idsOf(departmentId: string, role: Role): readonly string[] {
  return people
    .filter((person) => person.posts.some((post) => post.departmentId === departmentId && post.role === role))
    .map((person) => person.id);
}
