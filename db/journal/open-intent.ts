import pg from 'pg';
import type { Order } from '../../domain/case/acts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { run } from '../client.ts';
import type { Db, Queryable, Statement } from '../client.ts';
import { createBatcher } from './batch.ts';
import type { Head } from './head.ts';
import { readIntent } from './intents.ts';
import { bookedOf, booking, bookingColumns, bookingJoins, bookingOutput } from '../numbers/book.ts';
import type { AskedNumber, Booked } from '../numbers/book.ts';
import { lostBody } from './lost-intents.ts';

/** Words or personal data under their digest. */
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
  /** The people the order names, as the directory has them now. */
  readonly people: readonly Actor[];
  /** The head as the caller last saw it: where it still stands, its state need not travel. */
  readonly known?: Head | null;
  /**
   * False leaves the commit to the next synchronous one (`synchronous_commit = off`): right where Temporal's stores are in the same
   * cluster, because Temporal's own commit then makes this one durable before the order can have any effect.
   */
  readonly durable: boolean;
  /** What the order asks of the number register; absent or null: it issues no paper. */
  readonly number?: AskedNumber | null;
}

/** What an operation that was there already says. */
export type Known =
  | { readonly kind: 'answered'; readonly status: number; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-body' };

export type Opened =
  | {
      readonly kind: 'new';
      readonly head: Head | null;
      /** Null: the order issues no paper. */ readonly booked: Booked | null;
    }
  | Known;

/** What a statement does beside opening intents: the commit it leaves to the next, the numbers it takes. */
interface Beside {
  readonly columns: string;
  readonly parts: string;
  readonly output: string;
  readonly joins: string;
}

const nothing: Beside = { columns: '', parts: '', output: '', joins: '' };
const numbers: Beside = { columns: bookingColumns, parts: booking, output: bookingOutput, joins: bookingJoins };
const lightly = `, set_config('synchronous_commit', 'off', true) AS commit`;

/**
 * Text of the insert: intents and words in one statement, and the heads of their cases with them. The conditions always hold: see `writes`
 * in statement.ts.
 */
function insertText({ columns, parts, output, joins }: Beside, also = ''): string {
  return `WITH n AS (
    SELECT * FROM json_to_recordset($1::json) AS n("opId" uuid, "caseId" uuid, kind text, "actorId" uuid, posts jsonb, people jsonb, payload jsonb,
      "receivedAt" timestamptz, "bodyHash" text, "leaseMs" int, texts json, seen text${columns})
    WHERE n."leaseMs" >= 0 AND n."receivedAt" > 'epoch' AND n.kind > ''
  ), mine AS (
    INSERT INTO intent (op_id, case_id, kind, actor_id, posts, people, payload, received_at, body_hash, state, attempt, lease_until)
    SELECT n."opId", n."caseId", n.kind, n."actorId", n.posts, n.people, n.payload, n."receivedAt", n."bodyHash", 'sent', 1,
      clock_timestamp() + n."leaseMs" * interval '1 millisecond' FROM n
    ON CONFLICT (op_id) DO NOTHING RETURNING op_id, case_id
  ), words AS (
    INSERT INTO case_text (case_id, digest, content)
    SELECT mine.case_id, t.digest, t.content FROM mine JOIN n ON n."opId" = mine.op_id,
      json_to_recordset(n.texts) AS t(digest text, content text)
    ON CONFLICT DO NOTHING
  )${parts}
  SELECT mine.op_id AS "opId", h.seq, h.hash, CASE WHEN h.hash = n.seen THEN NULL ELSE h.state END AS state${also}${output}
    FROM mine JOIN n ON n."opId" = mine.op_id LEFT JOIN case_head h ON h.case_id = mine.case_id${joins}`;
}

/** Orders without a paper pay nothing for those with one. */
export const inserts = {
  durable: { name: 'intent-open', text: insertText(nothing) },
  light: { name: 'intent-open-async', text: insertText(nothing, lightly) },
  numbered: { name: 'intent-open-numbered', text: insertText(numbers) },
  numberedLight: { name: 'intent-open-numbered-async', text: insertText(numbers, lightly) },
} as const satisfies Readonly<Record<string, Statement>>;
type Way = keyof typeof inserts;

/** A number of the series is durable before anybody hears of it: a crash must not take back a counter whose number a case has. */
function wayOf({ durable, number = null }: NewOrder): Way {
  if (number === null) return durable ? 'durable' : 'light';
  return durable || number.typed === '' ? 'numbered' : 'numberedLight';
}

/** An intent as it is inserted. */
export type Kept = NewIntent & {
  readonly kind: 'order' | 'filing';
  readonly payload: object;
  readonly people: readonly Actor[];
  readonly known?: Head | null;
  readonly number?: AskedNumber | null;
};
/** The head (null: none yet) of the case of a new intent; undefined when the operation was there already. */
type Inserted = { readonly head: Head | null | undefined; readonly booked: Booked | null };
type Keeper = (intent: Kept) => Promise<Inserted>;

const keepers = new WeakMap<Db, Readonly<Record<Way, Keeper>>>();
/** Intents that go into one insert together. */
const mostIntents = 64;

/** The inserts of a pool: under load the intents that wait share one statement. */
function keepersOf(db: Db): Readonly<Record<Way, Keeper>> {
  const made = keepers.get(db) ?? {
    durable: keeperOf(db, inserts.durable),
    light: keeperOf(db, inserts.light),
    numbered: keeperOf(db, inserts.numbered),
    numberedLight: keeperOf(db, inserts.numberedLight),
  };
  keepers.set(db, made);
  return made;
}

function keeperOf(db: Db, statement: Statement): Keeper {
  return createBatcher<Kept, Inserted>({
    runAll: async (intents) => insertAll(db, statement, intents),
    apart: (error) => error instanceof pg.DatabaseError,
    most: mostIntents,
  });
}

/**
 * Opens the intent of an order with its texts, in one statement. An operation that is there already answers for itself:
 * `other-body` when the key was used for something else, else its stored answer, else `in-progress`.
 */
export async function openIntent(db: Queryable, order: NewOrder): Promise<Opened> {
  const kept: Kept = { ...order, kind: 'order', payload: order.order };
  const [inserted] = await (db instanceof pg.Pool
    ? keepersOf(db)
        [wayOf(order)](kept)
        .then((one) => [one])
    : insertAll(db, inserts[wayOf(order)], [kept]));
  return inserted?.head === undefined
    ? known(db, order)
    : { kind: 'new', head: inserted.head, booked: inserted.booked };
}

type HeadRow = {
  opId: string;
  seq: number | null;
  hash: string | null;
  state: CaseState | null;
  number?: string | null;
  fromSeries?: boolean;
};

/** Inserts intents with their words; those that were there already have no head (undefined). */
export async function insertAll(db: Queryable, statement: Statement, intents: readonly Kept[]): Promise<Inserted[]> {
  const rows = await run<HeadRow>(db, statement, [JSON.stringify(intents.map(rowOf))]);
  const found = new Map(rows.map((row) => [row.opId, row]));
  return intents.map((intent) => {
    const row = found.get(intent.opId);
    return { head: headOf(intent, row), booked: bookedIn(intent, row) };
  });
}

function bookedIn({ number }: Kept, row: HeadRow | undefined): Booked | null {
  if (number === undefined || number === null || row === undefined) return null;
  return bookedOf(number, { number: row.number ?? null, fromSeries: row.fromSeries === true });
}

function rowOf({
  opId,
  caseId,
  kind,
  actor,
  people,
  payload,
  receivedAt,
  bodyHash,
  leaseMs,
  texts,
  known: seen,
  number,
}: Kept): object {
  const when = { receivedAt: new Date(receivedAt), bodyHash, leaseMs };
  return {
    opId,
    caseId,
    kind,
    actorId: actor.id,
    posts: actor.posts,
    people,
    payload,
    ...when,
    texts,
    seen: seen?.hash ?? null,
    ...number,
  };
}

function headOf({ caseId, known: seen }: Kept, row: HeadRow | undefined): Head | null | undefined {
  if (row === undefined) return undefined;
  const { seq, hash } = row;
  // The hash covers all facts before it, so equal hashes mean equal states.
  const state = hash !== null && hash === seen?.hash ? seen.state : row.state;
  return seq === null || hash === null || state === null ? null : { caseId, seq, hash, state };
}

/** What an operation that is there says. */
export async function known(db: Queryable, intent: NewIntent): Promise<Known> {
  const found = await findKnown(db, intent);
  if (found === null) throw new Error(`expected the intent ${intent.opId} that was there, but it is gone`);
  return found;
}

/** What an operation says where it is there already; null where it is new. */
export async function findKnown(db: Queryable, { opId, bodyHash }: NewIntent): Promise<Known | null> {
  const intent = await readIntent(db, opId);
  if (intent === null) return null;
  if (intent.bodyHash !== bodyHash && intent.bodyHash !== lostBody) return { kind: 'other-body' };
  return intent.stored === null ? { kind: 'in-progress' } : { kind: 'answered', ...intent.stored };
}
