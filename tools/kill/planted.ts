import { openDb } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { rebuildCase } from '../../db/rebuild.ts';
import type { Fact, FactBody } from '../../domain/case/facts.ts';
import { noHash, seal } from '../../domain/case/seal.ts';
import { opIdOf } from '../../server/gateway/answers.ts';
import { databaseOf, nameOf, withClient } from '../../server/launcher/database.ts';
import { judge, lineOf } from './checker.ts';
import type { Violation, ViolationCode } from './checker.ts';
import { gather } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Operation } from './journal.ts';
import type { ToldHeads } from './quiet.ts';

/** One corruption and whether the checker found it: the right rule, the right case, and nothing of other cases. */
export interface Planted {
  readonly name: string;
  readonly found: boolean;
  readonly said: readonly string[];
}

/** Where to plant: a copy of the data, written as its owner with the triggers off, and what is true there. */
interface Bed {
  readonly db: Db;
  readonly clean: Evidence;
}

/** Corrupts one case; answers which, and what the workflows are now said to stand at when that is the corruption. */
interface Plant {
  readonly name: string;
  readonly code: ViolationCode;
  readonly plant: (bed: Bed) => Promise<{ caseId: string; told?: ToldHeads }>;
}

/**
 * Corruptions that leave everything else consistent where that is possible: chain, head and read tables are made to fit, so that only
 * the rule in question can find them.
 */
const plants: readonly Plant[] = [
  {
    name: 'an acknowledged operation whose facts are gone',
    code: 'lost',
    plant: async ({ db, clean }) => {
      const { caseId, own } = lastOperation(clean);
      await db.query('DELETE FROM case_event WHERE case_id = $1 AND seq >= $2', [caseId, own[0]?.seq]);
      await refit(db, caseId);
      return { caseId, told: without(clean.told, caseId) };
    },
  },
  {
    name: 'an operation that took effect twice',
    code: 'doubled',
    plant: async ({ db, clean }) => {
      const { caseId, own } = lastOperation(clean);
      await append(db, { clean, caseId, like: own, requestId: own[0]?.requestId ?? '' });
      return { caseId, told: without(clean.told, caseId) };
    },
  },
  {
    name: 'a refused operation that took effect',
    code: 'refused-with-effect',
    plant: async ({ db, clean }) => {
      const refused = clean.operations.find(
        ({ finals, caseId }) => finals[0]?.event === 'refused' && caseId !== null && clean.facts.has(caseId),
      );
      if (refused === undefined) throw new Error('expected a refused operation, but there is none');
      const caseId = refused.caseId ?? '';
      const like = clean.facts.get(caseId)?.slice(-1) ?? [];
      await append(db, { clean, caseId, like, requestId: idOf(refused) });
      return { caseId, told: without(clean.told, caseId) };
    },
  },
  {
    name: 'a fact of an operation that nobody sent',
    code: 'ghost',
    plant: async ({ db, clean }) => {
      const { caseId, own } = lastOperation(clean);
      await append(db, { clean, caseId, like: own, requestId: '00000000-0000-5000-8000-000000000000' });
      return { caseId, told: without(clean.told, caseId) };
    },
  },
  {
    name: 'a gap in the sequence of a case',
    code: 'gap',
    plant: async ({ db, clean }) => {
      const { caseId, seq } = middleFact(clean);
      await db.query('DELETE FROM case_event WHERE case_id = $1 AND seq = $2', [caseId, seq]);
      return { caseId };
    },
  },
  {
    name: 'a fact whose actor was changed',
    code: 'broken-chain',
    plant: async ({ db, clean }) => {
      const { caseId, seq } = middleFact(clean);
      const text = 'UPDATE case_event SET actor_id = gen_random_uuid() WHERE case_id = $1 AND seq = $2';
      await db.query(text, [caseId, seq]);
      return { caseId };
    },
  },
  {
    name: 'a due date in a read table that is not what the journal yields',
    code: 'read-rows-differ',
    plant: async ({ db }) =>
      one(
        db,
        `UPDATE case_clock SET due_on = due_on + 1 WHERE ctid IN
        (SELECT ctid FROM case_clock WHERE due_on IS NOT NULL ORDER BY case_id, clock LIMIT 1) RETURNING case_id`,
      ),
  },
  {
    name: 'a read row that is missing',
    code: 'read-rows-differ',
    plant: async ({ db }) =>
      one(
        db,
        `DELETE FROM case_step WHERE ctid IN (SELECT ctid FROM case_step ORDER BY case_id, step_id LIMIT 1)
        RETURNING case_id`,
      ),
  },
  {
    name: 'an intent that was never brought to its end',
    code: 'open-intent',
    plant: async ({ db }) =>
      one(
        db,
        `UPDATE intent SET state = 'sent' WHERE op_id IN
        (SELECT op_id FROM intent WHERE state = 'applied' ORDER BY op_id LIMIT 1) RETURNING case_id`,
      ),
  },
  {
    name: 'a stored answer that is not what was answered',
    code: 'stored-answer-differs',
    plant: async ({ db }) =>
      one(
        db,
        `UPDATE intent SET answer = '{}' WHERE op_id IN
        (SELECT op_id FROM intent WHERE kind = 'order' ORDER BY op_id LIMIT 1) RETURNING case_id`,
      ),
  },
  {
    name: 'a head that is behind its journal',
    code: 'head-differs',
    plant: async ({ db }) =>
      one(
        db,
        `UPDATE case_head SET seq = seq - 1 WHERE case_id IN (SELECT min(case_id::text)::uuid FROM case_head)
        RETURNING case_id`,
      ),
  },
  {
    name: 'a workflow that is ahead of the journal',
    code: 'workflow-differs',
    plant: async ({ clean }) => {
      const [caseId, said] = [...clean.told].find(([, head]) => typeof head !== 'string') ?? [];
      if (caseId === undefined || said === undefined || typeof said === 'string') {
        throw new Error('expected a workflow that was asked, but there is none');
      }
      return { caseId, told: new Map([...clean.told, [caseId, { ...said, seq: said.seq + 1 }]]) };
    },
  },
];

/**
 * Plants each corruption in a fresh copy of the database at `adminUrl` (nobody may be connected to it) and lets the checker look; the
 * first entry is the untouched copy, where it must find nothing.
 */
export async function findPlanted(o: {
  adminUrl: string;
  logPath: string;
  told: ToldHeads;
}): Promise<readonly Planted[]> {
  const clean = await inCopy(o.adminUrl, async (db) => gather({ ...o, db }));
  const untouched = judge(clean);
  const results: Planted[] = [
    { name: 'nothing, in data that nobody touched', found: untouched.length === 0, said: untouched.map(lineOf) },
  ];
  for (const { name, code, plant } of plants) {
    const { caseId, violations } = await inCopy(o.adminUrl, async (db) => {
      await db.query('ALTER TABLE case_event DISABLE TRIGGER ALL');
      const planted = await plant({ db, clean });
      const evidence = await gather({ db, logPath: o.logPath, told: planted.told ?? o.told });
      return { caseId: planted.caseId, violations: judge(evidence) };
    });
    const isNamed = violations.some((each) => each.code === code && each.caseId === caseId);
    const others = violations.filter((each) => each.caseId !== caseId);
    const said = violations.map(lineOf);
    results.push({ name: `${name}: ${named(violations, code)}`, found: isNamed && others.length === 0, said });
  }
  return results;
}

function named(violations: readonly Violation[], code: ViolationCode): string {
  const first = violations.find((each) => each.code === code);
  return first === undefined ? `${violations.length} other violations` : lineOf(first).slice(0, 160);
}

async function inCopy<T>(adminUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const [server, copy] = [databaseOf(adminUrl, 'postgres'), `${nameOf(adminUrl)}_planted`];
  await withClient(server, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${nameOf(adminUrl)}`);
  });
  const db = openDb(databaseOf(adminUrl, copy), { max: 2, applicationName: 'shixian-planted' });
  try {
    return await work(db);
  } finally {
    await db.end();
    await withClient(server, async (client) => client.query(`DROP DATABASE ${copy} WITH (FORCE)`));
  }
}

async function one(db: Db, text: string): Promise<{ caseId: string }> {
  const { rows } = await db.query<{ case_id: string }>(text);
  if (rows[0] === undefined) throw new Error('expected a row to corrupt, but there is none');
  return { caseId: rows[0].case_id };
}

function idOf({ actorId, route, key }: Operation): string {
  return opIdOf({ actor: { id: actorId }, route, key });
}

/** An acknowledged order whose facts are the last of their case. */
function lastOperation({ operations, facts }: Evidence): { caseId: string; own: readonly Fact[] } {
  for (const operation of operations) {
    const { caseId, finals } = operation;
    const ofCase = facts.get(caseId ?? '') ?? [];
    const own = ofCase.filter(({ requestId }) => requestId === idOf(operation));
    if (caseId !== null && finals[0]?.event === 'ack' && own.length > 0 && own.at(-1) === ofCase.at(-1)) {
      return { caseId, own };
    }
  }
  throw new Error('expected an acknowledged order at the end of a case, but there is none');
}

function middleFact({ facts }: Evidence): { caseId: string; seq: number } {
  const [caseId, ofCase] = [...facts].find(([, list]) => list.length >= 6) ?? [];
  if (caseId === undefined || ofCase === undefined) throw new Error('expected a case of six facts, but there is none');
  return { caseId, seq: Math.ceil(ofCase.length / 2) };
}

/** Adds facts like others to the end of a case, sealed as the case would seal them. */
async function append(
  db: Db,
  o: {
    clean: Evidence;
    caseId: string;
    like: readonly { at: number; recordedAt: number; actorId: string | null; body: FactBody }[];
    requestId: string;
  },
): Promise<void> {
  const { caseId, like, requestId } = o;
  let last = o.clean.facts.get(caseId)?.at(-1) ?? { seq: 0, hash: noHash };
  for (const { at, recordedAt, actorId, body } of like) {
    const fact = seal(last, { at, recordedAt, requestId, actorId }, body);
    const values = [
      caseId,
      fact.seq,
      new Date(at),
      new Date(recordedAt),
      requestId,
      actorId,
      JSON.stringify(body),
      fact.hash,
    ];
    await db.query('INSERT INTO case_event VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', values);
    last = fact;
  }
  await refit(db, caseId);
}

/** Head and read tables as the corrupted journal has them. */
async function refit(db: Db, caseId: string): Promise<void> {
  await rebuildCase(db, createWorlds(db), caseId);
}

function without(told: ToldHeads, caseId: string): ToldHeads {
  return new Map([...told].filter(([id]) => id !== caseId));
}
