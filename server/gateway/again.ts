import { inTransaction } from '../../db/client.ts';
import { openIntent } from '../../db/journal/open-intent.ts';
import { settleApplied } from '../../db/journal/settle.ts';
import type { Context } from './context.ts';
import type { OrderInHand } from './send.ts';
import type { Answer } from './types.ts';

/** Remembers an order until the next sweep, which sees to its intent. */
export function doubt({ doubted }: Context, { opId, opened }: OrderInHand): void {
  if (opened?.durable === false) doubted.set(opId, opened);
}

/** Opens the intents of doubted orders again where they are gone; the sweep that follows finishes them. */
export async function openDoubted({ db, doubted, log }: Context): Promise<void> {
  for (const [opId, order] of doubted) {
    const { kind } = await openIntent(db, { ...order, durable: true, leaseMs: 0 });
    doubted.delete(opId);
    if (kind === 'new') log.warn({ opId, caseId: order.caseId }, 'opened an intent again that PostgreSQL had lost');
  }
}

/** Stores intent, words and answer of an order that was applied and whose intent is gone; changes nothing where it is there. */
export async function storeAgain(
  context: Context,
  { opId, caseId, attempt, opened }: OrderInHand,
  answer: Answer,
): Promise<void> {
  if (opened?.durable !== false) return;
  const kind = await inTransaction(context.db, async (client) => {
    const again = await openIntent(client, { ...opened, durable: true });
    if (again.kind === 'new') {
      await settleApplied(client, { opId, attempt, status: answer.status, answer: answer.body });
    }
    return again.kind;
  });
  if (kind === 'new') context.log.warn({ opId, caseId }, 'stored an answer whose intent PostgreSQL had lost');
}
