import type { CivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';

/** How the window found that who filed online is who the application names (domain.md 12.1.8). */
export const identityProofs = {
  document: { zh: '当面核对证件原件', en: 'the document shown at the counter' },
  record: { zh: '视频或者实名认证记录比对', en: 'compared by video or a record of real names' },
  agency: { zh: '核对授权委托书和代理人证件', en: "the agent's power of attorney and document" },
} as const satisfies Readonly<Record<string, Said>>;
export type IdentityProof = keyof typeof identityProofs;

/** How and when it was verified. */
export interface VerifiedIdentity {
  readonly proof: IdentityProof;
  readonly verifiedOn: CivilDate;
}
