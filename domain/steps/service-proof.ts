import type { CivilDate } from '../clock/civil-date.ts';
import type { Digest, DigestField, TextKind } from '../case/marks.ts';
import type { ServingState } from '../case/serving.ts';
import type { PersonPaper } from '../people/papers.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { Said } from '../words/said.ts';

/** Ways of serving that ask for nothing before them. */
export const directModes = {
  collected: { zh: '窗口领取', en: 'Collected at the window' },
  posted: { zh: '邮寄', en: 'Posted' },
  electronic: { zh: '电子送达', en: 'Sent electronically' },
  left: { zh: '留置送达', en: 'Left at the address' },
  entrusted: { zh: '委托送达', en: 'Served by another agency' },
} as const satisfies Readonly<Record<string, Said>>;
export type DirectMode = keyof typeof directModes;

/** How a document reaches the applicant (送达方式). */
export const deliveryModes = {
  ...directModes,
  announced: { zh: '公告送达', en: 'Served by announcement' },
} as const satisfies Readonly<Record<string, Said>>;
export type DeliveryMode = keyof typeof deliveryModes;

/** Who takes a document at the window. */
export const takers = {
  applicant: { zh: '本人（本单位）领取', en: 'The applicant' },
  agent: { zh: '代领', en: 'An agent' },
} as const satisfies Readonly<Record<string, Said>>;
export type Taker = keyof typeof takers;

/** What proves a service, by mode (民诉法 89 to 95 by analogy, domain.md 12.2.5). */
export interface ServiceProof {
  /** Who signed: at the window always, elsewhere where somebody did. */
  readonly recipient?: Digest;
  readonly takenBy?: Taker;
  /** The agent's paper and number, and the power of attorney. */
  readonly idType?: PersonPaper;
  readonly idNo?: Digest;
  readonly authority?: Digest;
  /** Why it was not taken, who saw that it was left, and the pictures of it. */
  readonly refusedBecause?: Digest;
  readonly witness?: Digest;
  readonly pictures?: Digest;
  readonly carrier?: Digest;
  readonly trackingNo?: Digest;
  readonly sentOn?: CivilDate;
  /** The agency that served it, and its return. */
  readonly throughAgency?: Digest;
  readonly agencyReturn?: Digest;
  /** Address in the system to which it was sent. */
  readonly medium?: Digest;
}
export type ProofField = keyof ServiceProof;

/** A service that asks for nothing before it: how, when, and by what proof. */
export interface DirectService extends ServiceProof {
  readonly mode: DirectMode;
  readonly servedOn: CivilDate;
}

/** The words of a proof, as an act that takes them names its texts. */
export const proofTexts = {
  recipient: 'words',
  idNo: 'words',
  authority: 'words',
  refusedBecause: 'words',
  witness: 'words',
  pictures: 'words',
  carrier: 'words',
  trackingNo: 'words',
  throughAgency: 'words',
  agencyReturn: 'words',
  medium: 'words',
} as const satisfies Readonly<Record<DigestField<ServiceProof>, TextKind>>;

/** What a mode needs and what it may tell besides. */
interface Asked {
  readonly needs: readonly ProofField[];
  readonly may: readonly ProofField[];
}

/**
 * Which fields prove a service: those it needs, and those it may have. What was posted by an act of its own is known by it and not told again.
 */
export function proofAsked(
  mode: DeliveryMode,
  { takenBy, isOnItsWay }: { readonly takenBy?: Taker | undefined; readonly isOnItsWay: boolean },
): Asked {
  switch (mode) {
    case 'collected':
      return { needs: ['takenBy', 'recipient', ...(takenBy === 'agent' ? agentFields : [])], may: [] };
    case 'posted':
      return { needs: isOnItsWay ? [] : ['carrier', 'trackingNo', 'sentOn'], may: ['recipient'] };
    case 'electronic':
      return { needs: ['medium'], may: [] };
    case 'left':
      return { needs: ['refusedBecause'], may: ['witness', 'pictures'] };
    case 'entrusted':
      return { needs: ['throughAgency', 'agencyReturn'], may: ['recipient'] };
    case 'announced':
      return { needs: [], may: [] };
  }
  return mode satisfies never;
}

const agentFields = ['idType', 'idNo', 'authority'] as const;

/** The fields of the proof that an order gives; blank ones are none. */
export function proofIn(order: ServiceProof): ServiceProof {
  const given = proofFields.flatMap((field) => {
    const value = order[field];
    return value === undefined || value === '' ? [] : [[field, value] as const];
  });
  return Object.fromEntries(given);
}

/** Every field of a proof, in the order in which a clerk fills them in. */
export const proofFields = [
  'takenBy',
  'recipient',
  'idType',
  'idNo',
  'authority',
  'refusedBecause',
  'witness',
  'pictures',
  'carrier',
  'trackingNo',
  'sentOn',
  'throughAgency',
  'agencyReturn',
  'medium',
] as const satisfies readonly ProofField[];

/** How and when something is served, and what was done before for it. */
interface Served {
  readonly mode: DeliveryMode;
  readonly servedOn: CivilDate;
  readonly from: CivilDate;
  readonly today: CivilDate;
  readonly serving: ServingState | undefined;
}

/** Electronic service only with consent (XKF 44), and on a day that has come. Refusals `e-delivery-without-consent`, `served-on-invalid`. */
export function checkService({ mode, servedOn, from, today }: Served, hasConsent: boolean): Rejection | null {
  if (mode === 'electronic' && !hasConsent) {
    return reject('e-delivery-without-consent', 'expected consent to electronic service, but the applicant gave none');
  }
  if (servedOn >= from && servedOn <= today) return null;
  const detail = `expected a day from ${from} to ${today}, but got ${servedOn}`;
  return reject('served-on-invalid', detail, { fields: ['servedOn'] });
}

/**
 * Whether a service is proved as its mode asks. Refusals `post-on-its-way`, `service-proof-missing`, `service-proof-contradicts`,
 * `service-witness-required`, `sent-on-invalid`, `announcement-required`, `announcement-not-over`.
 */
export function checkProof(proof: ServiceProof, served: Served): Rejection | null {
  const { mode, serving, from, servedOn } = served;
  const isOnItsWay = serving?.stage === 'posted';
  if (isOnItsWay && mode !== 'posted') return stillOnItsWay();
  const { needs, may } = proofAsked(mode, { takenBy: proof.takenBy, isOnItsWay });
  const lacking = needs.filter((field) => proof[field] === undefined);
  if (lacking.length > 0) {
    const detail = `expected ${needs.join(', ')} to prove a service of mode ${mode}, but ${lacking.join(', ')} is missing`;
    return reject('service-proof-missing', detail, { fields: lacking });
  }
  const odd = proofFields.filter((field) => proof[field] !== undefined && ![...needs, ...may].includes(field));
  if (odd.length > 0) {
    const detail = `expected only what belongs to a service of mode ${mode}, but ${odd.join(', ')} was given`;
    return reject('service-proof-contradicts', detail, { fields: odd });
  }
  if (mode === 'left' && proof.witness === undefined && proof.pictures === undefined) {
    const detail = 'expected a witness or pictures of what was left (民诉法 89), but neither was named';
    return reject('service-witness-required', detail, { fields: ['witness', 'pictures'] });
  }
  const sentOn = proof.sentOn ?? (isOnItsWay ? serving.on : undefined);
  if (sentOn !== undefined && (sentOn < from || sentOn > servedOn)) {
    const detail = `expected it to be sent from ${from} to its receipt on ${servedOn}, but got ${sentOn}`;
    return reject('sent-on-invalid', detail, { fields: [isOnItsWay ? 'servedOn' : 'sentOn'] });
  }
  return mode === 'announced' ? checkAnnounced(served) : null;
}

/** Nobody hands out what is in the post: it comes back first, or is received. */
export function stillOnItsWay(): Rejection {
  return reject('post-on-its-way', 'expected nothing on its way to the applicant, but it was posted and not received');
}

/** Deemed served once its period is over, on its last day and no other. */
function checkAnnounced({ serving, today, servedOn }: Served): Rejection | null {
  if (serving?.stage !== 'announced' || serving.deemedOn === undefined) {
    return reject('announcement-required', 'expected a service that was announced, but none was');
  }
  const { deemedOn } = serving;
  if (today <= deemedOn) {
    return reject('announcement-not-over', `expected the announcement to be over, but it runs until ${deemedOn}`);
  }
  if (servedOn === deemedOn) return null;
  const detail = `expected ${deemedOn}, on which the announcement ended, but got ${servedOn}`;
  return reject('served-on-invalid', detail, { fields: ['servedOn'] });
}
