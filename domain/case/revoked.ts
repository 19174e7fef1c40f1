import type { CivilDate } from '../clock/civil-date.ts';
import type { Role } from '../people/roles.ts';
import type { Said } from '../words/said.ts';
import type { Digest, PersonId } from './marks.ts';

/** Why a permit is revoked (撤销): the closed list of XKF 69, each with the provision that a decision cites. */
export const revocationGrounds = {
  abuse: {
    zh: '工作人员滥用职权、玩忽职守作出准予行政许可决定',
    en: 'granted by abuse or neglect of duty',
    cite: '第六十九条第一款第（一）项',
  },
  beyondPower: {
    zh: '超越法定职权作出准予行政许可决定',
    en: 'granted beyond the powers of the agency',
    cite: '第六十九条第一款第（二）项',
  },
  wrongProcedure: {
    zh: '违反法定程序作出准予行政许可决定',
    en: 'granted against the procedure of the law',
    cite: '第六十九条第一款第（三）项',
  },
  unqualified: {
    zh: '对不具备申请资格或者不符合法定条件的申请人准予行政许可',
    en: 'granted to an applicant who did not meet the conditions',
    cite: '第六十九条第一款第（四）项',
  },
  otherByLaw: {
    zh: '依法可以撤销行政许可的其他情形',
    en: 'another ground of a law',
    cite: '第六十九条第一款第（五）项',
  },
  deceit: {
    zh: '被许可人以欺骗、贿赂等不正当手段取得行政许可',
    en: 'obtained by deceit, bribery or other improper means',
    cite: '第六十九条第二款',
  },
} as const satisfies Readonly<Record<string, Said & { readonly cite: string }>>;
export type RevocationGround = keyof typeof revocationGrounds;

/** Whether what the holder gained by the permit is protected: his loss is made good, but not where he got it by deceit (XKF 69(4)). */
export function isProtected(ground: RevocationGround): boolean {
  return ground !== 'deceit';
}

/** Who decides on a revocation for the agency: its heads, deputies included (domain.md 12.2.1). */
export const revocationHeads: readonly Role[] = ['approver', 'deputyHead', 'agencyHead'];

/** Who serves the decision that revoked: those who hand out and send the department's papers. */
export const revocationServers: readonly Role[] = ['certificateClerk', 'windowClerk'];

/** Where the revocation of a granted permit stands. */
export interface RevocationState {
  /** `revokedAbove`: by the agency above. */
  readonly state: 'proposed' | 'declined' | 'revoked' | 'revokedAbove';
  readonly on: CivilDate;
  readonly ground: RevocationGround;
  /** Who proposed it, and why; of a revocation from above who recorded it. */
  readonly by: PersonId;
  readonly reasons: Digest | null;
  /** The number of the decision that revoked. */
  readonly decisionNo: string | null;
  /** When the decision was served; absent before, and where the agency above revoked. */
  readonly servedOn?: CivilDate;
}

/** Whether a decision of ours revoked the permit and did not reach its holder yet. */
export function isToServe(revocation: RevocationState | undefined): revocation is RevocationState {
  return revocation?.state === 'revoked' && revocation.servedOn === undefined;
}
