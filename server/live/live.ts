import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { casePlaces } from '../../db/views/places.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { openEventStream } from './event-stream.ts';
import { createHub } from './hub.ts';
import type { Viewer } from './hub.ts';
import { startListener } from './listener.ts';

/** One person has at most so many live pages open. */
export const mostStreams = 20;

/** What changes, told at once to those who look. */
export interface Live {
  /** A new answer for a viewer, or null when the person has too many. `again`: it was connected before and may have missed something. */
  open(o: { actor: Actor; ask: () => Promise<Actor | null>; again: boolean }): Readable | null;
  /** Reads anew who each viewer is: after rights or sessions have changed here. */
  recheck(): Promise<void>;
  /** Has every viewer ask for everything again. */
  resync(): void;
  close(): Promise<void>;
}

/**
 * Live events of a database. It listens from the first viewer on; `close` ends all answers. Every `beatMs` each viewer gets a heartbeat
 * and is asked for anew: so late is an end of rights in another process noticed at most.
 */
export function createLive(o: { db: Db; log: Logger; beatMs: number }): Live {
  const hub = createHub({ log: o.log, placesOf: (caseIds) => casePlaces(o.db, caseIds) });
  const state: { listener: ReturnType<typeof startListener> | null; beating: NodeJS.Timeout | null; closed: boolean } =
    {
      listener: null,
      beating: null,
      closed: false,
    };
  const start = (): void => {
    state.listener ??= startListener({ ...o, onNote: hub.onNote, onListening: hub.resync });
    state.beating ??= setInterval(hub.beat, o.beatMs);
  };
  return {
    open: ({ actor, ask, again }) => {
      const own = [...hub.viewers].filter((viewer) => viewer.actor.id === actor.id);
      if (own.length >= mostStreams) return null;
      const stream = openEventStream(() => hub.viewers.delete(viewer));
      const viewer: Viewer = { actor, ask, stream };
      hub.viewers.add(viewer);
      if (again) stream.send('resync', {});
      if (state.closed) stream.end();
      else start();
      return stream.body;
    },
    recheck: hub.recheck,
    resync: hub.resync,
    close: async () => {
      state.closed = true;
      if (state.beating !== null) clearInterval(state.beating);
      hub.close();
      await state.listener?.stop();
    },
  };
}
