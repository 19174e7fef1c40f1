import { onOutcome } from '../../../domain/flow/blocks.ts';
import type { Block, FlowDefinition, LimitRule, Outcome, StepWithout } from '../../../domain/flow/definition.ts';
import type { Guide } from '../../../domain/flow/guide.ts';

/** An item of the catalogue with the flow that handles it. `code` is the 31-character 实施编码, `basicCode` its last 12. */
export interface ItemSeed {
  readonly item: {
    readonly code: string;
    readonly basicCode: string;
    readonly name: string;
    /** Type of power (GB/T 39046 A.1): 01 is 行政许可. */
    readonly type: string;
    readonly departmentId: string;
    readonly guide: Guide;
  };
  readonly definition: FlowDefinition;
}

/** A limit in working days that a provision sets: `unitFrom` tells where the unit stands. */
export function workdays(count: number, basis: string, unitFrom: string): LimitRule {
  return { count, unit: 'workday', basis, unitFrom };
}

/** A limit in working days that is our assumption until a department publishes its own. */
export function assumed(count: number, basis: string, unitFrom = '实施清单（演示假定）'): LimitRule {
  return { ...workdays(count, basis, unitFrom), assumption: true };
}

/** A step's internal limit of the demo: no law sets it, half days are rounded up. */
export function internal(count: number): LimitRule {
  return assumed(count, '内部环节时限（半日进为一日）');
}

/** Blocks one after another. */
export function sequence(...blocks: readonly Block[]): Block {
  return { type: 'sequence', blocks };
}

/** Outcomes of the demo flows in English, by their words. */
const english: Readonly<Record<string, string>> = {
  收齐: 'All received',
  予以受理: 'Accepted',
  部门签收: 'Signed for',
  材料符合: 'Complete',
  '材料存疑，现场重点核查': 'Doubtful: to be looked at on site',
  核查合格: 'Meets the requirements',
  核查不合格: 'Does not meet the requirements',
  限期整改: 'To be put right in time',
  整改到位: 'Put right',
  整改未到位: 'Not put right',
  建议准予: 'Grant proposed',
  建议不予: 'Refusal proposed',
  准予许可: 'Granted',
  不予许可: 'Refused',
  制证完成: 'Issued',
  已送达: 'Delivered',
  评审通过: 'Passed',
  评审未通过: 'Not passed',
  选址符合要求: 'The site meets the requirements',
  选址不符合要求: 'The site does not meet the requirements',
  公示无异议: 'No objection',
  公示有异议: 'Objections',
  符合规划: 'Fits the plan',
  规划符合性存疑: 'May not fit the plan',
  同意: 'Agreed',
  有异议: 'Objections',
  可以通行: 'Passable',
  不能通行: 'Not passable',
  数据核对一致: 'The figures agree',
  数据存疑: 'The figures are doubtful',
  符合要求: 'Meets the requirements',
  不符合要求: 'Does not meet the requirements',
  '涉及重大利害关系，需听证': 'Concerns major interests: a hearing is needed',
  已举行: 'Held',
  放弃听证: 'Hearing waived',
  按告知承诺受理: 'Accepted on an undertaking',
  材料存疑: 'Doubtful',
  与承诺一致: 'As undertaken',
  与承诺不符: 'Not as undertaken',
  需专家评审: 'Expert review needed',
  无需专家评审: 'No expert review needed',
};

/** A block of one step. */
export function step({
  negative,
  ...given
}: StepWithout<'outcomes'> & {
  readonly outcomes: Readonly<Record<string, string>>;
  /** The outcome that is against the applicant. */
  readonly negative?: string;
}): Block {
  const outcomes: Outcome[] = Object.entries(given.outcomes).map(([id, title]) => {
    const titleEn = english[title];
    return { id, title, ...(titleEn !== undefined && { titleEn }), ...(id === negative && { negative: true }) };
  });
  return { type: 'step', step: { ...given, outcomes } };
}

/** 审核 by another than who examined, within so many working days. */
export function secondReview(days: number, { id = 'audit', title = '审核' } = {}): Block {
  return step({
    id,
    kind: 'review',
    title,
    by: 'reviewer',
    limit: internal(days),
    outcomes: { approve: '建议准予', refuse: '建议不予' },
    negative: 'refuse',
  });
}

/** 材料移交 from the window to the department. */
const passing = step({
  id: 'passing',
  kind: 'passing',
  title: '材料移交',
  by: 'windowClerk',
  outcomes: { signed: '部门签收' },
});

/**
 * 收件 and 受理 at the window: the beginning of every application; `undertaking`: where it may be accepted on one (许可承诺); `passedOn`: where
 * the department answers what the window took in.
 */
export function opening({ undertaking = false, passedOn = false } = {}): readonly Block[] {
  return [
    step({ id: 'intake', kind: 'intake', title: '收件', by: 'windowClerk', outcomes: { received: '收齐' } }),
    ...(passedOn ? [passing] : []),
    step({
      id: 'acceptance',
      kind: 'acceptance',
      title: '受理',
      by: passedOn ? 'caseOfficer' : 'windowClerk',
      limit: internal(1),
      outcomes: { accepted: '予以受理', ...(undertaking && { undertaken: '按告知承诺受理' }) },
    }),
  ];
}

/** 决定, 制证 after a grant, 送达: the end of every application. `document` is what is made after a grant. */
export function closing(given: {
  readonly decisionLimit: number | null;
  readonly document: string;
  readonly certificateLimit: number;
}): readonly Block[] {
  return [
    step({
      id: 'decision',
      kind: 'decision',
      title: '决定',
      by: 'approver',
      ...(given.decisionLimit === null ? {} : { limit: internal(given.decisionLimit) }),
      outcomes: { grant: '准予许可', refuse: '不予许可' },
    }),
    onOutcome(
      'afterGrant',
      'decision',
      'grant',
      step({
        id: 'certificate',
        kind: 'certificate',
        title: `制作${given.document}`,
        by: 'certificateClerk',
        limit: internal(given.certificateLimit),
        outcomes: { issued: '制证完成' },
      }),
    ),
    step({
      id: 'delivery',
      kind: 'delivery',
      title: '送达',
      by: 'certificateClerk',
      outcomes: { delivered: '已送达' },
    }),
  ];
}

/** Notice of acceptance or supplement within 5 working days (XKF 32). */
export const noticeByXkf = workdays(5, '行政许可法第三十二条', '行政许可法第八十二条（工作日）');

/** Certificate delivered within 10 working days of the decision (XKF 44). */
export const deliveryByXkf = workdays(10, '行政许可法第四十四条', '行政许可法第八十二条（工作日）');

/** What every demo guide says about itself. */
export const demoSource =
  '演示数据：承诺时限、环节时限、地点和电话为假定；法定时限按所引条款录入，发布前须核对现行文本';
