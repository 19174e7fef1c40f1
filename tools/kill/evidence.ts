import { run } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { readFacts } from '../../db/journal/facts.ts';
import { faultyNumbers } from '../../db/numbers/check.ts';
import type { FaultyNumber } from '../../db/numbers/check.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { dumpReadTables, rebuildAll } from '../../db/rebuild.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { nextWake } from '../../domain/case/machine.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { readOperations } from './journal.ts';
import type { Operation } from './journal.ts';
import type { ToldHeads } from './quiet.ts';

/** An intent as stored. */
export interface StoredIntent {
  readonly opId: string;
  readonly caseId: string;
  readonly state: 'sent' | 'applied' | 'refused';
  readonly status: number | null;
  readonly answer: Readonly<Record<string, unknown>> | null;
  /** What was ordered (null: a filing) and by whom. */
  readonly order: string | null;
  readonly actorId: string;
}

export interface StoredHead {
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
  readonly status: 'open' | 'closed';
  /** Of the business clock the case goes by. */
  readonly clockVersion: number;
}

/** An open case that should have recorded something at `wakeAt` (ms) by itself and has not. */
export interface Overslept {
  readonly caseId: string;
  readonly wakeAt: number;
}

/** A row of a read table that a rebuild writes otherwise: as it was (`<`) or as it is rebuilt (`>`). */
export interface Drift {
  readonly caseId: string;
  readonly line: string;
}

/** Everything the checker judges, read when the system was quiet. */
export interface Evidence {
  readonly operations: readonly Operation[];
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly intents: ReadonlyMap<string, StoredIntent>;
  readonly heads: ReadonlyMap<string, StoredHead>;
  /** Digests of the words that are kept, by case. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  readonly drift: readonly Drift[];
  readonly overslept: readonly Overslept[];
  /** What the number register and the journal tell differently. */
  readonly numbers: readonly FaultyNumber[];
  readonly told: ToldHeads;
  readonly moved: Moved;
}

/** Who moves the business clock, and the greatest version that was answered with 200. */
export interface Moved {
  readonly by: string;
  readonly version: number;
}

const casesOfJournal = { name: 'kill-cases', text: 'SELECT DISTINCT case_id AS "caseId" FROM case_event ORDER BY 1' };
const allHeads = {
  name: 'kill-all-heads',
  text: `SELECT case_id AS "caseId", seq, hash, state->>'status' AS status,
    (state->'businessClock'->>'version')::int AS "clockVersion" FROM case_head`,
};
const openStates = { name: 'kill-states', text: `SELECT state FROM case_head WHERE state->>'status' = 'open'` };
const allWords = {
  name: 'kill-words',
  text: 'SELECT case_id AS "caseId", array_agg(digest) AS digests FROM case_text GROUP BY case_id',
};
const allIntents = {
  name: 'kill-intents',
  text: `SELECT op_id AS "opId", case_id AS "caseId", state, answer_status AS status, answer,
    CASE kind WHEN 'order' THEN payload->>'type' END AS "order", actor_id AS "actorId" FROM intent`,
};

/**
 * Reads the operation journal, the legal journal, heads and intents, and rebuilds the read tables to compare them byte for byte: what
 * differs is repaired by that, and reported.
 */
export async function gather(o: {
  db: Db;
  logPath: string;
  told: ToldHeads;
  moved: Moved;
  /** When the workflows last ran, in ms: what was due before must be recorded. */
  at: number;
}): Promise<Evidence> {
  const { db, logPath, told, moved } = o;
  const cases = await run<{ caseId: string }>(db, casesOfJournal, []);
  const facts = new Map<string, readonly Fact[]>();
  for (const { caseId } of cases) facts.set(caseId, await readFacts(db, caseId, 0));
  const heads = await run<{ [K in keyof StoredHead]: StoredHead[K] }>(db, allHeads, []);
  const intents = await run<{ [K in keyof StoredIntent]: StoredIntent[K] }>(db, allIntents, []);
  return {
    operations: readOperations(logPath),
    facts,
    intents: new Map(intents.map((intent) => [intent.opId, intent])),
    heads: new Map(heads.map((head) => [head.caseId, head])),
    words: await wordsOf(db),
    overslept: await oversleptOf(db, o.at),
    drift: await driftOf(db),
    numbers: await faultyNumbers(db),
    told,
    moved,
  };
}

async function wordsOf(db: Db): Promise<Evidence['words']> {
  type Row = { caseId: string; digests: string[] };
  return new Map((await run<Row>(db, allWords, [])).map(({ caseId, digests }) => [caseId, new Set(digests)]));
}

/** Timers that went off but are still being written have this long. */
const leewayMs = 5_000;

async function oversleptOf(db: Db, at: number): Promise<readonly Overslept[]> {
  const worlds = createWorlds(db);
  const found: Overslept[] = [];
  for (const { state } of await run<{ state: CaseState }>(db, openStates, [])) {
    const wakeAt = nextWake(await worlds.worldOf(state), state);
    if (wakeAt !== null && wakeAt < at - leewayMs) found.push({ caseId: state.caseId, wakeAt });
  }
  return found;
}

async function driftOf(db: Db): Promise<readonly Drift[]> {
  const before = (await dumpReadTables(db)).split('\n');
  await rebuildAll(db, createWorlds(db));
  const after = (await dumpReadTables(db)).split('\n');
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !now.has(line)).map((line) => driftLine('<', line)),
    ...after.filter((line) => !old.has(line)).map((line) => driftLine('>', line)),
  ];
}

function driftLine(side: string, line: string): Drift {
  const row: Record<string, unknown> = JSON.parse(line.slice(line.indexOf(' ') + 1));
  return { caseId: String(row['case_id']), line: `${side} ${line}` };
}
