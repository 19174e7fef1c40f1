import type { CivilDate } from '../../clock/civil-date.ts';
import { reject } from '../../rejection.ts';
import type { Rejection } from '../../rejection.ts';
import { checkProof, checkService, proofIn, proofTexts } from '../../steps/service-proof.ts';
import type { DirectService } from '../../steps/service-proof.ts';
import type { Desk } from '../desk.ts';
import { only, today } from '../draft.ts';
import type { Digest } from '../marks.ts';
import { plannedStep } from '../planned.ts';
import { isToServe, revocationHeads, revocationServers } from '../revoked.ts';
import type { RevocationGround } from '../revoked.ts';
import type { Act } from './act.ts';

export interface ProposeRevocation {
  readonly type: 'proposeRevocation';
  readonly ground: RevocationGround;
  readonly reasons: Digest;
}

/** Who found that a permit should not have been granted lays it before a head; the permit holds until that is decided. */
export const proposeRevocation: Act<ProposeRevocation> = {
  title: { zh: '报请撤销许可', en: 'Propose to revoke the permit' },
  texts: { reasons: 'words' },
  people: {},
  holder: ['caseOfficer', 'reviewer'],
  place: 'case',
  onClosed: true,
  guard: (desk) => notRevocable(desk) ?? alreadyProposed(desk),
  decide: (draft, { ground, reasons }) =>
    only(draft, { type: 'RevocationProposed', ground, reasons, on: today(draft) }),
};

export interface DeclineRevocation {
  readonly type: 'declineRevocation';
  readonly reason: Digest;
}

/** The permit holds: there is no ground, or revoking would do great harm to the public interest (XKF 69(3)). */
export const declineRevocation: Act<DeclineRevocation> = {
  title: { zh: '不予撤销', en: 'Do not revoke' },
  texts: { reason: 'words' },
  people: {},
  holder: revocationHeads,
  place: 'case',
  onClosed: true,
  guard: notProposed,
  decide: (draft, { reason }) => only(draft, { type: 'RevocationDeclined', reason, on: today(draft) }),
};

export interface RevokeGrant {
  readonly type: 'revokeGrant';
  readonly documentNo: string;
  readonly reasons: Digest;
  readonly heard: Digest;
  readonly weighed: Digest;
  readonly remedy: Digest;
}

/**
 * 撤销 (XKF 69) by the agency that granted: on the ground that was proposed, by a head who did not propose it, once the holder was heard (7)
 * and the public interest weighed (69(3)). The case is not reopened: it stays as it ended.
 */
export const revokeGrant: Act<RevokeGrant> = {
  title: { zh: '撤销许可', en: 'Revoke the permit' },
  texts: { reasons: 'words', heard: 'words', weighed: 'words', remedy: 'words' },
  people: {},
  holder: revocationHeads,
  place: 'case',
  onClosed: true,
  guard: (desk) => notProposed(desk) ?? ownProposal(desk),
  decide(draft, { documentNo, reasons, heard, weighed, remedy }) {
    const { revocation } = draft.state;
    if (revocation === undefined) return notProposed(draft);
    const { ground } = revocation;
    const on = today(draft);
    return only(draft, { type: 'GrantRevoked', ground, documentNo, reasons, heard, weighed, remedy, on });
  },
};

export interface ServeRevocation extends DirectService {
  readonly type: 'serveRevocation';
}

/** 送达 of the decision that revoked, proved like every service (domain.md 12.2.5): its day is that from which the permit is no more used. */
export const serveRevocation: Act<ServeRevocation> = {
  title: { zh: '送达撤销决定', en: 'Serve the revocation' },
  texts: proofTexts,
  people: {},
  holder: revocationServers,
  place: 'case',
  onClosed: true,
  guard: notToServe,
  decide(draft, order) {
    const { revocation, eDelivery } = draft.state;
    if (!isToServe(revocation)) return notToServe(draft);
    const { mode, servedOn } = order;
    const service = { mode, servedOn, from: revocation.on, today: today(draft), serving: undefined };
    const proof = proofIn(order);
    const refusal = checkService(service, eDelivery) ?? checkProof(proof, service);
    return refusal ?? only(draft, { type: 'RevocationServed', mode, servedOn, ...proof });
  },
};

export interface RecordSuperiorRevocation {
  readonly type: 'recordSuperiorRevocation';
  readonly ground: RevocationGround;
  readonly superior: Digest;
  readonly superiorNo: string;
  readonly revokedOn: CivilDate;
}

/** The agency above has revoked by a decision of its own, which is entered here: its paper is not ours. */
export const recordSuperiorRevocation: Act<RecordSuperiorRevocation> = {
  title: { zh: '登记上级撤销决定', en: 'Record a revocation from above' },
  texts: { superior: 'words' },
  people: {},
  holder: revocationHeads,
  place: 'case',
  onClosed: true,
  guard: notRevocable,
  decide(draft, { ground, superior, superiorNo, revokedOn }) {
    const [from, until] = [draft.state.decidedOn ?? revokedOn, today(draft)];
    if (revokedOn < from || revokedOn > until) {
      return reject('revocation-day-invalid', `expected a day from ${from} to ${until}, but got ${revokedOn}`);
    }
    return only(draft, { type: 'GrantRevokedAbove', ground, superior, superiorNo, revokedOn });
  },
};

/** Only what was granted and reached its holder can be revoked: before that it is the agency's own paper. */
function notRevocable({ state, world }: Pick<Desk, 'state' | 'world'>): Rejection | null {
  const isServed = state.steps.some(
    ({ id, outcome }) => outcome !== null && outcome !== 'ended' && plannedStep(world, id).kind === 'delivery',
  );
  if (state.decision !== 'grant' || !isServed) {
    return reject('nothing-to-revoke', 'expected a permit that was granted and served, but there is none');
  }
  const { revocation } = state;
  if (revocation?.state !== 'revoked' && revocation?.state !== 'revokedAbove') return null;
  return reject('already-revoked', `expected a permit that holds, but it was revoked on ${revocation.on}`);
}

function notToServe({ state }: Pick<Desk, 'state'>): Rejection | null {
  if (isToServe(state.revocation)) return null;
  return reject('no-revocation-to-serve', 'expected a revocation of ours that was not served, but there is none');
}

function alreadyProposed({ state }: Desk): Rejection | null {
  if (state.revocation?.state !== 'proposed') return null;
  return reject('revocation-proposed', 'expected no proposal that waits, but one is before a head of the agency');
}

function notProposed({ state }: Pick<Desk, 'state'>): Rejection | null {
  if (state.revocation?.state === 'proposed') return null;
  return reject('no-revocation-proposed', 'expected a proposal to revoke the permit, but none waits');
}

function ownProposal({ state, actor }: Desk): Rejection | null {
  if (state.revocation?.by !== actor.id) return null;
  const about = { people: [actor.id] };
  return reject('four-eyes', 'expected a decision by somebody else, but the same person proposed it', about);
}
