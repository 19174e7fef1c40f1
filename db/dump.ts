import type { Db, Queryable } from './client.ts';
import { inTransaction } from './client.ts';

/** The tables that follow from the journal alone, with the order of their rows. Messages do not: a rebuild sends none. */
export const readTables = [
  { name: 'case_head', key: 'case_id' },
  { name: 'case_row', key: 'case_id' },
  { name: 'case_clock', key: 'case_id, clock' },
  { name: 'case_step', key: 'case_id, step_id' },
  { name: 'case_task', key: 'case_id, task_id' },
  { name: 'case_seen', key: 'case_id, kind, viewer' },
  { name: 'warning', key: 'case_id, warning_id' },
  { name: 'warning_seen', key: 'case_id, warning_id, person_id' },
  { name: 'finding', key: 'case_id, seq' },
] as const;

/** Everything the read tables hold, one row a line (`table {json}`), in one snapshot: equal texts are equal rows. */
export async function dumpReadTables(db: Db): Promise<string> {
  return inTransaction(db, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return (await dump(client, '', [])).join('\n');
  });
}

/** The rows of one case, in the form of `dumpReadTables`. `client` must be in a transaction. */
export async function dumpCase(client: Queryable, caseId: string): Promise<string[]> {
  return dump(client, 'WHERE case_id = $1', [caseId]);
}

async function dump(client: Queryable, where: string, values: unknown[]): Promise<string[]> {
  await client.query(`SET LOCAL TimeZone = 'UTC'`);
  const lines: string[] = [];
  for (const { name, key } of readTables) {
    const text = `SELECT to_jsonb(t)::text AS row FROM ${name} t ${where} ORDER BY ${key}`;
    const { rows } = await client.query<{ row: string }>(text, values);
    for (const { row } of rows) lines.push(`${name} ${row}`);
  }
  return lines;
}
