import pg from 'pg';

/** The pool of one process. Everything of `db/` takes it as its first argument. */
export type Db = pg.Pool;

/** What a statement needs: the pool, or one client of it inside a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/** A statement that PostgreSQL prepares once a connection, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const dateOid = 1082;
const bigintOid = 20;

/** Civil dates stay text (a Date would shift them by the machine's zone); 64-bit counts and milliseconds become numbers. */
export function configureTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(dateOid, (text) => text);
  types.setTypeParser(bigintOid, Number);
  return types;
}

/**
 * Opens a pool. `max` connections (default 16); `onError` hears of connections that break while idle, which without a
 * listener would end the process (node-postgres).
 */
export function openDb(
  url: string,
  o: { max?: number; applicationName?: string; onError?: (error: Error) => void } = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: o.max ?? 16,
    application_name: o.applicationName ?? 'shixian',
    types: configureTypes(),
    keepAlive: true,
    // Statements are written so that one plan fits all values; planning them anew for each would cost more than running them.
    options: '-c plan_cache_mode=force_generic_plan',
  });
  pool.on('error', (error) => {
    // The pool hangs the whole connection on it, buffers with people's data included: that must not get into a log.
    Reflect.deleteProperty(error, 'client');
    o.onError?.(error);
  });
  return pool;
}

/** Runs a prepared statement and returns its rows. `Row` is what its RETURNING or SELECT list says. */
export async function run<Row extends pg.QueryResultRow>(
  db: Queryable,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  const result = await db.query<Row>({ name: statement.name, text: statement.text, values });
  return result.rows;
}

/**
 * Lends one connection to `work`. `broken` tells that it is not to be used again; a connection that breaks by itself is not either.
 */
export async function withConnection<T>(
  db: Db,
  work: (client: pg.PoolClient, broken: (cause: unknown) => void) => Promise<T>,
): Promise<T> {
  const client = await db.connect();
  let why: Error | undefined;
  const broken = (cause: unknown): void => {
    why ??= cause instanceof Error ? cause : new Error(String(cause));
  };
  // While a connection is lent, nobody else listens: one that breaks between two statements would end the process.
  client.on('error', broken);
  try {
    return await work(client, broken);
  } finally {
    client.release(why);
    client.removeListener('error', broken);
  }
}

/** The pool, or a client whose owner has begun a transaction on it. */
export type Transacting = Db | pg.PoolClient;

/**
 * Runs `work` in one transaction on one connection; what it throws rolls back and is thrown on. With a client it is a part of the
 * transaction of its owner, who ends it.
 */
export async function inTransaction<T>(db: Transacting, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  if (!(db instanceof pg.Pool)) return work(db);
  return withConnection(db, async (client, broken) => {
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(broken);
      throw error;
    }
  });
}
