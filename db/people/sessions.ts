import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { hashOfSecret } from './secrets.ts';

/**
 * The data of a session as the HTTP plugin keeps it. `userId` makes it one of that person; `cookie.expires` is its idle end; `kept`
 * says that it was read from the store; `idle` that nobody used it, so it is not written.
 */
export interface SessionData {
  readonly userId?: string | undefined;
  readonly kept?: true | undefined;
  readonly idle?: true | undefined;
  readonly cookie: { readonly expires?: Date | string | null | undefined };
}

/** One signed-in browser in its owner's list. `idHash` names it; `expiresAt` in epoch ms. */
export interface SessionRow {
  readonly idHash: string;
  readonly expiresAt: number;
}

/** A store of sessions that forgets what is over; ids are stored hashed. `now` gives epoch ms. */
export interface Sessions {
  set(sessionId: string, session: SessionData): Promise<void>;
  get(sessionId: string): Promise<Record<string, unknown> | null>;
  destroy(sessionId: string): Promise<void>;
}

/** A session whose cookie has no end of its own lasts so long after its last write. */
const idleMs = 30 * 60_000;

const insert = {
  name: 'session-insert',
  text: `INSERT INTO session (id_hash, user_id, data, expires_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (id_hash) DO UPDATE SET user_id = excluded.user_id, data = excluded.data, expires_at = excluded.expires_at`,
};

/** A session that was read is only ever renewed: a request under way when it ended must not bring it back. */
const renew = {
  name: 'session-renew',
  text: 'UPDATE session SET user_id = $2, data = $3, expires_at = $4 WHERE id_hash = $1',
};

/** The sessions of a database, over which the HTTP plugin's store is a thin adapter (`storeOf`). */
export function createSessions(db: Queryable, now: () => number): Sessions {
  return {
    async set(sessionId, session) {
      if (session.idle === true) return;
      const end = session.cookie.expires ?? null;
      const expiresAt = end === null ? new Date(now() + idleMs) : new Date(end);
      const write = session.kept === true ? renew : insert;
      await run(db, write, [hashOfSecret(sessionId), session.userId ?? null, JSON.stringify(session), expiresAt]);
    },
    async get(sessionId) {
      const text = 'SELECT data FROM session WHERE id_hash = $1 AND expires_at > $2';
      const values = [hashOfSecret(sessionId), new Date(now())];
      const [found] = await run<{ data: Record<string, unknown> }>(db, { name: 'session-get', text }, values);
      return found === undefined ? null : { ...found.data, kept: true };
    },
    async destroy(sessionId) {
      await run(db, { name: 'session-destroy', text: 'DELETE FROM session WHERE id_hash = $1' }, [
        hashOfSecret(sessionId),
      ]);
    },
  };
}

/** The sessions of a person that are not over at `now` (epoch ms). */
export async function listSessions(db: Queryable, userId: string, now: number): Promise<SessionRow[]> {
  const text = `SELECT id_hash AS "idHash", (extract(epoch FROM expires_at) * 1000)::bigint AS "expiresAt"
    FROM session WHERE user_id = $1 AND expires_at > $2 ORDER BY expires_at DESC, id_hash`;
  return run<SessionRow>(db, { name: 'session-list', text }, [userId, new Date(now)]);
}

/** Signs a person out everywhere, or everywhere but in the browser of `exceptId`. @returns how many sessions ended */
export async function deleteSessions(db: Queryable, userId: string, exceptId?: string): Promise<number> {
  const text = 'DELETE FROM session WHERE user_id = $1 AND id_hash <> $2';
  const done = await db.query({ text, values: [userId, exceptId === undefined ? '' : hashOfSecret(exceptId)] });
  return done.rowCount ?? 0;
}

/** Throws away sessions that were over at `now` (epoch ms). @returns how many */
export async function sweepSessions(db: Queryable, now: number): Promise<number> {
  const done = await db.query({ text: 'DELETE FROM session WHERE expires_at <= $1', values: [new Date(now)] });
  return done.rowCount ?? 0;
}
