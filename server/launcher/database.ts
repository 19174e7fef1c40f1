import pg from 'pg';
import { launchError, unavailable } from './launch-error.ts';

/** Whether the database answers now; throws when it answers "no" (password, unknown database). */
export async function canConnect(url: string): Promise<boolean> {
  return withClient(url, async (client) => (await client.query('select 1')).rowCount === 1);
}

/** Runs `work` on one connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while idle would otherwise end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same address with another database. */
export function databaseOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/** Name of the database in an address. */
export function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Creates the databases that are missing, over a connection to `postgres`; answers those it made. */
export async function createDatabases(url: string, names: readonly string[]): Promise<string[]> {
  return withClient(databaseOf(url, 'postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    const present = new Set(rows.map((row) => row.datname));
    const missing = names.filter((name) => !present.has(name));
    for (const name of missing) await client.query(`create database ${client.escapeIdentifier(name)}`);
    return missing;
  });
}

/**
 * Checks a database given by the setting `key` and makes it if its server lets us; `beforeMaking` may refuse that. Throws exit 69 with the
 * reason.
 */
export async function ensureGivenDatabase(
  url: string,
  key = 'DATABASE_URL',
  beforeMaking: () => Promise<void> = async () => undefined,
): Promise<void> {
  try {
    await canConnect(url);
  } catch (error) {
    if (codeOf(error) !== '3D000') throw unreachable(key, url, error);
    await beforeMaking();
    await createDatabases(url, [nameOf(url)]).catch((failure: unknown) => {
      throw unreachable(key, url, failure);
    });
  }
}

function unreachable(key: string, url: string, error: unknown): Error {
  const { hostname, port, pathname } = new URL(url);
  const why = error instanceof Error ? error.message || String(codeOf(error)) : String(error);
  const ways = `Start it, correct ${key}, or unset ${key} to let npm start run a private cluster.`;
  const place = `${hostname}:${port || '5432'}${pathname}`;
  return launchError(unavailable, `${key}: expected PostgreSQL at ${place}, but found: ${why}\n${ways}`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
