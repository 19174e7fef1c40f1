import pg from 'pg';
import type { Fact } from '../../domain/case/facts/index.ts';
import { fold } from '../../domain/case/apply.ts';
import { noHash, verifyChain } from '../../domain/case/seal.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { run } from '../client.ts';
import type { Db, Statement } from '../client.ts';
import { changedRows } from '../projections/rows.ts';
import type { Judged } from '../projections/rows.ts';
import { createBatcher } from './batch.ts';
import { journalConflict, unregisteredFacts } from './conflict.ts';
import { readHead } from './head.ts';
import type { Head } from './head.ts';
import { tellLive } from './live.ts';
import { operationsOf } from './registered.ts';
import { settleApplied } from './settle.ts';
import { applyFirst, applyToHeads, applyValues } from './statement.ts';
import type { Settle, Write, Written } from './statement.ts';
import type { Worlds } from './worlds.ts';

export interface ApplyRequest {
  readonly caseId: string;
  /** Facts in order without a gap; those the journal has already are dropped. */
  readonly facts: readonly Fact[];
  readonly settle?: Settle;
  /** The head as the caller last saw it (undefined: read it): saves a read when it is still there. */
  readonly head?: Head | null;
}

/**
 * Where the case is now. `settled`: the intent was this attempt's to end, and ended with it. `fresh`: the facts this call wrote, of
 * those handed in.
 */
export interface Applied {
  readonly seq: number;
  readonly state: CaseState;
  readonly settled: boolean;
  readonly fresh: readonly Fact[];
}

const maxRaces = 50;
const uniqueViolation = '23505';

/**
 * The guarded apply (design.md section 5): journal rows, changed read rows, messages and the answered intent in one
 * statement that does nothing unless the head is where the facts begin. Whoever loses a race drops what the winner wrote
 * and tries again, so overlapping applies by many processes end alike.
 * @throws UnregisteredFacts when one is of no open intent of this case and actor, and not of time: the journal stays as it is
 * @throws JournalConflict when the facts do not continue the journal: a gap, or another hash for the same number, rows above the head
 */
export async function applyFacts(db: Db, worlds: Worlds, request: ApplyRequest): Promise<Applied> {
  const { caseId, facts, settle } = request;
  let head = await startingHead(db, request);
  for (let races = 0; races < maxRaces; races += 1) {
    const fresh = await factsAfter(db, { caseId, facts, head });
    if (fresh.length === 0) return alreadyThere(db, { caseId, head, settle });
    const before = head === null ? null : { world: await worlds.worldOf(head.state), state: head.state };
    const state = fold(caseId, fresh, head?.state ?? null);
    const after = { world: await worlds.worldOf(state), state };
    const { fate, settled } = await write(db, { before, after, facts: fresh, settle });
    if (fate === 'applied') {
      tellLive(db, caseId, fresh);
      return { seq: state.seq, state, settled, fresh };
    }
    const base = head?.seq ?? 0;
    head = await readHead(db, caseId);
    // Whoever was faster has ended the intents too: then these facts are there already.
    if (fate === 'unregistered' && (head?.seq ?? 0) === base) throw unregisteredFacts(caseId);
  }
  throw new Error(`expected case ${caseId} to be applied within ${maxRaces} tries, but others were always faster`);
}

/** The caller's head when the facts begin there or below: a head that is older than that says nothing of a gap. */
async function startingHead(db: Db, { caseId, facts, head }: ApplyRequest): Promise<Head | null> {
  const reaches = head !== undefined && (facts[0]?.seq ?? 1) <= (head?.seq ?? 0) + 1;
  return reaches ? head : readHead(db, caseId);
}

type Fate = Pick<Written, 'fate' | 'settled'>;

async function write(
  db: Db,
  o: { before: Judged | null; after: Judged; facts: readonly Fact[]; settle: Settle | undefined },
): Promise<Fate> {
  const { state } = o.after;
  const { caseId } = state;
  const base = o.before?.state.seq ?? 0;
  const operations = operationsOf(caseId, o.facts);
  if (operations === null) return { fate: 'unregistered', settled: false };
  const rows = changedRows(o.before, o.after, o.facts);
  const item = { caseId, base, state, facts: o.facts, rows, operations, settle: o.settle ?? null };
  return writersOf(db)
    [base === 0 ? 'first' : 'next'](item)
    .catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError) || error.code !== uniqueViolation) throw error;
      throw journalConflict(`expected no fact of case ${caseId} above its head, but: ${error.detail ?? error.message}`);
    });
}

type Writer = (item: Write) => Promise<Fate>;

const writers = new WeakMap<Db, { readonly first: Writer; readonly next: Writer }>();
/** Cases that go into one apply together. */
const mostCases = 32;

/** The writers of a pool: under load the cases that wait share one statement and one commit. */
function writersOf(db: Db): { readonly first: Writer; readonly next: Writer } {
  const known = writers.get(db);
  if (known !== undefined) return known;
  const made = { first: writerOf(db, applyFirst), next: writerOf(db, applyToHeads) };
  writers.set(db, made);
  return made;
}

const elsewhere: Fate = { fate: 'elsewhere', settled: false };

function writerOf(db: Db, statement: Statement): Writer {
  return createBatcher<Write, Fate>({
    runAll: async (batch) => {
      // The second write of one case waits for the first: the statement could not tell them apart.
      const together = [...new Map(batch.toReversed().map((item) => [item.caseId, item])).values()].toReversed();
      const done = await run<WrittenRow>(db, statement, applyValues(together));
      const fates = new Map(done.map((row) => [row.caseId, row]));
      return batch.map((item) => (together.includes(item) ? (fates.get(item.caseId) ?? elsewhere) : elsewhere));
    },
    apart: (error) => error instanceof pg.DatabaseError,
    most: mostCases,
  });
}

/** As an alias: node-postgres wants rows with an index signature. */
type WrittenRow = { [K in keyof Written]: Written[K] };

async function alreadyThere(
  db: Db,
  o: { caseId: string; head: Head | null; settle: Settle | undefined },
): Promise<Applied> {
  if (o.head === null)
    throw journalConflict(`expected facts of case ${o.caseId}, but got none and the journal has none`);
  const settled = o.settle === undefined ? false : await settleApplied(db, o.settle);
  return { seq: o.head.seq, state: o.head.state, settled, fresh: [] };
}

/** Drops the facts the journal has, after checking that they are the same ones, and that the rest continues it. */
async function factsAfter(
  db: Db,
  o: { caseId: string; facts: readonly Fact[]; head: Head | null },
): Promise<readonly Fact[]> {
  const [seq, hash] = [o.head?.seq ?? 0, o.head?.hash ?? noHash];
  const known = o.facts.filter((fact) => fact.seq <= seq);
  const fresh = o.facts.filter((fact) => fact.seq > seq);
  const last = known.at(-1);
  if (last !== undefined) {
    const recorded = last.seq === seq ? hash : await hashAt(db, o.caseId, last.seq);
    if (recorded !== last.hash) {
      throw journalConflict(`expected fact ${last.seq} of case ${o.caseId} as in the journal, but its hash differs`);
    }
  }
  const broken = verifyChain(fresh, seq, hash);
  if (broken !== null) {
    throw journalConflict(
      `expected fact ${broken} of case ${o.caseId} to continue the journal at ${seq}, but it does not`,
    );
  }
  return fresh;
}

const hashOfFact = { name: 'journal-hash', text: 'SELECT hash FROM case_event WHERE case_id = $1 AND seq = $2' };

async function hashAt(db: Db, caseId: string, seq: number): Promise<string | undefined> {
  return (await run<{ hash: string }>(db, hashOfFact, [caseId, seq]))[0]?.hash;
}
