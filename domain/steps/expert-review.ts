import { reject } from '../rejection.ts';
import { unknownOutcome, wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 专家评审 (XKF 45): enough different experts, none of whom handled the case. */
export const expertReview: StepKind = {
  orders: ['finishExpertReview'],
  answer(context, order) {
    if (order.type !== 'finishExpertReview') return wrongKind(context, order.type);
    const { stepId, outcome, opinion, experts, officials } = order;
    const refusal = unknownOutcome(context, outcome);
    if (refusal) return refusal;
    const { minPeople } = context.plan;
    const count = new Set(experts).size;
    if (count < minPeople) {
      return reject('experts-too-few', `expected at least ${minPeople} different experts, but got ${count}`);
    }
    const partial = officials.find((id) => id === context.actorId || context.state.handledBy.includes(id));
    if (partial !== undefined) {
      return reject('expert-not-independent', `expected experts who did not handle the case, but ${partial} did`);
    }
    const fact = { type: 'ExpertReviewFinished', stepId, outcome, opinion, experts } as const;
    return { facts: [fact], outcome, endedOn: context.today };
  },
};
