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
  /** Whether changes in other processes are heard now. */
  hears(): boolean;
  /** Reads anew who each viewer is: after rights or sessions have changed here. */
  recheck(): Promise<void>;
  /** Has every viewer ask for everything again. */
  resync(): void;
  close(): Promise<void>;
}

/**
 * Live events of a database, which it listens to from now on; `close` ends all answers. Every `beatMs` each viewer gets a heartbeat and is
 * asked for anew. `onPeople` hears when rights may have ended, in whichever process.
 */
export function createLive(o: { db: Db; log: Logger; beatMs: number; onPeople: () => void }): Live {
  const hub = createHub({ log: o.log, placesOf: (caseIds) => casePlaces(o.db, caseIds) });
  const onPeople = (): void => {
    o.onPeople();
    void hub.recheck();
  };
  const listener = startListener({ ...o, onNote: hub.onNote, onPeople, onListening: hub.resync });
  const beating = setInterval(hub.beat, o.beatMs);
  let closed = false;
  return {
    open: ({ actor, ask, again }) => {
      const own = [...hub.viewers].filter((viewer) => viewer.actor.id === actor.id);
      if (own.length >= mostStreams) return null;
      const stream = openEventStream(() => hub.viewers.delete(viewer));
      const viewer: Viewer = { actor, ask, stream };
      hub.viewers.add(viewer);
      if (again) stream.send('resync', {});
      if (closed) stream.end();
      return stream.body;
    },
    hears: listener.hears,
    recheck: hub.recheck,
    resync: hub.resync,
    close: async () => {
      closed = true;
      clearInterval(beating);
      hub.close();
      await listener.stop();
    },
  };
}
