import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { fold } from '../domain/case/apply.ts';
import { verifyChain } from '../domain/case/seal.ts';
import { inTransaction } from './client.ts';
import type { Db, Queryable } from './client.ts';
import { isJournalConflict, journalConflict } from './journal/conflict.ts';
import { readFacts } from './journal/facts.ts';
import { insertRows, recordset } from './journal/sql.ts';
import type { Worlds } from './journal/worlds.ts';
import { changedRows } from './projections/rows.ts';
import type { ReadRows } from './projections/rows.ts';
import { dumpCase, readTables } from './dump.ts';
import { caseClock, caseRow, caseStep, finding, warning, warningSeen } from './schema/read.ts';
import { caseSeen, caseTask } from './schema/tasks.ts';

export { dumpReadTables } from './dump.ts';

/** What one case or all of them came to. `differing`: rows that were not, before, what the journal says. */
export interface Rebuilt {
  readonly cases: number;
  readonly facts: number;
  readonly differing: number;
  readonly broken: readonly { readonly caseId: string; readonly detail: string }[];
}

const setHead = `INSERT INTO case_head (case_id, seq, hash, state) VALUES ($1, $2, $3, $4::json)
  ON CONFLICT (case_id) DO UPDATE SET seq = EXCLUDED.seq, hash = EXCLUDED.hash, state = EXCLUDED.state`;
const rebuilt = readTables.filter((table) => table.name !== 'case_head');

/** Head and rows are overwritten in place, not deleted and made anew: an apply that waits for the head must find them again. */
const rewrites = [
  rewrite(caseRow, ['caseId'], (rows) => rows.cases),
  rewrite(caseClock, ['caseId', 'clock'], (rows) => rows.clocks),
  rewrite(caseStep, ['caseId', 'stepId'], (rows) => rows.steps),
  rewrite(caseTask, ['caseId', 'taskId'], (rows) => rows.tasks),
  rewrite(caseSeen, ['caseId', 'kind', 'viewer'], (rows) => rows.seen),
  rewrite(warning, ['warningId'], (rows) => rows.warnings),
  rewrite(warningSeen, ['caseId', 'warningId', 'personId'], (rows) => rows.warningsSeen),
  rewrite(finding, ['caseId', 'seq'], (rows) => rows.findings),
];

interface Rewrite {
  readonly rowsOf: (rows: ReadRows) => readonly object[];
  /** Deletes what is not among the rows ($1) of the case ($2). */
  readonly strays: string;
  readonly rows: string;
}

function rewrite(table: PgTable, key: readonly string[], rowsOf: Rewrite['rowsOf']): Rewrite {
  const columns = getTableColumns(table);
  const same = key.map((property) => `r."${property}" = t.${columns[property]?.name ?? property}`).join(' AND ');
  const strays = `DELETE FROM ${getTableName(table)} t WHERE t.case_id = $2
    AND NOT EXISTS (SELECT FROM ${recordset(table, 1, key)} WHERE ${same})`;
  return { rowsOf, strays, rows: insertRows({ table, parameter: 1, key }) };
}

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
    for (const { rowsOf, strays, rows: write } of rewrites) {
      const json = JSON.stringify(rowsOf(rows));
      await client.query(strays, [json, caseId]);
      await client.query(write, [json]);
    }
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
