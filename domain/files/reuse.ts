import type { ReuseConsent } from '../case/files-taken.ts';
import { isUnverified } from '../case/identity.ts';
import type { CaseState } from '../case/state.ts';
import { addMonths } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { Material } from '../flow/definition.ts';

/** What the same applicant gave the agency before, or got from it. */
export interface Earlier {
  /** A file that was supplied, or the certificate that a case ended in. */
  readonly kind: 'file' | 'certificate';
  /** What the material was called for which it was supplied; of a certificate its item. */
  readonly as: string;
  readonly givenOn: CivilDate;
  /** The term of a certificate; null: it has none, or this is no certificate. */
  readonly validUntil: CivilDate | null;
}

/** Whether it may stand for a material: of the same name where the item takes such files again, or a certificate that it names. */
export function standsFor({ title, reuse }: Material, { kind, as }: Pick<Earlier, 'kind' | 'as'>): boolean {
  if (reuse === undefined) return false;
  return kind === 'file' ? as.trim() === title.trim() : reuse.certificateOf?.includes(as) === true;
}

/** The last day on which it is good for a material: the term of a certificate, or so many months from its day; null: no end is set. */
export function goodUntil(
  { reuse }: Pick<Material, 'reuse'>,
  { kind, givenOn, validUntil }: Earlier,
): CivilDate | null {
  if (kind === 'certificate') return validUntil;
  return reuse?.months === undefined ? null : addMonths(givenOn, reuse.months);
}

/** Why something given before is not used again: refusals in the order in which they are told. */
export type ReuseRefusal = 'identity-not-verified' | 'reuse-without-consent' | 'reuse-expired';

/**
 * Why it is not used for this case. Nobody who merely says to be the applicant uses what the applicant gave, and what an online applicant
 * agreed to must stand in the filing.
 */
export function refusesReuse(
  o: { readonly until: CivilDate | null; readonly consent: ReuseConsent; readonly today: CivilDate },
  state: Pick<CaseState, 'filing' | 'identity'>,
): ReuseRefusal | null {
  if (isUnverified(state)) return 'identity-not-verified';
  if (o.consent === 'online' && state.filing.reuse !== true) return 'reuse-without-consent';
  return isOver(o.until, o.today) ? 'reuse-expired' : null;
}

/** Whether the last good day is behind. */
export function isOver(until: CivilDate | null, today: CivilDate): boolean {
  return until !== null && until < today;
}
