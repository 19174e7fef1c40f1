import type { Problem } from '../../contract/problem.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { servedKinds } from '../../domain/documents/told.ts';
import type { Making } from './making.ts';
import { lacking } from './replies.ts';
import type { DocumentCase } from './sources.ts';

/** The papers that acts bring to the applicant. */
const broughtBy: Readonly<Partial<Record<OrderType, readonly DocumentKind[]>>> = {
  deliver: servedKinds,
  sendByPost: servedKinds,
  tellToCollect: servedKinds,
  announce: servedKinds,
  serveRevocation: ['revocationDecision'],
};

/** Whether an act brings papers to the applicant. */
export function serves(order: OrderType): boolean {
  return broughtBy[order] !== undefined;
}

/**
 * Makes out what is about to be served and was not yet: nobody serves a paper that is not there, so no case ends without its decision kept as
 * it went out. Answers a problem `document-incomplete` that names the first that cannot be made, and what it lacks.
 */
export async function makeOutServed(
  making: Making,
  o: {
    readonly caseId: string;
    readonly found: DocumentCase;
    readonly now: number;
    readonly order: OrderType;
  },
): Promise<Problem | null> {
  const kinds = broughtBy[o.order] ?? [];
  const served = o.found.facts.filter(({ kind }) => kinds.includes(kind));
  // Side by side: somebody waits at the window, and each paper takes several turns to the database.
  const made = await Promise.all(served.map(async ({ fact }) => making.ensure({ ...o, seq: fact.seq })));
  const incomplete = made.find((one) => one !== null);
  return incomplete === undefined ? null : lacking(incomplete);
}
