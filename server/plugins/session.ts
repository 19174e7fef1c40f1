import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import session from '@fastify/session';
import type { FastifyInstance, Session } from 'fastify';
import { basePath, routes } from '../../contract/routes.ts';
import { storeOf } from '../../db/people/session-store.ts';
import { createSessions } from '../../db/people/sessions.ts';
import type { Db } from '../../db/client.ts';

declare module 'fastify' {
  interface Session {
    userId?: string;
    /** Instant of sign-in in ms: a session ends `absoluteMs` after it, however much it is used. */
    signedInAt?: number;
    /** Read from the store, where `db/people/sessions.ts` only renews it. */
    kept?: true;
    /** Asked by a page that nobody touches: it is answered, and the session goes on towards its end. */
    idle?: true;
  }
}

export const idleMs = 30 * 60_000;
export const absoluteMs = 12 * 3_600_000;

const liveUrl = `${basePath}${routes.live.url}`;

export interface SessionOptions {
  readonly secret: string;
  readonly https: boolean;
  readonly db: Db;
}

/**
 * Cookie sessions kept in PostgreSQL. Over TLS the cookie is `__Host-sid` with Secure; on a plain intranet it is `sid`. It ends
 * after 30 minutes without use; `auth.ts` ends it after 12 hours in any case. A page asks by itself too: with `x-idle` when nobody has
 * touched it, and for the live stream; that is no use. CSRF tokens come in `x-csrf-token` only.
 */
export async function sessions(app: FastifyInstance, { secret, https, db }: SessionOptions): Promise<void> {
  await app.register(cookie);
  await app.register(session, {
    secret,
    cookieName: cookieName(https),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: https, maxAge: idleMs },
    saveUninitialized: false,
    rolling: true,
    store: storeOf<Session>(createSessions(db, Date.now), asSession),
  });
  app.addHook('onRequest', async (request) => {
    const byItself = request.headers['x-idle'] !== undefined || request.routeOptions.url === liveUrl;
    if (byItself && request.session.userId !== undefined) request.session.idle = true;
  });
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => {
      const token = request.headers['x-csrf-token'];
      return typeof token === 'string' ? token : undefined;
    },
  });
}

/** The cookie's name: the `__Host-` prefix is only kept by browsers over TLS. */
export function cookieName(https: boolean): string {
  return https ? '__Host-sid' : 'sid';
}

function asSession(data: Record<string, unknown>): Session | null {
  const { cookie: kept, userId, signedInAt, ...rest } = data;
  if (typeof kept !== 'object' || kept === null || typeof userId !== 'string' || typeof signedInAt !== 'number') {
    return null;
  }
  return { ...rest, userId, signedInAt, cookie: { originalMaxAge: idleMs, ...kept } };
}
