import { reject } from '../rejection.ts';
import { wrongKind } from './rules.ts';
import type { StepAnswer, StepContext, StepKind } from './step-kind.ts';
import type { OrderOf } from '../case/orders.ts';
import type { Rejection } from '../rejection.ts';

/** 受理 or not: a written, numbered answer either way (XKF 32). */
export const acceptance: StepKind = {
  orders: ['accept', 'refuseAcceptance'],
  answer(context, order) {
    if (order.type === 'refuseAcceptance') return refuse(context, order);
    if (order.type !== 'accept') return wrongKind(context, order.type);
    const { stepId, documentNo } = order;
    const fact = { type: 'CaseAccepted', stepId, documentNo, on: context.today } as const;
    return { facts: [fact], outcome: 'accepted', endedOn: context.today };
  },
};

/** 不受理 (no permit needed) and 不予受理 (another agency's) are different answers; the second names the agency. */
function refuse({ today }: StepContext, order: OrderOf<'refuseAcceptance'>): StepAnswer | Rejection {
  const { stepId, ground, competentAgency = null, reasons, documentNo } = order;
  if (ground === 'notCompetent' && competentAgency === null) {
    return reject(
      'competent-agency-required',
      'expected the name of the competent agency (XKF 32), but none was given',
    );
  }
  const fact = { type: 'AcceptanceRefused', stepId, ground, competentAgency, reasons, documentNo } as const;
  return { facts: [fact], outcome: ground, endedOn: today };
}
