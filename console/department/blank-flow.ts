import type { Block, FlowDefinition, LimitRule } from '../../domain/flow/definition.ts';
import { defaultLadder } from '../../domain/flow/ladder.ts';

const limit = (count: number, basis: string): LimitRule => ({
  count,
  unit: 'workday',
  basis,
  unitFrom: '待填写',
  assumption: true,
});
const step = (of: Extract<Block, { type: 'step' }>['step']): Block => ({ type: 'step', step: of });

/** Where the first flow of an item begins: the frame every case passes, with the limits of the 行政许可法 to be made its own. */
export function blankFlow(itemCode: string, title: string): FlowDefinition {
  return {
    itemCode,
    title,
    limits: {
      notice: limit(5, '行政许可法第三十二条'),
      statutory: limit(20, '行政许可法第四十二条'),
      promised: limit(20, '待填写'),
      delivery: limit(10, '行政许可法第四十四条'),
      extension: null,
    },
    limitBranches: [],
    form: [],
    materials: [],
    body: {
      type: 'sequence',
      blocks: [
        step({
          id: 'intake',
          kind: 'intake',
          title: '收件',
          by: 'windowClerk',
          outcomes: [{ id: 'received', title: '收齐' }],
        }),
        step({
          id: 'acceptance',
          kind: 'acceptance',
          title: '受理',
          by: 'windowClerk',
          outcomes: [{ id: 'accepted', title: '予以受理' }],
        }),
        step({
          id: 'review',
          kind: 'review',
          title: '审查',
          by: 'caseOfficer',
          outcomes: [{ id: 'done', title: '审查完毕' }],
        }),
        step({
          id: 'decision',
          kind: 'decision',
          title: '决定',
          by: 'approver',
          outcomes: [
            { id: 'grant', title: '准予许可' },
            { id: 'refuse', title: '不予许可' },
          ],
        }),
        step({
          id: 'delivery',
          kind: 'delivery',
          title: '送达',
          by: 'certificateClerk',
          outcomes: [{ id: 'delivered', title: '已送达' }],
        }),
      ],
    },
    ladder: defaultLadder,
  };
}
