import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { liveChannel } from '../../db/journal/live.ts';
import { peopleChannel } from '../../db/people/changes.ts';
import type { LiveNote } from '../../db/journal/live.ts';

/** First and longest wait before connecting again, in ms. */
const backoff = { first: 250, most: 10_000 };
/** A connection that died without a word is found by asking it something so often; an answer takes at most `answerMs`. */
const probeMs = 15_000;
const answerMs = 5_000;

interface Options {
  readonly db: Db;
  readonly log: Logger;
  readonly onNote: (note: LiveNote) => void;
  /** Told when rights, posts, tokens or sessions may have ended, in whichever process. */
  readonly onPeople: () => void;
  /** Told each time LISTEN stands: what was notified before is lost. */
  readonly onListening: () => void;
}

/** What is listened to: between two connections nothing is heard. */
export interface Listener {
  hears(): boolean;
  stop(): Promise<void>;
}

/** Listens on a connection of its own to the pool's database until `stop`, whatever breaks in between. */
export function startListener(o: Options): Listener {
  const stopping = new AbortController();
  const ear = { hears: false };
  const done = listenOn(o, ear, stopping.signal);
  return {
    hears: () => ear.hears,
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

interface Ear {
  hears: boolean;
}

async function listenOn(o: Options, ear: Ear, signal: AbortSignal): Promise<void> {
  let wait = backoff.first;
  while (!signal.aborted) {
    const stood = await listenOnce(o, ear, signal).catch((err: unknown) => {
      o.log.warn({ err: messageOf(err) }, 'the live connection to PostgreSQL broke');
      return false;
    });
    wait = stood ? backoff.first : Math.min(wait * 2, backoff.most);
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** One connection from its beginning to its end; true when it listened. */
async function listenOnce(o: Options, ear: Ear, signal: AbortSignal): Promise<boolean> {
  const { onNote, onPeople, onListening } = o;
  const { connectionString, application_name: name } = o.db.options;
  const client = new pg.Client({
    ...(connectionString === undefined ? {} : { connectionString }),
    application_name: `${name ?? 'shixian'}-live`,
    keepAlive: true,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
  const over = endOf(client, signal);
  client.on('notification', ({ channel, payload }) => {
    if (channel === peopleChannel) return onPeople();
    const note = readNote(payload);
    if (note !== null) onNote(note);
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${peopleChannel}; LISTEN ${liveChannel}`);
    ear.hears = true;
    onPeople();
    onListening();
    while ((await Promise.race([over, pause(probeMs, 'probe', { ref: false })])) === 'probe') {
      await client.query('SELECT 1');
    }
    return true;
  } finally {
    ear.hears = false;
    // Not waited for: a dead network never says that it is over.
    client.end().catch(() => undefined);
  }
}

/** Resolves when the connection is over or not wanted any more. */
async function endOf(client: pg.Client, signal: AbortSignal): Promise<'over'> {
  return new Promise((resolve) => {
    const end = (): void => resolve('over');
    client.once('end', end);
    // An error of an idle connection is followed by its end; without a listener it would end the process.
    client.on('error', end);
    signal.addEventListener('abort', end, { once: true });
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null for what is no note: any role of the database may notify. */
function readNote(payload = ''): LiveNote | null {
  try {
    const read: unknown = JSON.parse(payload);
    return isNote(read) ? read : null;
  } catch {
    return null;
  }
}

function isNote(read: unknown): read is LiveNote {
  if (typeof read !== 'object' || read === null) return false;
  if (!('caseId' in read) || !('seq' in read) || !('kinds' in read)) return false;
  const { caseId, seq, kinds } = read;
  return typeof caseId === 'string' && uuid.test(caseId) && typeof seq === 'number' && Array.isArray(kinds);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
