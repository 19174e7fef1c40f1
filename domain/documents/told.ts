import type { Fact } from '../case/facts/index.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { DocumentKind } from './kind-names.ts';

/** The papers that 送达 brings: until it has, they are the agency's (XKF 44). */
export const servedKinds: readonly DocumentKind[] = ['grantDecision', 'refusalDecision', 'certificate'];

/** The agency's own: the return of a service, the record of a hearing, in which others speak too, and what goes from window to department. */
const internalKinds: readonly DocumentKind[] = ['serviceReturn', 'hearingRecord', 'passingSheet'];

/** What an applicant may see of a document: that it is there, and since when it counts as served; null: nothing yet. */
export interface Told {
  /** The day of service, where the document is served by 送达. */
  readonly servedOn: CivilDate | null;
}

/** Whether a document of a case has reached its applicant. Notices do so with the act that makes them. */
export function toldOf(kind: DocumentKind, journal: readonly Fact[]): Told | null {
  if (internalKinds.includes(kind)) return null;
  if (!servedKinds.includes(kind)) return { servedOn: null };
  const served = journal.findLast(({ body }) => body.type === 'Delivered')?.body;
  return served?.type === 'Delivered' ? { servedOn: served.servedOn } : null;
}
