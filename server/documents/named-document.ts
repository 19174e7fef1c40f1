import type { OrderBody } from '../../contract/orders.ts';
import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Db } from '../../db/client.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { correctable } from '../../domain/documents/compose.ts';

/**
 * Why the document that an order names cannot be corrected; null: it can, or the order names none. Judged before the case is asked, which
 * knows its state and not its facts; what was recorded stays, so the answer cannot grow old.
 */
export async function namedDocument(db: Db, caseId: string, order: OrderBody): Promise<Problem | null> {
  if (order.type !== 'correctDocument') return null;
  const { documentSeq } = order;
  if (correctable(await readFacts(db, caseId, 0), documentSeq) !== null) return null;
  return problem(
    'no-such-document',
    `expected a fact that makes a document for the applicant, but ${documentSeq} does not`,
  );
}
