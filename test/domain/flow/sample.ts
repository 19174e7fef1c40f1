import type { Role } from '../../../domain/people/roles.ts';
import type { Block, FlowDefinition, LimitRule, Rung, Step, UntimedPart } from '../../../domain/flow/definition.ts';

/** A limit in working days for examples. */
export function workdays(count: number): LimitRule {
  return { count, unit: 'workday', basis: '行政许可法第四十二条', unitFrom: '示例实施清单' };
}

/** A step block for examples; `over` replaces parts of it. */
export function stepBlock(id: string, over: Partial<Step> = {}): Block {
  return {
    type: 'step',
    step: { id, kind: 'review', title: id, by: 'caseOfficer', outcomes: [{ id: 'pass', title: '通过' }], ...over },
  };
}

/** A step of the law's frame, with the outcome that its acts leave. */
export function frameBlock(kind: Step['kind'], title: string, by: Role, outcome: string): Block {
  return stepBlock(kind, { kind, title, by, outcomes: [{ id: outcome, title: `已${title}` }] });
}

/** The untimed part of the expert review of the example; `over` replaces parts of it. */
export function untimedPart(over: Partial<UntimedPart> = {}): UntimedPart {
  return {
    promise: workdays(10),
    stops: ['statutory', 'promised'],
    exclusionBasis: { source: 'xkf45', kind: 'expertReview', cite: '行政许可法第四十五条' },
    requiredBy: '取水许可和水资源费征收管理条例第十九条',
    approvedBy: 'deputyHead',
    ...over,
  };
}

/** The decision of the example; `over` replaces parts of it. */
export function decisionBlock(over: Partial<Step> = {}): Block {
  return stepBlock('decision', {
    kind: 'decision',
    title: '决定',
    by: 'approver',
    limit: workdays(2),
    outcomes: [
      { id: 'grant', title: '准予许可' },
      { id: 'refuse', title: '不予许可' },
    ],
    ...over,
  });
}

/** Blocks of the example by name, so that one can be replaced. */
export const parts = {
  intake: frameBlock('intake', '收件', 'windowClerk', 'received'),
  acceptance: frameBlock('acceptance', '受理', 'windowClerk', 'accepted'),
  review: stepBlock('review', {
    title: '审查',
    limit: workdays(3),
    outcomes: [
      { id: 'expert', title: '需专家评审' },
      { id: 'direct', title: '无需专家评审' },
    ],
  }),
  expert: {
    type: 'choice',
    id: 'byReview',
    on: { outcomeOf: 'review' },
    cases: [
      {
        label: 'expert',
        block: stepBlock('expertReview', { kind: 'expertReview', title: '专家评审', untimed: untimedPart() }),
      },
    ],
    otherwise: null,
  },
  decision: decisionBlock(),
  certificate: {
    type: 'choice',
    id: 'byDecision',
    on: { outcomeOf: 'decision' },
    cases: [
      {
        label: 'grant',
        block: frameBlock('certificate', '制证', 'certificateClerk', 'issued'),
      },
    ],
    otherwise: null,
  },
  delivery: frameBlock('delivery', '送达', 'certificateClerk', 'delivered'),
} as const satisfies Record<string, Block>;

/** The root of the example with blocks replaced, left out (null) or put in front of the decision. */
export function rootWith(
  over: Partial<Record<keyof typeof parts, Block | null>> = {},
  beforeDecision: readonly Block[] = [],
): Block {
  const names = ['intake', 'acceptance', 'review', 'expert', 'decision', 'certificate', 'delivery'] as const;
  const blocks = names.flatMap((name) => {
    const chosen = over[name];
    const block = chosen === undefined ? parts[name] : chosen;
    const put = block === null ? [] : [block];
    return name === 'decision' ? [...beforeDecision, ...put] : put;
  });
  return { type: 'sequence', blocks };
}

const ladder: readonly Rung[] = [
  { id: 'W1', clock: 'promised', at: { before: 1 }, level: 'notice', to: ['handler'] },
  { id: 'Y1', clock: 'step', at: { lapsed: true }, level: 'yellow', to: ['handler'] },
  { id: 'R1', clock: 'promised', at: { lapsed: true }, level: 'red', to: ['supervisor'] },
  { id: 'R2', clock: 'statutory', at: { lapsed: true }, level: 'red', to: ['supervisor'] },
  { id: 'R3', clock: 'promise', at: { lapsed: true }, level: 'red', to: ['supervisor'] },
  { id: 'R4', clock: 'notice', at: { lapsed: true }, level: 'red', to: ['supervisor'] },
  { id: 'R5', clock: 'delivery', at: { lapsed: true }, level: 'red', to: ['supervisor'] },
];

/** A lawful definition that passes the gate but for the warning that one outcome has no branch; `over` replaces parts of it. */
export function sample(over: Partial<FlowDefinition> = {}): FlowDefinition {
  return {
    itemCode: '11210100MB0000086J3000119001000',
    title: '示例许可',
    limits: {
      notice: workdays(5),
      statutory: workdays(20),
      promised: workdays(10),
      delivery: workdays(10),
      extension: { max: 10, approver: 'agencyHead', basis: '行政许可法第四十二条' },
    },
    limitBranches: [],
    form: [{ key: 'amount', title: '取水量', type: 'number', required: true, minimum: 0, unit: '立方米' }],
    materials: [{ id: 'application', title: '申请书', need: 'necessary', source: 'applicant' }],
    body: rootWith(),
    ladder,
    ...over,
  };
}
