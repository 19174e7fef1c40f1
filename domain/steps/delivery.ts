import { reject } from '../rejection.ts';
import { wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 送达 (XKF 44): electronic service only with consent; a day of service entered later than it happened keeps its date. */
export const delivery: StepKind = {
  orders: ['deliver'],
  answer(context, order) {
    if (order.type !== 'deliver') return wrongKind(context, order.type);
    const { stepId, mode, servedOn, recipient = null } = order;
    if (mode === 'electronic' && !context.state.eDelivery) {
      return reject(
        'e-delivery-without-consent',
        'expected consent to electronic service, but the applicant gave none',
      );
    }
    const from = context.state.decidedOn ?? context.step.openedOn;
    if (servedOn < from || servedOn > context.today) {
      return reject('served-on-invalid', `expected a day from ${from} to ${context.today}, but got ${servedOn}`);
    }
    const fact = { type: 'Delivered', stepId, mode, servedOn, recipient } as const;
    return { facts: [fact], outcome: 'delivered', endedOn: servedOn };
  },
};
