import { reject } from '../rejection.ts';
import { wrongKind } from './rules.ts';
import type { StepKind } from './step-kind.ts';

/** 制证 (XKF 39): only for a permit that was granted; a validity that ends after it begins. */
export const certificate: StepKind = {
  orders: ['issueCertificate'],
  answer(context, order) {
    if (order.type !== 'issueCertificate') return wrongKind(context, order.type);
    const { stepId, certificateNo, validFrom, validUntil } = order;
    if (context.state.decision !== 'grant') {
      return reject('decision-not-granted', 'expected a granted permit, but the decision was another');
    }
    const decidedOn = context.state.decidedOn ?? context.today;
    if (validFrom < decidedOn || (validUntil !== null && validUntil <= validFrom)) {
      const span = `${validFrom} to ${validUntil ?? 'open'}`;
      return reject(
        'validity-invalid',
        `expected a validity from ${decidedOn} on that ends after it begins, but got ${span}`,
      );
    }
    const fact = { type: 'CertificateIssued', stepId, certificateNo, validFrom, validUntil } as const;
    return { facts: [fact], outcome: 'issued', endedOn: context.today };
  },
};
