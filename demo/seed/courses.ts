import { people } from '../../db/seed/people.ts';
import type { Role } from '../../domain/people/roles.ts';

/** One act of a demo case: how many working days after the act before it, by whom, and the order's body. */
export interface Act {
  readonly after: number;
  readonly role: Role;
  readonly order: (on: string) => Record<string, unknown>;
  /** The code of the refusal that says that there is nothing left to do. */
  readonly unless?: string;
}

/** The file of a demo case: the short name of its office and its number there. */
export interface CaseFile {
  readonly office: string;
  readonly no: number;
}

/** The number of a paper as an office writes it, such as 沈水受字〔2026〕12号; `on` is the day it is made. */
export const numbered =
  ({ office, no }: CaseFile, kind: string) =>
  (on: string) =>
    `${office}${kind}字〔${on.slice(0, 4)}〕${no}号`;

/** At most so many untimed steps has a demo case: each has a notice of its own. */
const mostNotices = 3;

/** Where one may turn against what was decided. */
export const remedy = '可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。';
const opinion = '经审查，申请材料齐全，符合法定形式。';

type Told = Readonly<Record<string, unknown>>;

/** One act so many working days after the one before; `told`: what the day of the order says. */
export function act(
  after: number,
  role: Role,
  type: string,
  body: Told = {},
  told: (on: string) => Told = () => ({}),
): Act {
  return { after, role, order: (on) => ({ type, ...body, ...told(on) }) };
}

/** 收件 and 受理; `later`: a material that the applicant undertakes to supply later. */
export const opening = (file: CaseFile, later?: string): readonly Act[] => [
  act(0, 'windowClerk', 'checkIn', { stepId: 'intake', received: [] }),
  ...(later === undefined ? [] : [undertaken(file, later)]),
  act(1, 'windowClerk', 'accept', { stepId: 'acceptance' }, (on) => ({ documentNo: numbered(file, '受')(on) })),
];

/** 容缺受理: what comes later, on the applicant's undertaking of the same day. */
const undertaken = (file: CaseFile, material: string): Act =>
  act(
    0,
    'windowClerk',
    'deferMaterials',
    {
      stepId: 'acceptance',
      deferred: [material],
      undertaking: '本单位承诺在后补期限内补齐上述材料；逾期未补的，承担由此产生的后果。',
      credit: 'clear',
    },
    (on) => ({ documentNo: numbered(file, '容')(on), undertakenOn: on }),
  );

/** A review step with its outcome. */
export const reviewed = (after: number, role: Role, stepId: string, outcome: string): Act =>
  act(after, role, 'finishReview', { stepId, outcome, opinion });

/** A procedure outside the clock that has no kind of its own, such as 公示, with the day on which it ended. */
export const ended = (after: number, role: Role, stepId: string, outcome: string): Act =>
  act(after, role, 'finishReview', { stepId, outcome, opinion }, (heldOn) => ({ heldOn }));

/** An untimed step of a case, its `nth`. */
interface Begun {
  readonly file: CaseFile;
  readonly stepId: string;
  readonly nth?: number;
  readonly role: Role;
  readonly approver: Role;
}

/** From request to start of an untimed step: asked by the handler, approved by somebody else, told in writing, begun. */
export function begun({ file, stepId, nth = 1, role, approver }: Begun): readonly Act[] {
  const notice = numbered({ ...file, no: (file.no - 1) * mostNotices + nth }, '告');
  return [
    act(1, role, 'requestUntimedStep', { stepId, reason: '依法需要组织该环节，所需时间另行书面告知。' }),
    act(0, approver, 'approveUntimedStep', { stepId }),
    act(0, role, 'recordNotice', { stepId }, (on) => ({ documentNo: notice(on), servedOn: on })),
    act(0, role, 'startUntimedStep', { stepId }),
  ];
}

/** What became of the task of a step that stays open: who has it, and how it came to them. */
export type Held = 'claimed' | 'handedOver' | 'reassigned' | 'givenBack';

/** 认领 by the first who holds the post, and on the next day 转办 or 改派 to the second, or back to all. */
export function held(how: Held | undefined, o: { departmentId: string; role: Role; stepId: string }): readonly Act[] {
  if (how === undefined) return [];
  const { role, stepId } = o;
  const to = idsOf(o.departmentId, role)[1];
  const claim = act(0, role, 'claimTask', { stepId });
  switch (how) {
    case 'claimed':
      return [claim];
    case 'handedOver':
      return [claim, act(1, role, 'handOverTask', { stepId, to, reason: '本人外出学习一周，请接办。' })];
    case 'reassigned':
      return [
        claim,
        act(1, 'sectionChief', 'reassignTask', { stepId, to, reason: '原经办人手头办件较多，调整分工。' }),
      ];
    case 'givenBack':
      return [claim, act(1, role, 'releaseTask', { stepId, reason: '本周另有专项任务，不能按时办理。' })];
  }
  return how satisfies never;
}

/** 专家评审 with three experts from outside. */
export const expertsDone = (after: number, outcome: string): Act =>
  act(
    after,
    'caseOfficer',
    'finishExpertReview',
    {
      stepId: 'expertReview',
      outcome,
      opinion: '专家组一致认为报告书内容完整，结论可信。',
      experts: ['省水文局 林工', '设计院 高工', '大学 水教授'],
      officials: [],
    },
    (heldOn) => ({ heldOn }),
  );

/** 现场踏勘 by the two inspectors of the department. */
export const inspected = (after: number, departmentId: string, stepId: string, outcome: string): Act =>
  act(
    after,
    'siteInspector',
    'finishInspection',
    { stepId, outcome, inspectors: idsOf(departmentId, 'siteInspector'), findings: '现场与申报材料一致。' },
    (heldOn) => ({ heldOn }),
  );

/** 收取后补材料: what was let in to come later comes. */
export const supplied = (after: number, material: string): Act =>
  act(after, 'windowClerk', 'receiveMaterials', { received: [material] });

const recipient = '项目部收发员 王丽';
const handedOut = { stepId: 'delivery', mode: 'collected', takenBy: 'applicant', recipient } as const;

/** 交寄, so many working days after the act before. */
export const posted = (after: number, { no }: CaseFile): Act =>
  act(
    after,
    'certificateClerk',
    'sendByPost',
    { stepId: 'delivery', carrier: '中国邮政 EMS', trackingNo: `10263000${String(no).padStart(5, '0')}` },
    (sentOn) => ({ sentOn }),
  );

/** A granted permit from decision to delivery. */
export const granted = (file: CaseFile, validUntil: string | null): readonly Act[] => [
  act(1, 'approver', 'makeDecision', { stepId: 'decision', outcome: 'grant' }, (on) => ({
    documentNo: numbered(file, '准')(on),
  })),
  act(2, 'certificateClerk', 'issueCertificate', { stepId: 'certificate', validUntil }, (on) => ({
    certificateNo: numbered(file, '证')(on),
    validFrom: on,
  })),
  act(1, 'certificateClerk', 'deliver', handedOut, (servedOn) => ({ servedOn })),
];

/** A refused permit: reasons and remedy, then delivery of the decision. */
export const refused = (file: CaseFile): readonly Act[] => [
  act(
    1,
    'approver',
    'makeDecision',
    {
      stepId: 'decision',
      outcome: 'refuse',
      reasons: '现场条件不符合所引条款规定的许可条件。',
      remedy,
    },
    (on) => ({ documentNo: numbered(file, '不准')(on) }),
  ),
  posted(0, file),
  act(1, 'certificateClerk', 'deliver', { stepId: 'delivery', mode: 'posted', recipient }, (servedOn) => ({
    servedOn,
  })),
];

/** 撤件 by the applicant, entered at the window. */
export const withdrawn = (after: number): Act =>
  act(after, 'windowClerk', 'withdraw', { statement: '申请人书面提出撤回本次申请。' });

/** 不予受理, told at once while a paper is missing: another agency is competent. */
export const notCompetent = (after: number, file: CaseFile): Act =>
  act(
    after,
    'windowLead',
    'refuseAcceptance',
    {
      stepId: 'intake',
      competentAgency: '辽宁省水利厅',
      reasons: '该取水口位于省管河段，依法由省级水行政主管部门审批。',
      remedy,
    },
    (on) => ({ documentNo: numbered(file, '不受')(on) }),
  );

/** Ids of the people of a department who hold a role. */
export function idsOf(departmentId: string, role: Role): readonly string[] {
  return people
    .filter((person) => person.posts.some((post) => post.departmentId === departmentId && post.role === role))
    .map((person) => person.id);
}
