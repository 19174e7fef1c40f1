import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '../../domain/case/acts/index.ts';
import type { Actor, Post } from '../../domain/people/roles.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** What an operation was answered: HTTP status and body, kept byte for byte. */
export interface StoredAnswer {
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** One write request as stored: all that is needed to send it again. `stored` is null while it is open. Instants in ms. */
export interface Intent {
  readonly opId: string;
  readonly caseId: string;
  readonly kind: 'filing' | 'order';
  readonly actor: Actor;
  readonly people: readonly Actor[];
  readonly payload: Order | Readonly<Record<string, unknown>>;
  readonly receivedAt: number;
  readonly bodyHash: string;
  readonly state: 'sent' | 'applied' | 'refused';
  readonly attempt: number;
  readonly stored: StoredAnswer | null;
}

type IntentRow = {
  opId: string;
  caseId: string;
  kind: 'filing' | 'order';
  actorId: string;
  posts: readonly Post[];
  people: readonly Actor[];
  payload: Order | Record<string, unknown>;
  receivedAt: Date;
  bodyHash: string;
  state: 'sent' | 'applied' | 'refused';
  attempt: number;
  status: number | null;
  answer: Record<string, unknown> | null;
};

const columns = `op_id AS "opId", case_id AS "caseId", kind, actor_id AS "actorId", posts, people, payload,
  received_at AS "receivedAt", body_hash AS "bodyHash", state, attempt, answer_status AS status, answer`;

const byId = { name: 'intent-read', text: `SELECT ${columns} FROM intent WHERE op_id = $1` };
const expired = {
  name: 'intent-take-expired',
  text: `UPDATE intent SET attempt = attempt + 1, lease_until = clock_timestamp() + $2 * interval '1 millisecond'
    WHERE op_id IN (SELECT op_id FROM intent WHERE state = 'sent' AND lease_until <= clock_timestamp()
      ORDER BY lease_until LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING ${columns}`,
};
const release = {
  name: 'intent-release',
  text: `UPDATE intent SET lease_until = least(lease_until, clock_timestamp() + $3 * interval '1 millisecond')
    WHERE op_id = $1 AND attempt = $2 AND state NOT IN ('applied', 'refused')`,
};
const open = {
  name: 'intent-count-open',
  text: `SELECT count(*) AS open, coalesce(extract(epoch FROM clock_timestamp() - min(received_at)), 0)::float8 AS "oldestSeconds"
    FROM intent WHERE state = 'sent'`,
};

/** The intent of an operation, or null. */
export async function readIntent(db: Queryable, opId: string): Promise<Intent | null> {
  const [row] = await run<IntentRow>(db, byId, [opId]);
  return row === undefined ? null : toIntent(row);
}

/** Takes up to `limit` open intents whose lease ran out, each under a new attempt and lease; no two callers get the same one. */
export async function takeExpired(db: Queryable, limit: number, leaseMs: number): Promise<Intent[]> {
  return (await run<IntentRow>(db, expired, [limit, leaseMs])).map(toIntent);
}

/** Lets others take an open intent in `afterMs` instead of at the end of its lease: its attempt has ended without an outcome. */
export async function releaseIntent(
  db: Queryable,
  { opId, attempt, afterMs }: { opId: string; attempt: number; afterMs: number },
): Promise<void> {
  await run(db, release, [opId, attempt, afterMs]);
}

/** Waits up to `ms` for an operation that another request has under way; null when it is still open then, or unknown. */
export async function waitForAnswer(db: Queryable, opId: string, ms: number): Promise<StoredAnswer | null> {
  const deadline = Date.now() + ms;
  for (let wait = 20; ; wait = Math.min(wait * 2, 320)) {
    const intent = await readIntent(db, opId);
    if (intent === null || intent.stored !== null) return intent?.stored ?? null;
    const left = deadline - Date.now();
    if (left <= 0) return null;
    await pause(Math.min(wait, left));
  }
}

/** For the metrics: open intents and the age of the oldest. */
export async function countOpenIntents(db: Queryable): Promise<{ open: number; oldestSeconds: number }> {
  const [row] = await run<{ open: number; oldestSeconds: number }>(db, open, []);
  return row ?? { open: 0, oldestSeconds: 0 };
}

function toIntent(row: IntentRow): Intent {
  const { opId, caseId, kind, people, payload, bodyHash, state, attempt, status, answer } = row;
  const stored = status === null || answer === null ? null : { status, answer };
  const actor = { id: row.actorId, posts: row.posts };
  return {
    opId,
    caseId,
    kind,
    actor,
    people,
    payload,
    receivedAt: row.receivedAt.getTime(),
    bodyHash,
    state,
    attempt,
    stored,
  };
}
