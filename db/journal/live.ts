import type { Fact, FactType } from '../../domain/case/facts/index.ts';
import { run } from '../client.ts';
import type { Db } from '../client.ts';

/** The channel of live boards (LISTEN). */
export const liveChannel = 'shixian_live';

/** The payload, as JSON under 1 KB: ids and kinds only, the listener reads the rows with its own rights. */
export interface LiveNote {
  readonly caseId: string;
  readonly seq: number;
  readonly kinds: readonly FactType[];
}

/** How long notes are gathered, in ms. */
const gatherMs = 100;
const maxKinds = 24;

const notify = {
  name: 'live-notify',
  text: `SELECT set_config('synchronous_commit', 'off', true), pg_notify('${liveChannel}', note) FROM unnest($1::text[]) AS note`,
};

const gathered = new WeakMap<Db, Map<string, LiveNote>>();

/**
 * Tells listeners that a case has moved, some 100 ms after its commit, together with what else moved. Not inside the apply: a
 * transaction that notifies holds a lock on all notifying commits until its WAL is on disk, which takes turns instead of
 * sharing the sync (measured: half the applies a second). A note may be lost with the process; a board re-reads anyway.
 */
export function tellLive(db: Db, caseId: string, facts: readonly Fact[]): void {
  const seq = facts.at(-1)?.seq;
  if (seq === undefined) return;
  const waiting = gathered.get(db);
  const notes = waiting ?? new Map<string, LiveNote>();
  const kinds = new Set([...(notes.get(caseId)?.kinds ?? []), ...facts.map((fact) => fact.body.type)]);
  notes.set(caseId, { caseId, seq, kinds: [...kinds].slice(0, maxKinds) });
  if (waiting !== undefined) return;
  gathered.set(db, notes);
  setTimeout(() => send(db), gatherMs).unref();
}

function send(db: Db): void {
  const notes = [...(gathered.get(db)?.values() ?? [])].map((note) => JSON.stringify(note));
  gathered.delete(db);
  // A failure is an outage that every other query reports too.
  run(db, notify, [notes]).catch(() => undefined);
}
