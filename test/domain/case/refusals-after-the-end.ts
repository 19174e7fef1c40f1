import type { Order } from '../../../domain/case/acts/index.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { handedOut } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';

const proposal = { type: 'proposeRevocation', ground: 'unqualified', reasons: 'r' } as const;
const above = { type: 'recordSuperiorRevocation', ground: 'deceit', superior: 'a', superiorNo: '撤9' } as const;
const correction = { type: 'correctDocument', documentSeq: 1, basis: 'e', documentNo: '更1' } as const;

/** Granted and served on 2026-09-14; then these orders, then what is refused on 2026-09-17. */
function after(before: readonly (readonly [Role, Order])[], who: Role, order: Order) {
  return () => {
    const scene = new Scene('2026-09-14').undertaken('2026-09-14');
    for (const [role, one] of before) scene.must('2026-09-16', role, one);
    return { scene, on: '2026-09-17', who, order };
  };
}

/** A scenario for each refusal of 更正 and 撤销. */
export const afterTheEnd = {
  'no-such-document': after([], 'windowLead', { ...correction, documentSeq: 999, wrong: 'w', right: 'x' }),
  'nothing-corrected': after([], 'windowLead', { ...correction, wrong: 'w', right: 'w' }),
  'nothing-to-revoke': () => ({
    scene: new Scene('2026-09-14').decided('2026-09-14'),
    on: '2026-09-17',
    who: 'caseOfficer' as const,
    order: proposal,
  }),
  'already-revoked': after([['agencyHead', { ...above, revokedOn: day('2026-09-15') }]], 'agencyHead', {
    ...above,
    revokedOn: day('2026-09-16'),
  }),
  'revocation-proposed': after([['caseOfficer', proposal]], 'caseOfficer', proposal),
  'no-revocation-proposed': after([], 'approver', { type: 'declineRevocation', reason: 'r' }),
  'no-revocation-to-serve': after([['caseOfficer', proposal]], 'windowClerk', {
    type: 'serveRevocation',
    ...handedOut,
    servedOn: day('2026-09-17'),
  }),
  'revocation-day-invalid': after([], 'agencyHead', { ...above, revokedOn: day('2026-09-18') }),
} as const;
