import type { Problem } from '../../contract/problem.ts';
import type { Db } from '../../db/client.ts';
import { aroundDocument } from '../../db/documents/papers.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import { asksOfGuide, lacksOfGuide } from '../../domain/documents/of-guide.ts';
import { lacking } from './replies.ts';
import { counterOf } from './sources.ts';

/** Refuses an act whose document would lack what the item's guide does not say; null: none does. */
export async function unsaidInGuide(db: Db, caseId: string, order: OrderType): Promise<Problem | null> {
  if (!asksOfGuide(order)) return null;
  const around = await aroundDocument(db, caseId);
  const incomplete = around === null ? null : lacksOfGuide(order, counterOf(around.guide));
  return incomplete === null ? null : lacking(incomplete);
}
