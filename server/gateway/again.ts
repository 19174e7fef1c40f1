import { openIntent } from '../../db/journal/open-intent.ts';
import type { Context } from './context.ts';
import type { OrderInHand } from './send.ts';

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

/** Opens the intent of an order that the case has taken, with its words, where PostgreSQL has lost it; false when it was not this one. */
export async function openAgain(context: Context, { opId, caseId, opened }: OrderInHand): Promise<boolean> {
  if (opened?.durable !== false) return false;
  const { kind } = await openIntent(context.db, { ...opened, durable: true });
  if (kind !== 'new') return false;
  context.log.warn({ opId, caseId }, 'opened the intent of a taken order again that PostgreSQL had lost');
  return true;
}
