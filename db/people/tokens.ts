import { v7 as newId } from 'uuid';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { hashOfSecret, newToken } from './secrets.ts';
import { actorOf } from './users.ts';
import type { Person } from './users.ts';

/** What a token may do: all that its person may, or only read. */
export type TokenScope = 'full' | 'readOnly';

/** A token in its owner's list; the secret is shown once, when it is made. Instants in epoch ms. */
export interface TokenRow {
  readonly id: string;
  readonly title: string;
  readonly scope: TokenScope;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  /** To the minute. */
  readonly lastUsedAt: number | null;
}

/** The person behind a bearer token, and what the token may do. */
export interface TokenHolder extends Person {
  readonly scope: TokenScope;
}

/** Makes a bearer token of a person, good until `expiresAt` (epoch ms). @returns its id and the secret, which is not kept */
export async function createToken(
  db: Queryable,
  o: { userId: string; title: string; expiresAt: number; scope?: TokenScope },
): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newToken();
  const text =
    'INSERT INTO api_token (id, user_id, token_hash, title, expires_at, scope) VALUES ($1, $2, $3, $4, $5, $6)';
  const values = [id, o.userId, hashOfSecret(token), o.title, new Date(o.expiresAt), o.scope ?? 'full'];
  await run(db, { name: 'token-insert', text }, values);
  return { id, token };
}

const ms = (column: string, name: string) => `(extract(epoch FROM ${column}) * 1000)::bigint AS "${name}"`;

/** The tokens of a person, newest first. */
export async function listTokens(db: Queryable, userId: string): Promise<TokenRow[]> {
  const text = `SELECT id, title, scope, ${ms('expires_at', 'expiresAt')}, ${ms('revoked_at', 'revokedAt')},
      ${ms('last_used_at', 'lastUsedAt')}
    FROM api_token WHERE user_id = $1 ORDER BY id DESC`;
  return run<TokenRow>(db, { name: 'token-list', text }, [userId]);
}

/** Revokes a token of a person at `at` (epoch ms). False when the person has no such token; a second time changes nothing. */
export async function revokeToken(db: Queryable, o: { userId: string; id: string; at: number }): Promise<boolean> {
  const text = 'UPDATE api_token SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND user_id = $2 RETURNING id';
  const rows = await run(db, { name: 'token-revoke', text }, [o.id, o.userId, new Date(o.at)]);
  return rows.length === 1;
}

/** Revokes all tokens of a person at `at` (epoch ms): they end with the password or the account. */
export async function revokeTokens(db: Queryable, o: { userId: string; at: number }): Promise<void> {
  const text = 'UPDATE api_token SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL';
  await run(db, { name: 'token-revoke-all', text }, [o.userId, new Date(o.at)]);
}

const find = {
  name: 'token-find',
  text: `SELECT id, user_id AS "userId", scope, last_used_at IS NULL OR last_used_at < $3 AS stale
    FROM api_token WHERE token_hash = $1 AND expires_at > $2 AND revoked_at IS NULL`,
};
const usedAgainMs = 60_000;

/** The person of a bearer token at `now` (epoch ms); null when it is unknown, over, revoked, or its account disabled. */
export async function actorByToken(db: Queryable, token: string, now: number): Promise<TokenHolder | null> {
  const values = [hashOfSecret(token), new Date(now), new Date(now - usedAgainMs)];
  const [found] = await run<{ id: string; userId: string; scope: TokenScope; stale: boolean }>(db, find, values);
  if (found === undefined) return null;
  if (found.stale) {
    const text = 'UPDATE api_token SET last_used_at = $2 WHERE id = $1';
    await run(db, { name: 'token-used', text }, [found.id, new Date(now)]);
  }
  const person = await actorOf(db, found.userId);
  return person === null ? null : { ...person, scope: found.scope };
}
