import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, openDb } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

let base: TestDatabase;
let db: Db;
const heard: Error[] = [];

beforeAll(async () => {
  base = await openTestDatabase({ migrated: false });
  db = openDb(base.adminUrl, { max: 1, onError: (error) => heard.push(error) });
});
afterAll(async () => {
  await db.end();
  await base.close();
});

async function pidOf(client: Pick<Db, 'query'>): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}

async function cut(pid: number): Promise<void> {
  await base.admin.query('SELECT pg_terminate_backend($1)', [pid]);
  await until('the end of the connection', async () => {
    const { rowCount } = await base.admin.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid]);
    return rowCount === 0;
  });
}

describe('a connection that PostgreSQL cuts', () => {
  it('between two statements of a transaction fails that transaction, not the process', async () => {
    const cutOff = inTransaction(db, async (client) => {
      await cut(await pidOf(client));
      await until('the client to notice', async () => client.listenerCount('error') > 0 && !isAlive(client));
      await client.query('SELECT 1');
    });
    await expect(cutOff).rejects.toThrow(/terminat|not queryable/);
    expect(await inTransaction(db, async (client) => (await client.query('SELECT 1')).rowCount)).toBe(1);
  });

  it('while it is idle is told without the connection, which holds what it last read', async () => {
    heard.length = 0;
    await cut(await pidOf(db));
    await until('the pool to notice', async () => heard.length > 0);
    expect(Object.keys(heard[0] ?? {})).not.toContain('client');
    expect(await pidOf(db)).toBeGreaterThan(0);
  });
});

/** Whether node-postgres would still take a statement on this connection. */
function isAlive(client: object): boolean {
  return '_queryable' in client && client._queryable === true;
}
