import { reject } from '../rejection.ts';
import { heldOutside, unknownOutcome, wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 听证 (XKF 48): presided by somebody who did not review the case; its record stands behind the decision. */
export const hearing: StepKind = {
  orders: ['finishHearing'],
  answer(context, order) {
    if (order.type !== 'finishHearing') return wrongKind(context, order.type);
    const { stepId, outcome, heldOn, presider, record } = order;
    const refusal = unknownOutcome(context, outcome) ?? heldOutside(context, heldOn);
    if (refusal) return refusal;
    if (context.state.handledBy.includes(presider)) {
      return reject(
        'presider-is-reviewer',
        'expected a presiding officer who did not review the case (XKF 48), but this one did',
      );
    }
    if (record === '') {
      return reject('hearing-record-required', 'expected the record of the hearing (XKF 48), but it is empty');
    }
    const fact = { type: 'HearingFinished', stepId, outcome, heldOn, presider, record } as const;
    return { facts: [fact], outcome, endedOn: heldOn };
  },
};
