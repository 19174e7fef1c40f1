import { v7 as newId } from 'uuid';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { hashOfSecret, newToken } from './secrets.ts';
import { actorOf } from './users.ts';
import type { Person } from './users.ts';

/** A token in its owner's list; the secret is shown once, when it is made. Instants in epoch ms. */
export interface TokenRow {
  readonly id: string;
  readonly title: string;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

/** Makes a bearer token of a person, good until `expiresAt` (epoch ms). @returns its id and the secret, which is not kept */
export async function createToken(
  db: Queryable,
  o: { userId: string; title: string; expiresAt: number },
): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newToken();
  const text = 'INSERT INTO api_token (id, user_id, token_hash, title, expires_at) VALUES ($1, $2, $3, $4, $5)';
  await run(db, { name: 'token-insert', text }, [id, o.userId, hashOfSecret(token), o.title, new Date(o.expiresAt)]);
  return { id, token };
}

/** The tokens of a person, newest first. */
export async function listTokens(db: Queryable, userId: string): Promise<TokenRow[]> {
  const text = `SELECT id, title, (extract(epoch FROM expires_at) * 1000)::bigint AS "expiresAt",
      (extract(epoch FROM revoked_at) * 1000)::bigint AS "revokedAt"
    FROM api_token WHERE user_id = $1 ORDER BY id DESC`;
  return run<TokenRow>(db, { name: 'token-list', text }, [userId]);
}

/** Revokes a token of a person at `at` (epoch ms). False when the person has no such token; a second time changes nothing. */
export async function revokeToken(db: Queryable, o: { userId: string; id: string; at: number }): Promise<boolean> {
  const text = 'UPDATE api_token SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND user_id = $2 RETURNING id';
  const rows = await run(db, { name: 'token-revoke', text }, [o.id, o.userId, new Date(o.at)]);
  return rows.length === 1;
}

/** The person of a bearer token at `now` (epoch ms); null when it is unknown, over, revoked, or its account disabled. */
export async function actorByToken(db: Queryable, token: string, now: number): Promise<Person | null> {
  const text =
    'SELECT user_id AS "userId" FROM api_token WHERE token_hash = $1 AND expires_at > $2 AND revoked_at IS NULL';
  const values = [hashOfSecret(token), new Date(now)];
  const [found] = await run<{ userId: string }>(db, { name: 'token-find', text }, values);
  return found === undefined ? null : actorOf(db, found.userId);
}
