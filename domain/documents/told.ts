import type { Fact } from '../case/facts/index.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { DocumentKind } from './kind-names.ts';

/** The papers that 送达 brings: until it has, they are the agency's (XKF 44). */
export const servedKinds: readonly DocumentKind[] = ['grantDecision', 'refusalDecision', 'certificate'];

/** The agency's own: the return of a service, the record of a hearing, in which others speak too, and what goes from window to department. */
export const internalKinds: readonly DocumentKind[] = ['serviceReturn', 'hearingRecord', 'passingSheet'];

/** For somebody else than the applicant. */
const othersKinds: readonly DocumentKind[] = ['statementNotice'];

/** The facts of the papers that 送达 brings. */
const broughtBy: readonly Fact['body']['type'][] = ['DecisionMade', 'CertificateIssued'];

/** What an applicant may see of a document: that it is there, and since when it counts as served; null: nothing yet. */
export interface Told {
  /** The day of service, where the document is served by 送达. */
  readonly servedOn: CivilDate | null;
}

/** Whether the document of a fact has reached its applicant. Notices do so with the act that makes them, a correction not before what it corrects. */
export function toldOf(kind: DocumentKind, { body }: Pick<Fact, 'body'>, journal: readonly Fact[]): Told | null {
  if (internalKinds.includes(kind) || othersKinds.includes(kind)) return null;
  const served = journal.findLast((fact) => fact.body.type === 'Delivered')?.body;
  const servedOn = served?.type === 'Delivered' ? served.servedOn : null;
  if (kind === 'revocationDecision') return { servedOn: revocationServedOn(journal) };
  if (servedKinds.includes(kind)) return servedOn === null ? null : { servedOn };
  return servedOn === null && isOfUnserved(body, journal) ? null : { servedOn: null };
}

/** Its holder reads of the revocation as soon as it is decided; the paper counts from its service. */
function revocationServedOn(journal: readonly Fact[]): CivilDate | null {
  const served = journal.find((fact) => fact.body.type === 'RevocationServed')?.body;
  return served?.type === 'RevocationServed' ? served.servedOn : null;
}

function isOfUnserved(body: Fact['body'], journal: readonly Fact[]): boolean {
  if (body.type !== 'DocumentCorrected') return false;
  const corrected = journal.find(({ seq }) => seq === body.documentSeq);
  return corrected !== undefined && broughtBy.includes(corrected.body.type);
}
