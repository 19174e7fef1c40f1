import { reject } from '../rejection.ts';
import { unknownOutcome, wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 审查: an opinion in words and one of the outcomes the flow lists; whoever gives it can no longer preside a hearing. */
export const review: StepKind = {
  orders: ['finishReview'],
  answer(context, order) {
    if (order.type !== 'finishReview') return wrongKind(context, order.type);
    const { stepId, outcome, opinion } = order;
    const refusal = unknownOutcome(context, outcome);
    if (refusal) return refusal;
    if (opinion === '') return reject('opinion-required', 'expected an opinion in words, but it is empty');
    return { facts: [{ type: 'Reviewed', stepId, outcome, opinion }], outcome, endedOn: context.today };
  },
};
