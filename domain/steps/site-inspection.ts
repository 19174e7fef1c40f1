import { reject } from '../rejection.ts';
import { heldOutside, unknownOutcome, wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 现场踏勘: two or more officers (XKF 34); a day entered late ends its clocks on the day it was held. */
export const siteInspection: StepKind = {
  orders: ['finishInspection'],
  answer(context, order) {
    if (order.type !== 'finishInspection') return wrongKind(context, order.type);
    const { stepId, outcome, heldOn, inspectors, findings } = order;
    const refusal = unknownOutcome(context, outcome) ?? heldOutside(context, heldOn);
    if (refusal) return refusal;
    const least = Math.max(2, context.plan.minPeople);
    const count = new Set(inspectors).size;
    if (count < least) {
      return reject('inspectors-too-few', `expected at least ${least} different inspectors (XKF 34), but got ${count}`);
    }
    const fact = { type: 'InspectionFinished', stepId, outcome, heldOn, inspectors, findings } as const;
    return { facts: [fact], outcome, endedOn: heldOn };
  },
};
