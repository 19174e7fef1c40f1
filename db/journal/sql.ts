import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** The columns an INSERT names: property of the row in TypeScript, column in SQL, type. Generated columns are left out. */
interface Written {
  readonly property: string;
  readonly column: string;
  readonly type: string;
}

/** Rows that travel as one JSON array parameter, read by the names of the schema: the SQL cannot fall behind the tables. */
export function recordset(table: PgTable, parameter: number, only?: readonly string[]): string {
  const columns = written(table).filter(({ property }) => only === undefined || only.includes(property));
  const typed = columns.map(({ property, type }) => `"${property}" ${type}`);
  return `jsonb_to_recordset($${parameter}::jsonb) AS r(${typed.join(', ')})`;
}

/**
 * INSERT of a JSON array of rows of the cases that `guard` (a CTE with case_id) has. With `key` (property names) a row that is there
 * is overwritten, with 'kept' it stays as it is; without it a row that is there is an error.
 */
export function insertRows(o: {
  table: PgTable;
  parameter: number;
  guard?: string;
  key?: readonly string[] | 'kept';
}): string {
  const columns = written(o.table);
  const names = columns.map(({ column }) => column).join(', ');
  const values = columns.map(({ property }) => `r."${property}"`).join(', ');
  const rows = recordset(o.table, o.parameter);
  const from = o.guard === undefined ? rows : `${o.guard} JOIN ${rows} ON r."caseId" = ${o.guard}.case_id`;
  const insert = `INSERT INTO ${getTableName(o.table)} (${names}) SELECT ${values} FROM ${from}`;
  if (o.key === undefined) return insert;
  return `${insert} ${o.key === 'kept' ? 'ON CONFLICT DO NOTHING' : overwrite(columns, o.key)}`;
}

function overwrite(columns: readonly Written[], key: readonly string[]): string {
  const keys = columns.filter(({ property }) => key.includes(property)).map(({ column }) => column);
  const rest = columns.filter(({ property }) => !key.includes(property));
  const sets = rest.map(({ column }) => `${column} = EXCLUDED.${column}`);
  return `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${sets.join(', ')}`;
}

function written(table: PgTable): Written[] {
  const columns: [string, PgColumn][] = Object.entries(getTableColumns(table));
  return columns
    .filter(([, column]) => column.generated === undefined)
    .map(([property, column]) => ({ property, column: column.name, type: column.getSQLType() }));
}
