import type { SessionData, Sessions } from './sessions.ts';

type Done = (error?: unknown) => void;

/** The shape of a store that @fastify/session calls. */
export interface CallbackStore<Session> {
  set(sessionId: string, session: SessionData, done: Done): void;
  get(sessionId: string, done: (error: unknown, session?: Session | null) => void): void;
  destroy(sessionId: string, done: Done): void;
}

/** Turns `Sessions` into the store with callbacks; `read` makes the plugin's session of the stored data, or null to drop it. */
export function storeOf<Session>(
  sessions: Sessions,
  read: (data: Record<string, unknown>) => Session | null,
): CallbackStore<Session> {
  return {
    set(sessionId, session, done) {
      sessions.set(sessionId, session).then(() => done(), done);
    },
    get(sessionId, done) {
      sessions.get(sessionId).then(
        (data) => done(null, data === null ? null : read(data)),
        (error: unknown) => done(error),
      );
    },
    destroy(sessionId, done) {
      sessions.destroy(sessionId).then(() => done(), done);
    },
  };
}
