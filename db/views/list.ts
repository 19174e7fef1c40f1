import type { TimeSort } from '../../domain/words/sorts.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { CursorPart } from './cursor.ts';
import { instantOf, ms, rowsOf } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { lateral } from './ways.ts';
import type { Way } from './ways.ts';

/** One column of an order. */
export interface Key {
  /** With its alias: `s.due_key`. */
  readonly column: string;
  readonly is: CursorPart;
}

/** What a keyset list differs in from the others. */
export interface List {
  /** Names its cursors. */
  readonly name: string;
  /** Where its places are looked for: `case_step s`. */
  readonly from: string;
  /** Which rows of it belong to the list, beside the scope. */
  readonly where: string;
  /** The ways to the rows in scope; a row that several lead to is shown once. */
  readonly ways: readonly Way[];
  /** Its order; together they name one row. */
  readonly keys: readonly Key[];
  readonly order: 'ASC' | 'DESC';
  /** What the places found carry on, beside their keys, to `columns`. */
  readonly carried?: readonly string[];
  /** The columns of a row, and what they need joined to `page`, the places found. */
  readonly columns: string;
  readonly joins: string;
}

/** 1 to 200 rows, after the place of a cursor. */
export interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A list of what happened as it is asked: newest first, or from its beginning on; a cursor of one is none of the other. */
export function inTime(name: string, sort: TimeSort | undefined): Pick<List, 'name' | 'order'> {
  return sort === 'oldest' ? { name: `${name} oldest`, order: 'ASC' } : { name, order: 'DESC' };
}

interface Kind {
  readonly type: string;
  /** A value before (ASC) or after (DESC) all others, of a first or second key: a day may be `infinity`, below which the second decides. */
  readonly first: { readonly ASC: string; readonly DESC: string };
  /** SQL: a column as its part of a cursor. */
  shown(column: string): string;
  /** A part of a cursor as a value of the type. */
  value(part: string): string;
}

const asItIs = (part: string): string => part;
const asText = (column: string): string => `${column}::text`;
const both = (first: string) => ({ ASC: first, DESC: first });
const ends = { ASC: '-infinity', DESC: 'infinity' };
const instantValue = (part: string): string => instantOf(Number(part));

const kinds: Readonly<Record<CursorPart, Kind>> = {
  day: { type: 'date', first: ends, shown: asText, value: asItIs },
  instant: { type: 'timestamptz', first: ends, shown: (column) => `${ms(column)}::text`, value: instantValue },
  flag: { type: 'boolean', first: both('false'), shown: asText, value: asItIs },
  uuid: {
    type: 'uuid',
    first: { ASC: '00000000-0000-0000-0000-000000000000', DESC: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
    shown: asText,
    value: asItIs,
  },
  /** Of a case: signs of ASCII, compared as such. */
  number: { type: 'text', first: { ASC: '', DESC: '~' }, shown: (column) => column, value: asItIs },
  id: { type: 'text', first: both(''), shown: (column) => column, value: asItIs },
};

/** A page of a list. Code: bad-cursor. */
export async function readPage<Row>(db: Queryable, q: Query, list: List, o: Asked): Promise<Page<Row> | BadCursor> {
  const after = placeOf(list, o.cursor);
  if (isRefusal<'bad-cursor'>(after)) return after;
  const page = `page AS MATERIALIZED (${firstPlaces(q, list, { after, size: sizeFor(o.limit) })})`;
  return readRows<Row>(db, q, list, { ...o, page });
}

/** The rows of the places that the CTE `page` (SQL) found. */
export async function readRows<Row>(
  db: Queryable,
  q: Query,
  list: List,
  o: { limit: number; page: string },
): Promise<Page<Row>> {
  const place = list.keys.map(({ column, is }) => kinds[is].shown(`page.${bare(column)}`)).join(', ');
  const text = `WITH ${o.page} SELECT ARRAY[${place}] AS place, ${list.columns}
    FROM page ${list.joins} ORDER BY ${sorted(list, 'page.')}`;
  const rows = await rowsOf<Row & { place: readonly string[] }>(db, text, q);
  const items = rows.slice(0, Math.min(o.limit, 200));
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  return { items, nextCursor: more ? writeCursor(list.name, last.place) : null };
}

/** SQL: the keys of the first `size` rows after a place (the very first without one), in the order of the list. */
export function firstPlaces(q: Query, list: List, o: { after?: readonly string[]; size: number }): string {
  const { from, keys, order, carried = [] } = list;
  const columns = keys.map(({ column }) => column);
  const values = keys.map(({ is }, at) => {
    const part = o.after?.[at];
    return `${q.bind(part === undefined ? kinds[is].first[order] : kinds[is].value(part))}::${kinds[is].type}`;
  });
  const after = `(${columns.join(', ')}) ${order === 'ASC' ? '>' : '<'} (${values.join(', ')})`;
  const arm = (where: string, rows = from) => `SELECT ${[...columns, ...carried].join(', ')} FROM ${rows}
    WHERE ${list.where} AND ${where} AND ${after} ORDER BY ${sorted(list, '')} LIMIT ${o.size}`;
  return `SELECT DISTINCT * FROM (${lateral(list.ways, arm)}) p ORDER BY ${sorted(list, '')} LIMIT ${o.size}`;
}

/** The place of a cursor; without one, before the very first row. */
export function placeOf(list: Pick<List, 'name' | 'keys'>, cursor?: string): readonly string[] | BadCursor {
  if (cursor === undefined) return [];
  const shape = list.keys.map(({ is }) => is);
  return readCursor(list.name, cursor, shape);
}

const sizes = [20, 50, 100, 200];

/** How many rows a statement reads for a page of `limit`, one more than fit: few sizes, so that few statements are prepared. */
export function sizeFor(limit: number): number {
  return (sizes.find((size) => size >= limit) ?? 200) + 1;
}

function sorted({ keys, order }: List, table: string): string {
  return keys.map(({ column }) => `${table}${bare(column)} ${order}`).join(', ');
}

/** A column without its alias. */
function bare(column: string): string {
  return column.slice(column.indexOf('.') + 1);
}
