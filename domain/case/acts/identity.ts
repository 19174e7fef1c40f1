import { reject } from '../../rejection.ts';
import { only, today } from '../draft.ts';
import { isUnverified } from '../identity.ts';
import type { VerifiedIdentity } from '../identity-proofs.ts';
import type { Act } from './act.ts';

export interface VerifyIdentity extends VerifiedIdentity {
  readonly type: 'verifyIdentity';
}

/**
 * Filing online without the state's identity is a pre-check that the counter verifies (domain.md 12.1.8). Who turns out to be somebody else
 * files anew: that case ends by 撤件 or 不予受理 (12.1.7).
 */
export const verifyIdentity: Act<VerifyIdentity> = {
  title: { zh: '核验申请人身份', en: 'Verify the identity' },
  texts: {},
  people: {},
  holder: ['windowClerk', 'windowLead'],
  place: 'case',
  guard: ({ state }) =>
    isUnverified(state)
      ? null
      : reject('no-identity-to-verify', 'expected an identity that is to be verified, but there is none'),
  decide(draft, { proof, verifiedOn }) {
    const [from, until] = [draft.state.filing.receivedOn, today(draft)];
    if (verifiedOn < from || verifiedOn > until) {
      return reject('identity-day-invalid', `expected a day from ${from} to ${until}, but got ${verifiedOn}`);
    }
    return only(draft, { type: 'IdentityVerified', proof, verifiedOn });
  },
};
