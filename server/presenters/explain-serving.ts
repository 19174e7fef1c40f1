import type { ClockState, StepState } from '../../domain/case/state.ts';
import { readDay } from '../../domain/words/day.ts';

/** A clause on what ended the time to deliver, or will: by telling to collect, receipt, or the end of an announcement; empty where nothing is known yet. */
export function servingClause({ kind, endedOn }: ClockState, steps: readonly StepState[]): string {
  if (kind !== 'delivery') return '';
  const serving = steps.findLast((step) => step.serving !== undefined)?.serving;
  if (endedOn !== null) {
    const isTold = serving?.told?.since === endedOn;
    return isTold
      ? `${readDay(endedOn)}通知申请人领取，送达时限于当日完成，何时领取不影响时限`
      : `${readDay(endedOn)}送达时限结束`;
  }
  if (serving === undefined) return '';
  const { stage, on, deemedOn } = serving;
  switch (stage) {
    case 'posted':
      return `${readDay(on)}已交寄，以签收之日为送达之日`;
    case 'announced':
      return `${readDay(on)}发布送达公告，以${readDay(deemedOn ?? on)}公告期满为送达之日`;
    case 'returned':
    case 'failed':
      return `${readDay(on)}未能送达，时限继续计算`;
    case 'toCollect':
      return '';
  }
  return stage satisfies never;
}
