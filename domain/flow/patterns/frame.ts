import { onOutcome } from '../blocks.ts';
import type { Block, FlowDefinition, LimitRule, Outcome, Step, StepWithout } from '../definition.ts';
import { defaultLadder } from '../ladder.ts';

/** A limit to be made the department's own: an assumption until then. */
export function toBeSet(count: number, basis: string): LimitRule {
  return { count, unit: 'workday', basis, unitFrom: '待填写', assumption: true };
}

/** A block of one step with its outcomes by id. */
export function stepOf(step: StepWithout<'outcomes'>, outcomes: Readonly<Record<string, string>>): Block {
  const listed: Outcome[] = Object.entries(outcomes).map(([id, title]) => ({
    id,
    title,
    ...((id === 'refuse' || id === 'failed') && step.kind !== 'decision' && { negative: true }),
  }));
  return { type: 'step', step: { ...step, outcomes: listed } };
}

/** 收件 and 受理 at the window. */
const opening: readonly Block[] = [
  stepOf({ id: 'intake', kind: 'intake', title: '收件', by: 'windowClerk' }, { received: '收齐' }),
  stepOf({ id: 'acceptance', kind: 'acceptance', title: '受理', by: 'windowClerk' }, { accepted: '予以受理' }),
];

/** 决定 by whom the agency authorises, 制证 after a grant, 送达. */
function closing(decides: Step['by']): readonly Block[] {
  return [
    stepOf({ id: 'decision', kind: 'decision', title: '决定', by: decides }, { grant: '准予许可', refuse: '不予许可' }),
    onOutcome(
      'afterGrant',
      'decision',
      'grant',
      stepOf({ id: 'certificate', kind: 'certificate', title: '制证', by: 'certificateClerk' }, { issued: '制证完成' }),
    ),
    stepOf({ id: 'delivery', kind: 'delivery', title: '送达', by: 'certificateClerk' }, { delivered: '已送达' }),
  ];
}

/** What stands between acceptance and decision, who decides, and within how many working days the department promises. */
export interface Middle {
  readonly blocks: readonly Block[];
  readonly promised: number;
  readonly decides?: Step['by'];
}

/** A flow of the legal frame with what is drawn between acceptance and decision. */
export function framed(item: { readonly code: string; readonly name: string }, middle: Middle): FlowDefinition {
  return {
    itemCode: item.code,
    title: item.name,
    limits: {
      notice: toBeSet(5, '行政许可法第三十二条'),
      statutory: toBeSet(20, '行政许可法第四十二条'),
      promised: toBeSet(middle.promised, '待填写'),
      delivery: toBeSet(10, '行政许可法第四十四条'),
      extension: null,
    },
    limitBranches: [],
    form: [],
    materials: [],
    body: {
      type: 'sequence',
      blocks: [...opening, ...middle.blocks, ...closing(middle.decides ?? 'approver')],
    },
    ladder: defaultLadder,
  };
}
