import { openDb } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { rebuildCase } from '../../db/rebuild.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { noHash, seal } from '../../domain/case/seal.ts';
import { databaseOf, nameOf, withClient } from '../../server/launcher/database.ts';
import { judge } from './checker.ts';
import { lineOf } from './violation.ts';
import type { Violation, ViolationCode } from './violation.ts';
import { gather } from './evidence.ts';
import type { Evidence, Moved } from './evidence.ts';
import type { ToldHead, ToldHeads } from './quiet.ts';
import { victimsIn } from './victims.ts';
import type { Victims } from './victims.ts';

/** One corruption and whether the checker found it: the right rule, of the right case. */
export interface Planted {
  readonly name: string;
  readonly found: boolean;
  readonly said: readonly string[];
}

/** A copy of the data, written as its owner with the triggers off; what is true in it; the cases that are corrupted already. */
interface Bed {
  readonly db: Db;
  readonly clean: Evidence;
  readonly taken: Set<string>;
  readonly victims: Victims;
  readonly told: Map<string, ToldHead | string>;
}

/** Corrupts a case that is not taken; answers which. */
interface Plant {
  readonly name: string;
  readonly code: ViolationCode;
  readonly plant: (bed: Bed) => Promise<string>;
}

/**
 * Corruptions that leave everything else consistent where that is possible: chain, head, read tables and the workflow's word are made to
 * fit, so that only the rule in question can find them.
 */
const plants: readonly Plant[] = [
  {
    name: 'an acknowledged operation whose facts are gone',
    code: 'lost',
    plant: async (bed) => {
      const { caseId, own } = bed.victims.lastOperation();
      await bed.db.query('DELETE FROM case_event WHERE case_id = $1 AND seq >= $2', [caseId, own[0]?.seq]);
      return refit(bed, caseId);
    },
  },
  {
    name: 'an operation that took effect twice',
    code: 'doubled',
    plant: async (bed) => {
      const { caseId, own } = bed.victims.lastOperation();
      return append(bed, { caseId, like: own, requestId: own[0]?.requestId ?? '' });
    },
  },
  {
    name: 'a refused operation that took effect',
    code: 'refused-with-effect',
    plant: async (bed) => {
      const { caseId, own, opId } = bed.victims.refusedOperation();
      return append(bed, { caseId, like: own, requestId: opId });
    },
  },
  {
    name: 'a fact of an operation that nobody sent',
    code: 'ghost',
    plant: async (bed) => {
      const { caseId, own } = bed.victims.lastOperation();
      return append(bed, { caseId, like: own, requestId: '00000000-0000-5000-8000-000000000000' });
    },
  },
  {
    name: 'a gap in the sequence of a case',
    code: 'gap',
    plant: async (bed) => {
      const { caseId, seq } = bed.victims.middleFact();
      await bed.db.query('DELETE FROM case_event WHERE case_id = $1 AND seq = $2', [caseId, seq]);
      return caseId;
    },
  },
  {
    name: 'a fact whose actor was changed',
    code: 'broken-chain',
    plant: async (bed) => {
      const { caseId, seq } = bed.victims.middleFact();
      const text = 'UPDATE case_event SET actor_id = gen_random_uuid() WHERE case_id = $1 AND seq = $2';
      await bed.db.query(text, [caseId, seq]);
      return caseId;
    },
  },
  {
    name: 'a rung that warned twice',
    code: 'warned-twice',
    plant: async (bed) => {
      const { caseId, warning } = bed.victims.lastWarning();
      // The read tables would not take the same warning again.
      const body = { ...warning.body, warningId: `${warning.body.warningId}:again` };
      return append(bed, { caseId, like: [{ ...warning, body }], requestId: 'tick' });
    },
  },
  {
    name: 'a rung that was reached and never told',
    code: 'overslept',
    plant: async (bed) => {
      const { caseId, warning } = bed.victims.lastWarning();
      await bed.db.query('DELETE FROM case_event WHERE case_id = $1 AND seq >= $2', [caseId, warning.seq]);
      return refit(bed, caseId);
    },
  },
  {
    name: 'words of facts that are gone',
    code: 'words-lost',
    plant: async (bed) => {
      const caseId = bed.victims.wordedCase();
      await bed.db.query('DELETE FROM case_text WHERE case_id = $1', [caseId]);
      return caseId;
    },
  },
  {
    name: 'a due date in a read table that is not what the journal yields',
    code: 'read-rows-differ',
    plant: async (bed) =>
      one(bed, 'case_clock', 'UPDATE case_clock SET due_on = coalesce(due_on, started_on) + 1 WHERE ctid = $1'),
  },
  {
    name: 'a read row that is missing',
    code: 'read-rows-differ',
    plant: async (bed) => one(bed, 'case_step', 'DELETE FROM case_step WHERE ctid = $1'),
  },
  {
    name: 'a number in the register that is not what its fact tells',
    code: 'number-differs',
    plant: async (bed) =>
      one(bed, 'document_number', `UPDATE document_number SET text = text || '之一' WHERE ctid = $1`),
  },
  {
    name: 'an intent that was never brought to its end',
    code: 'open-intent',
    plant: async (bed) => one(bed, 'intent', `UPDATE intent SET state = 'sent' WHERE ctid = $1`),
  },
  {
    name: 'a stored answer that is not what was answered',
    code: 'stored-answer-differs',
    plant: async (bed) => {
      const { caseId, opId } = bed.victims.storedAnswer();
      await bed.db.query('UPDATE intent SET answer_status = 299 WHERE op_id = $1', [opId]);
      return caseId;
    },
  },
  {
    name: 'an acknowledged operation without an intent',
    code: 'stored-answer-differs',
    plant: async (bed) => {
      const { caseId, own } = bed.victims.lastOperation();
      await bed.db.query('DELETE FROM intent WHERE op_id = $1', [own[0]?.requestId]);
      return caseId;
    },
  },
  {
    name: 'a head that is behind its journal',
    code: 'head-differs',
    plant: async (bed) => one(bed, 'case_head', 'UPDATE case_head SET seq = seq - 1 WHERE ctid = $1'),
  },
  {
    name: 'a workflow that is ahead of the journal',
    code: 'workflow-differs',
    plant: async (bed) => {
      for (const [caseId, said] of bed.told) {
        if (typeof said === 'string' || !bed.victims.free().includes(caseId)) continue;
        bed.told.set(caseId, { ...said, seq: said.seq + 1 });
        return caseId;
      }
      throw new Error('expected a workflow that was asked, but there is none');
    },
  },
];

/**
 * Plants every corruption, each in a case of its own, in a copy of the database at `adminUrl` (nobody may be connected to it) and lets
 * the checker look: it must name each with its rule, and no other case. The first entry is an untouched copy, where it must find nothing.
 */
export async function findPlanted(o: {
  adminUrl: string;
  logPath: string;
  told: ToldHeads;
  moved: Moved;
  at: number;
}): Promise<readonly Planted[]> {
  return inCopy(o.adminUrl, async (db) => {
    const clean = await gather({ ...o, db });
    const untouched = judge(clean);
    const taken = new Set(untouched.map(({ caseId }) => caseId));
    const bed: Bed = { db, clean, taken, victims: victimsIn(clean, taken), told: new Map(o.told) };
    const [planted, isQuiet] = [new Map<Plant, string>(), untouched.length === 0];
    for (const table of ['case_event', 'document_number']) await db.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const each of plants) {
      const caseId = await each.plant(bed);
      bed.taken.add(caseId);
      planted.set(each, caseId);
    }
    const violations = judge(await gather({ ...o, db, told: bed.told }));
    const others = violations.filter(({ caseId }) => !bed.taken.has(caseId));
    return [
      { name: 'nothing, in data that nobody touched', found: isQuiet, said: untouched.map(lineOf) },
      ...[...planted].map(([plant, caseId]) => lookFor(violations, plant, caseId)),
      { name: 'nothing in other cases', found: others.length === 0, said: others.map(lineOf) },
    ];
  });
}

function lookFor(violations: readonly Violation[], { name, code }: Plant, caseId: string): Planted {
  const ofCase = violations.filter((each) => each.caseId === caseId);
  const first = ofCase.find((each) => each.code === code);
  const words = first === undefined ? `${ofCase.length} other violations` : lineOf(first).slice(0, 160);
  return { name: `${name}: ${words}`, found: first !== undefined, said: ofCase.map(lineOf) };
}

async function inCopy<T>(adminUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const [server, copy] = [databaseOf(adminUrl, 'postgres'), `${nameOf(adminUrl)}_planted`];
  await withClient(server, async (client) => client.query(`CREATE DATABASE ${copy} TEMPLATE ${nameOf(adminUrl)}`));
  const db = openDb(databaseOf(adminUrl, copy), { max: 2, applicationName: 'shixian-planted' });
  try {
    return await work(db);
  } finally {
    await db.end();
    await withClient(server, async (client) => client.query(`DROP DATABASE ${copy} WITH (FORCE)`));
  }
}

/** Changes the first row of a table that is of a case not yet taken; for the register one that is used. */
async function one({ db, victims }: Bed, table: string, change: string): Promise<string> {
  const used = table === 'document_number' ? `state = 'used' AND` : '';
  const text = `SELECT ctid::text AS ctid, case_id AS "caseId" FROM ${table} WHERE ${used} case_id = ANY($1::uuid[]) ORDER BY case_id LIMIT 1`;
  const { rows } = await db.query<{ ctid: string; caseId: string }>(text, [victims.free()]);
  if (rows[0] === undefined) throw new Error(`expected a row of ${table} to corrupt, but there is none`);
  await db.query(change, [rows[0].ctid]);
  return rows[0].caseId;
}

/** Adds facts like others to the end of a case, sealed as the case would seal them. */
async function append(bed: Bed, o: { caseId: string; like: readonly Fact[]; requestId: string }): Promise<string> {
  const { caseId, like, requestId } = o;
  let last = bed.clean.facts.get(caseId)?.at(-1) ?? { seq: 0, hash: noHash };
  for (const { at, recordedAt, actorId, body } of like) {
    const fact = seal(last, { at, recordedAt, requestId, actorId }, body);
    const when = [new Date(at), new Date(recordedAt)];
    const values = [caseId, fact.seq, ...when, requestId, actorId, JSON.stringify(body), fact.hash];
    await bed.db.query('INSERT INTO case_event VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', values);
    last = fact;
  }
  return refit(bed, caseId);
}

/** Head and read tables as the corrupted journal has them; the workflow is not asked. */
async function refit({ db, told }: Bed, caseId: string): Promise<string> {
  await rebuildCase(db, createWorlds(db), caseId);
  told.delete(caseId);
  return caseId;
}
