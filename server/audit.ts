import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { RouteContract } from '../contract/route.ts';
import type { Queryable } from '../db/client.ts';
import { writeAudit } from '../db/people/audit.ts';
import type { AuditEntry } from '../domain/people/audit.ts';
import { blockOf } from './guesses.ts';

/** Writes an entry by whoever asks, or by `who`; `within` the transaction of what it tells of. What it throws refuses the request. */
export type WriteAudit = (entry: AuditEntry & { readonly who?: string }, within?: Queryable) => Promise<void>;

/** The audit of one request at a route: a kind that its contract does not name is a bug. */
export function auditFor(
  route: RouteContract & { readonly name: string },
  o: { readonly db: Queryable; readonly request: FastifyRequest },
): WriteAudit {
  const { request } = o;
  return async ({ who, ...entry }, within = o.db) => {
    if (route.audits?.includes(entry.kind) !== true) {
      throw new Error(`expected ${route.name} to name what it audits, but it does not name ${entry.kind}`);
    }
    const details = { ...entry.details, ...(request.byToken && { byToken: true as const }) };
    await writeAudit(within, {
      ...entry,
      details,
      who: who ?? request.person?.id ?? null,
      address: blockOf(request.ip),
    });
  };
}

const hourMs = 3_600_000;
const mostRemembered = 50_000;

/**
 * The same again and again is one entry an hour: `write` is called when this process has not written `key` for `whose` in this hour, and
 * no more than `most` times for one of them.
 */
export function createHourly(
  now: () => number,
  most = mostRemembered,
): (key: string, write: () => Promise<void>, whose?: string) => Promise<void> {
  const written = new Map<string, Set<string>>();
  let [hour, size] = [0, 0];
  return async (key, write, whose = '') => {
    const current = Math.floor(now() / hourMs);
    if (current !== hour || size >= mostRemembered) {
      written.clear();
      size = 0;
    }
    hour = current;
    const own = written.get(whose) ?? new Set();
    if (own.has(key) || own.size >= most) return;
    // Before it is written: requests that come at once are one entry too.
    written.set(whose, own.add(key));
    size += 1;
    try {
      await write();
    } catch (error) {
      own.delete(key);
      throw error;
    }
  };
}

/** What stands for a login that was typed and refused: people type passwords into the wrong field. */
export function markOfLogin(secret: string, login: string): string {
  return createHmac('sha256', secret).update(`audit login ${login}`).digest('hex').slice(0, 16);
}
