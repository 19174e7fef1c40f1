import type { OrderBody } from '../../contract/orders.ts';
import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Db } from '../../db/client.ts';
import { readDocument } from '../../db/documents/papers.ts';
import type { Worlds } from '../../db/journal/worlds.ts';
import { correctable, isIncomplete } from '../../domain/documents/compose.ts';
import { standsIn } from '../../domain/documents/stands-in.ts';
import type { Definitions } from '../definitions.ts';
import { documentCase } from './sources.ts';

interface Parts {
  readonly db: Db;
  readonly worlds: Worlds;
  readonly definitions: Definitions;
}

/**
 * Why the document that an order names cannot be corrected so; null: it can, or the order names none. Judged before the case is asked, which
 * knows its state and not its facts; what was recorded stays, so the answer cannot grow old.
 */
export async function namedDocument(parts: Parts, caseId: string, order: OrderBody): Promise<Problem | null> {
  if (order.type !== 'correctDocument') return null;
  const { documentSeq, wrong } = order;
  const found = await documentCase(parts, caseId);
  const named = found?.facts.find(({ fact }) => fact.seq === documentSeq);
  if (found === null || named === undefined || correctable(found.journal, documentSeq) === null)
    return problem(
      'no-such-document',
      `expected a fact that makes a document for the applicant, but ${documentSeq} does not`,
    );
  const made = await readDocument(parts.db, caseId, named.fact.hash);
  const content = made?.content ?? (await found.contentOf(named));
  if (content === null || isIncomplete(content) || standsIn(content, wrong)) return null;
  const reason = `expected words that stand in the document of fact ${documentSeq}, but these do not`;
  return problem('words-not-in-document', reason, { about: { fields: ['wrong'] } });
}
