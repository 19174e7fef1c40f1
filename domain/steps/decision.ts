import { reject } from '../rejection.ts';
import { wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 决定: a refusal gives its reasons and the remedy, body and time (XKF 38); nothing is granted by silence. */
export const decision: StepKind = {
  orders: ['makeDecision'],
  answer(context, order) {
    if (order.type !== 'makeDecision') return wrongKind(context, order.type);
    const { stepId, outcome, documentNo, reasons = null, remedy = null } = order;
    if (outcome === 'refuse' && reasons === null) {
      return reject('reasons-required', 'expected the reasons of the refusal (XKF 38), but none were given');
    }
    if (outcome === 'refuse' && remedy === null) {
      return reject('remedy-required', 'expected the remedy of the refusal (XKF 38), but none was given');
    }
    const fact = { type: 'DecisionMade', stepId, outcome, documentNo, reasons, remedy, on: context.today } as const;
    return { facts: [fact], outcome, endedOn: context.today };
  },
};
