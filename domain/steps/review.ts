import { reject } from '../rejection.ts';
import { unknownOutcome, wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 审查: an opinion in words and one of the outcomes the flow lists; who reviews does not preside, and who presided does not review (XKF 48). */
export const review: StepKind = {
  orders: ['finishReview'],
  answer(context, order) {
    if (order.type !== 'finishReview') return wrongKind(context, order.type);
    const { stepId, outcome, opinion } = order;
    const refusal = unknownOutcome(context, outcome);
    if (refusal) return refusal;
    if (opinion === '') return reject('opinion-required', 'expected an opinion in words, but it is empty');
    if (context.state.presidedBy.includes(context.actorId)) {
      return reject(
        'presider-is-reviewer',
        'expected a reviewer who did not preside the hearing (XKF 48), but this one did',
      );
    }
    return { facts: [{ type: 'Reviewed', stepId, outcome, opinion }], outcome, endedOn: context.today };
  },
};
