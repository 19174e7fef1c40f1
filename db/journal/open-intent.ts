import type { Order } from '../../domain/case/orders.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { inTransaction, run } from '../client.ts';
import type { Db, Queryable, Statement } from '../client.ts';
import type { Head } from './head.ts';
import { readIntent } from './intents.ts';
import { nextCaseNo } from './serial.ts';

/** Words or personal data under their SHA-256 in hex. */
export interface KeptText {
  readonly digest: string;
  readonly content: string;
}

/** A write request about to be sent. `leaseMs`: for how long only this attempt may send it. `receivedAt` in ms. */
export interface NewIntent {
  readonly opId: string;
  readonly caseId: string;
  readonly actor: Actor;
  readonly receivedAt: number;
  readonly bodyHash: string;
  readonly leaseMs: number;
  readonly texts: readonly KeptText[];
}

export interface NewOrder extends NewIntent {
  readonly order: Order;
  /** The head as the caller last saw it: where it still stands, its state need not travel. */
  readonly known?: Head | null;
  /**
   * False leaves the commit to the next synchronous one (`synchronous_commit = off`): right where Temporal's stores are in the same
   * cluster, because Temporal's own commit then makes this one durable before the order can have any effect.
   */
  readonly durable: boolean;
}

/** What an operation that was there already says. */
export type Known =
  | { readonly kind: 'answered'; readonly status: number; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-body' };

export type Opened = { readonly kind: 'new'; readonly head: Head | null } | Known;

/** Text of the insert: intent and words in one statement, and the head of the case with it. `also` is one more output column. */
function insertText(also: string): string {
  return `WITH mine AS (
    INSERT INTO intent (op_id, case_id, kind, actor_id, posts, payload, received_at, body_hash, state, attempt, lease_until)
    VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, 'sent', 1, clock_timestamp() + $9 * interval '1 millisecond')
    ON CONFLICT (op_id) DO NOTHING RETURNING case_id
  ), words AS (
    INSERT INTO case_text (case_id, digest, content)
    SELECT mine.case_id, t.digest, t.content FROM mine, unnest($10::text[], $11::text[]) AS t(digest, content)
    ON CONFLICT DO NOTHING
  )
  SELECT h.seq, h.hash, CASE WHEN h.hash = $12 THEN NULL ELSE h.state END AS state${also} FROM mine LEFT JOIN case_head h ON h.case_id = mine.case_id`;
}

const insertDurably: Statement = { name: 'intent-open', text: insertText('') };
const insertLightly: Statement = {
  name: 'intent-open-async',
  text: insertText(`, set_config('synchronous_commit', 'off', true) AS commit`),
};

/**
 * Opens the intent of an order with its texts, in one statement. An operation that is there already answers for itself:
 * `other-body` when the key was used for something else, else its stored answer, else `in-progress`.
 */
export async function openIntent(db: Queryable, order: NewOrder): Promise<Opened> {
  const statement = order.durable ? insertDurably : insertLightly;
  const head = await insert(db, statement, { ...order, kind: 'order', payload: order.order });
  return head === undefined ? known(db, order) : { kind: 'new', head };
}

/** A filing: `compose` makes the payload (with the first facts) once the case has its number. */
export interface NewFiling<Payload extends Readonly<Record<string, unknown>>> extends NewIntent {
  /** 实施编码 of the item and the civil day of the filing: together with a daily serial they are the 办件编号. */
  readonly itemCode: string;
  readonly day: string;
  readonly compose: (caseNo: string) => Payload | Promise<Payload>;
}

/**
 * Opens the intent of a filing durably: number, payload and texts in one transaction. A repeated request never composes again and
 * uses up no number; what `compose` throws leaves nothing behind.
 */
export async function openFiling<Payload extends Readonly<Record<string, unknown>>>(
  db: Db,
  filing: NewFiling<Payload>,
): Promise<{ readonly kind: 'new'; readonly payload: Payload } | Known> {
  const earlier = await findKnown(db, filing);
  if (earlier !== null) return earlier;
  const payload = await inTransaction(db, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [filing.opId]);
    if ((await readIntent(client, filing.opId)) !== null) return null;
    const composed = await filing.compose(await nextCaseNo(client, filing.itemCode, filing.day));
    await insert(client, insertDurably, { ...filing, kind: 'filing', payload: composed });
    return composed;
  });
  return payload === null ? known(db, filing) : { kind: 'new', payload };
}

/** The head (null: none yet) of the case of a new intent; undefined when the operation was there already. */
async function insert(
  db: Queryable,
  statement: Statement,
  intent: NewIntent & { kind: 'order' | 'filing'; payload: object; known?: Head | null },
): Promise<Head | null | undefined> {
  const { opId, caseId, kind, actor, payload, receivedAt, bodyHash, leaseMs, texts, known: seen = null } = intent;
  const what = [opId, caseId, kind, actor.id, JSON.stringify(actor.posts), JSON.stringify(payload)];
  const when = [new Date(receivedAt), bodyHash, leaseMs];
  const words = [texts.map((text) => text.digest), texts.map((text) => text.content)];
  type Row = { seq: number | null; hash: string | null; state: CaseState | null };
  const [row] = await run<Row>(db, statement, [...what, ...when, ...words, seen?.hash ?? null]);
  if (row === undefined) return undefined;
  const { seq, hash } = row;
  // The hash covers all facts before it, so equal hashes mean equal states.
  const state = hash !== null && hash === seen?.hash ? seen.state : row.state;
  return seq === null || hash === null || state === null ? null : { caseId, seq, hash, state };
}

async function known(db: Queryable, intent: NewIntent): Promise<Known> {
  const found = await findKnown(db, intent);
  if (found === null) throw new Error(`expected the intent ${intent.opId} that was there, but it is gone`);
  return found;
}

async function findKnown(db: Queryable, { opId, bodyHash }: NewIntent): Promise<Known | null> {
  const intent = await readIntent(db, opId);
  if (intent === null) return null;
  if (intent.bodyHash !== bodyHash) return { kind: 'other-body' };
  return intent.stored === null ? { kind: 'in-progress' } : { kind: 'answered', ...intent.stored };
}
