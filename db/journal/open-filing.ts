import { inTransaction } from '../client.ts';
import type { Db, Queryable } from '../client.ts';
import { readIntent } from './intents.ts';
import type { StoredAnswer } from './intents.ts';
import { findAlike, keepMark } from './likeness.ts';
import type { Earlier, Likeness } from './likeness.ts';
import { findKnown, insertAll, inserts, known } from './open-intent.ts';
import type { Known, NewIntent } from './open-intent.ts';
import { keepSecret } from './secrets.ts';
import { nextCaseNo } from './serial.ts';
import { refuseIntent } from './settle.ts';

/** A filing: `compose` makes the payload (with the first facts) once the case has its number. */
export interface NewFiling<Payload extends Readonly<Record<string, unknown>>> extends NewIntent {
  /** 实施编码 of the item and the civil day of the filing: together with a daily serial they are the 办件编号. */
  readonly itemCode: string;
  readonly day: string;
  /** What it asks for, as a keyed digest, and the number of the earlier case like it that the clerk knows of. */
  readonly likeness?: Likeness;
  /** The key of the case's digests. */
  readonly secret: string;
  /** What is done in the same transaction; false where it can no longer be done: then nothing is kept. */
  readonly beside?: (client: Queryable) => Promise<boolean>;
  /** `despite`: the earlier case like it. */
  readonly compose: (caseNo: string, despite: string | null) => Payload | Promise<Payload>;
}

export type OpenedFiling<Payload> =
  | { readonly kind: 'new'; readonly payload: Payload }
  | { readonly kind: 'alike'; readonly earlier: Earlier }
  | { readonly kind: 'moved' }
  | Known;

/**
 * Opens the intent of a filing durably: number, payload and texts in one transaction. A repeated request never composes again and
 * uses up no number; what `compose` throws leaves nothing behind.
 */
export async function openFiling<Payload extends Readonly<Record<string, unknown>>>(
  db: Db,
  filing: NewFiling<Payload>,
): Promise<OpenedFiling<Payload>> {
  const earlier = await findKnown(db, filing);
  if (earlier !== null) return earlier;
  const opened = await inTransaction(db, async (client): Promise<OpenedFiling<Payload> | null> => {
    if (await isTaken(client, filing)) return null;
    const { likeness, day, caseId } = filing;
    const earlier = likeness === undefined ? null : await findAlike(client, likeness, day);
    if (earlier !== null && earlier.caseNo !== likeness?.despite) return { kind: 'alike', earlier };
    if (filing.beside !== undefined && !(await filing.beside(client))) return { kind: 'moved' };
    const caseNo = await nextCaseNo(client, filing.itemCode, day);
    const payload = await filing.compose(caseNo, earlier?.caseNo ?? null);
    await insertAll(client, inserts.durable, [{ ...filing, kind: 'filing', payload, people: [] }]);
    await keepSecret(client, caseId, filing.secret);
    if (likeness !== undefined) await keepMark(client, { caseId, mark: likeness.mark, day, caseNo });
    return { kind: 'new', payload };
  });
  return opened ?? known(db, filing);
}

/**
 * Keeps the refusal of a filing under its key, without anything it brought: a copy of the request that is judged by another day is
 * answered alike. Answers what the operation says, whoever came first.
 */
export async function refuseFiling(db: Db, filing: NewIntent, answer: StoredAnswer): Promise<Known> {
  return inTransaction(db, async (client) => {
    if (await isTaken(client, filing)) return known(client, filing);
    await insertAll(client, inserts.durable, [{ ...filing, texts: [], kind: 'filing', payload: {}, people: [] }]);
    await refuseIntent(client, { opId: filing.opId, attempt: 1, ...answer });
    return { kind: 'answered', ...answer };
  });
}

/** Whether the operation is there; until the end of the transaction nobody else can bring it. */
async function isTaken(client: Queryable, { opId }: NewIntent): Promise<boolean> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [opId]);
  return (await readIntent(client, opId)) !== null;
}
