import { fold } from '../domain/case/apply.ts';
import { verifyChain } from '../domain/case/seal.ts';
import { inTransaction } from './client.ts';
import type { Db, Queryable } from './client.ts';
import { isJournalConflict, journalConflict } from './journal/conflict.ts';
import { readFacts } from './journal/facts.ts';
import { insertRows } from './journal/sql.ts';
import type { Worlds } from './journal/worlds.ts';
import { changedRows } from './projections/rows.ts';
import type { ReadRows } from './projections/rows.ts';
import { dumpCase, readTables } from './dump.ts';
import { caseClock, caseRow, caseStep, finding, warning } from './schema/read.ts';

export { dumpReadTables } from './dump.ts';

/** What one case or all of them came to. `differing`: rows that were not, before, what the journal says. */
export interface Rebuilt {
  readonly cases: number;
  readonly facts: number;
  readonly differing: number;
  readonly broken: readonly { readonly caseId: string; readonly detail: string }[];
}

/** The head is overwritten in place: appliers wait for its row and must find it again. */
const setHead = `INSERT INTO case_head (case_id, seq, hash, state) VALUES ($1, $2, $3, $4::json)
  ON CONFLICT (case_id) DO UPDATE SET seq = EXCLUDED.seq, hash = EXCLUDED.hash, state = EXCLUDED.state`;
const rebuilt = readTables.filter((table) => table.name !== 'case_head');
const inserts = [
  { rows: (rows: ReadRows) => rows.cases, text: insertRows({ table: caseRow, parameter: 1 }) },
  { rows: (rows: ReadRows) => rows.clocks, text: insertRows({ table: caseClock, parameter: 1 }) },
  { rows: (rows: ReadRows) => rows.steps, text: insertRows({ table: caseStep, parameter: 1 }) },
  { rows: (rows: ReadRows) => rows.warnings, text: insertRows({ table: warning, parameter: 1 }) },
  { rows: (rows: ReadRows) => rows.findings, text: insertRows({ table: finding, parameter: 1 }) },
];

/**
 * Rewrites the head and the read rows of one case from its journal, in one transaction under the head's lock. Sends no message;
 * touches no intent, form or text.
 * @throws JournalConflict when the hash chain is broken, or the journal has no fact of the case
 */
export async function rebuildCase(
  db: Db,
  worlds: Worlds,
  caseId: string,
): Promise<{ facts: number; differing: number }> {
  return inTransaction(db, async (client) => {
    await client.query('SELECT 1 FROM case_head WHERE case_id = $1 FOR UPDATE', [caseId]);
    const facts = await readFacts(client, caseId, 0);
    const broken = verifyChain(facts);
    if (broken !== null)
      throw journalConflict(`expected an unbroken chain in case ${caseId}, but it breaks at fact ${broken}`);
    if (facts.length === 0)
      throw journalConflict(`expected facts of case ${caseId} in the journal, but there are none`);
    const state = fold(caseId, facts);
    const rows = changedRows(null, { world: await worlds.worldOf(state), state }, facts);
    const before = await dumpCase(client, caseId);
    await client.query(setHead, [caseId, state.seq, state.hash, JSON.stringify(state)]);
    for (const { name } of rebuilt) await client.query(`DELETE FROM ${name} WHERE case_id = $1`, [caseId]);
    for (const insert of inserts) await client.query(insert.text, [JSON.stringify(insert.rows(rows))]);
    return { facts: facts.length, differing: difference(before, await dumpCase(client, caseId)) };
  });
}

/**
 * Rebuilds every case of the journal and deletes read rows of cases that it does not know. Goes on past a broken case and names it.
 * `progress` hears of every case done.
 */
export async function rebuildAll(
  db: Db,
  worlds: Worlds,
  progress: (done: number, all: number) => void = () => undefined,
): Promise<Rebuilt> {
  const { rows } = await db.query<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM case_event WHERE seq = 1 UNION SELECT case_id FROM case_head ORDER BY 1',
  );
  let [facts, differing] = [0, await deleteStrays(db)];
  const broken: { caseId: string; detail: string }[] = [];
  for (const [index, { caseId }] of rows.entries()) {
    try {
      const rebuilt = await rebuildCase(db, worlds, caseId);
      facts += rebuilt.facts;
      differing += rebuilt.differing;
    } catch (error) {
      if (!isJournalConflict(error)) throw error;
      broken.push({ caseId, detail: error.message });
    }
    progress(index + 1, rows.length);
  }
  return { cases: rows.length - broken.length, facts, differing, broken };
}

/** Read rows without a journal: nothing of ours writes them. */
async function deleteStrays(db: Queryable): Promise<number> {
  let deleted = 0;
  for (const { name } of rebuilt) {
    const { rowCount } = await db.query(
      `DELETE FROM ${name} t WHERE NOT EXISTS (SELECT FROM case_event e WHERE e.case_id = t.case_id)`,
    );
    deleted += rowCount ?? 0;
  }
  return deleted;
}

/** Rows of either list that the other has not: a changed row counts once. */
function difference(before: readonly string[], after: readonly string[]): number {
  const [old, now] = [new Set(before), new Set(after)];
  const gone = before.filter((line) => !now.has(line)).length;
  return Math.max(gone, after.filter((line) => !old.has(line)).length);
}
