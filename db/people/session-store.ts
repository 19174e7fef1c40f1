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
      void answer(sessions.set(sessionId, session), (error) => done(error ?? undefined));
    },
    get(sessionId, done) {
      void answer(sessions.get(sessionId), (error, data) => done(error, data ? read(data) : null));
    },
    destroy(sessionId, done) {
      void answer(sessions.destroy(sessionId), (error) => done(error ?? undefined));
    },
  };
}

async function answer<T>(work: Promise<T>, done: (error: unknown, value?: T) => void): Promise<void> {
  let value: T;
  try {
    value = await work;
  } catch (error) {
    done(error);
    return;
  }
  done(null, value);
}
