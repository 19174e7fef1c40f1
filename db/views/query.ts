import pg from 'pg';
import type { Refusal } from '../refusal.ts';
import type { Queryable } from '../client.ts';

/** A query being written: `bind` keeps a value and gives its placeholder. */
export interface Query {
  readonly values: unknown[];
  bind(value: unknown): string;
}

/** One page of a keyset list; `nextCursor` is null on the last page. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export type BadCursor = Refusal<'bad-cursor'>;

/** Starts a query without values. */
export function newQuery(): Query {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}

/**
 * Runs a query. A `name` makes it a prepared statement and must stand for one text only; `null` plans it anew
 * each time, for predicates whose plan depends on them (`beginsWith`).
 */
export async function rowsOf<Row extends pg.QueryResultRow>(
  db: Queryable,
  o: { name: string | null; text: string; q: Query },
): Promise<Row[]> {
  const { name, text, q } = o;
  const result = await db.query<Row>(name === null ? { text, values: q.values } : { name, text, values: q.values });
  return result.rows;
}

const sizes = [20, 50, 100, 200];

/** How many rows a statement reads for a page of `limit` (1 to 200): few sizes, so that few statements are prepared. */
export function sizeFor(limit: number): number {
  return sizes.find((size) => size >= limit) ?? 200;
}

/** Cuts the rows read to a page of `limit`; there is a next page when more came. */
export function toPage<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): Page<Row> {
  const items = rows.slice(0, Math.min(limit, 200));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > items.length && last !== undefined ? cursorOf(last) : null };
}

/** SQL: a timestamp as epoch milliseconds. */
export function ms(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::bigint`;
}

/** An instant in epoch milliseconds as a value for a timestamptz. */
export function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/**
 * SQL: a column begins with a prefix. The prefix stands in the text as an escaped literal: only then can PostgreSQL use the index
 * where the prefix is narrow and leave it where it is not. Such a statement has no name.
 */
export function beginsWith(column: string, prefix: string): string {
  const pattern = `${prefix.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return `${column} LIKE ${pg.escapeLiteral(pattern)}`;
}
