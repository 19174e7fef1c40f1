import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Refusal } from '../refusal.ts';
import type { Queryable } from '../client.ts';

/** A query being written. */
export interface Query {
  readonly values: readonly unknown[];
  /** Keeps a value and gives its placeholder. */
  bind(value: unknown): string;
  /** Writes a value into the text itself, where the plan depends on it: such a text is planned anew each time. */
  literal(value: string): string;
  hasLiterals(): boolean;
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
  let literals = false;
  return {
    values,
    bind: (value) => `$${values.push(value)}`,
    literal: (value) => {
      literals = true;
      return pg.escapeLiteral(value);
    },
    hasLiterals: () => literals,
  };
}

/** Runs a query, as a prepared statement whose name follows from its text: no name ever stands for two texts. */
export async function rowsOf<Row extends pg.QueryResultRow>(db: Queryable, text: string, q: Query): Promise<Row[]> {
  const named = q.hasLiterals() ? {} : { name: `view-${createHash('sha256').update(text).digest('hex').slice(0, 24)}` };
  const result = await db.query<Row>({ ...named, text, values: [...q.values] });
  return result.rows;
}

/** SQL: a timestamp as epoch milliseconds. */
export function ms(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::bigint`;
}

/** An instant in epoch milliseconds as a value for a timestamptz. */
export function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** SQL: a column begins with a prefix. Only as a literal can PostgreSQL use the index where the prefix is narrow, and leave it where it is not. */
export function beginsWith(q: Query, column: string, prefix: string): string {
  return `${column} LIKE ${q.literal(`${prefix.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)}`;
}
