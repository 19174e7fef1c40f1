import type { Problem } from '../../contract/problem.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import { servedKinds } from '../../domain/documents/told.ts';
import type { Making } from './making.ts';
import { lacking } from './replies.ts';
import type { DocumentCase } from './sources.ts';

/** The acts that bring papers to the applicant. */
export const serving: readonly OrderType[] = ['deliver', 'sendByPost', 'tellToCollect', 'announce'];

/**
 * Makes out what is about to be served and was not yet: nobody serves a paper that is not there, so no case ends without its decision kept as
 * it went out. Answers a problem `document-incomplete` that names the first that cannot be made, and what it lacks.
 */
export async function makeOutServed(
  making: Making,
  o: { readonly caseId: string; readonly found: DocumentCase; readonly now: number },
): Promise<Problem | null> {
  const served = o.found.facts.filter(({ kind }) => servedKinds.includes(kind));
  // Side by side: somebody waits at the window, and each paper takes several turns to the database.
  const made = await Promise.all(served.map(async ({ fact }) => making.ensure({ ...o, seq: fact.seq })));
  const incomplete = made.find((one) => one !== null);
  return incomplete === undefined ? null : lacking(incomplete);
}
