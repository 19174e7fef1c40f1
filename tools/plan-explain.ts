import pg from 'pg';
import type { Db } from '../db/client.ts';

/** What one query cost: texts of its columns, and the big tables it read from end to end. */
export interface PlanReport {
  readonly columns: readonly string[];
  readonly scans: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}
interface Explained {
  readonly Plan: PlanNode;
  readonly 'Execution Time': number;
}

const big = [
  'audit_entry',
  'case_row',
  'case_step',
  'case_task',
  'case_seen',
  'case_clock',
  'case_event',
  'case_text',
  'case_find',
  'case_head',
  'document_number',
  'warning',
  'warning_seen',
  'message',
  'message_read',
];
const repeats = 101;

/**
 * Runs a query often enough that PostgreSQL settles on its plan, then measures it over the wire and explains it. The statement
 * is the one the product sends: it is caught on its way through the pool.
 */
export async function explainRuns(db: Db, run: (db: Db) => Promise<unknown>): Promise<PlanReport> {
  const caught = await catchStatement(db, run);
  const client = await db.connect();
  try {
    const wire: number[] = [];
    for (let n = 0; n < repeats; n += 1) {
      const from = performance.now();
      await client.query(caught);
      wire.push(performance.now() - from);
      if (wire.length >= 15 && sum(wire) > 3_000) break;
    }
    const server: Explained[] = [];
    for (let n = 0; n < Math.min(31, wire.length); n += 1) server.push(await explain(client, caught));
    const times = server.map((one) => one['Execution Time']);
    const last = server.at(-1)?.Plan;
    const columns = [
      `server p50 ${ms(at(times, 0.5))} max ${ms(at(times, 1))}`,
      `wire p50 ${ms(at(wire.slice(6), 0.5))} p99 ${ms(at(wire.slice(6), 0.99))}`,
    ];
    return { columns, scans: last === undefined ? [] : scansOf(last) };
  } finally {
    client.release();
  }
}

interface Caught {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Lets the query run once and keeps the statement it sent. */
async function catchStatement(db: Db, run: (db: Db) => Promise<unknown>): Promise<Caught> {
  const sent: Caught[] = [];
  const listening = new Proxy(db, {
    get: (pool, key): unknown =>
      key === 'query'
        ? (...given: unknown[]): unknown => {
            const [config] = given;
            if (isStatement(config)) sent.push(config);
            return Reflect.apply(pool.query, pool, given);
          }
        : Reflect.get(pool, key),
  });
  await run(listening);
  const [first] = sent;
  if (first === undefined) throw new Error('expected a statement, but none was sent');
  return first;
}

function isStatement(value: unknown): value is Caught {
  return (
    typeof value === 'object' && value !== null && 'text' in value && 'values' in value && Array.isArray(value.values)
  );
}

/** EXPLAIN ANALYZE of the prepared statement where it has a name, so that the plan is the one in use. */
async function explain(client: pg.ClientBase, { name, text, values }: Caught): Promise<Explained> {
  const literals = values.map(literal).join(', ');
  const target =
    name === undefined ? inline(text, values) : `EXECUTE "${name}"${values.length === 0 ? '' : `(${literals})`}`;
  const result = await client.query<{ 'QUERY PLAN': Explained[] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${target}`,
  );
  const [row] = result.rows[0]?.['QUERY PLAN'] ?? [];
  if (row === undefined) throw new Error('expected a plan, but got none');
  return row;
}

function inline(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return value === null || value === undefined ? 'NULL' : pg.escapeLiteral(String(value));
}

function scansOf(node: PlanNode): string[] {
  const table = node['Relation Name'] ?? '';
  const whole = node['Node Type'].includes('Seq Scan') && big.includes(table) ? [`SEQ SCAN of ${table}`] : [];
  return [...whole, ...(node.Plans ?? []).flatMap(scansOf)];
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function sum(times: readonly number[]): number {
  return times.reduce((total, one) => total + one, 0);
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`.padStart(9);
}
