import type { Env } from '../config.ts';
import { run } from './children.ts';
import { createDatabases, databaseOf, nameOf, withClient } from './database.ts';
import { launchError, unavailable } from './launch-error.ts';
import type { TemporalTools } from './tools-cache.ts';

/** The two databases of a Temporal server, in the cluster of `url`. */
export type Stores = { url: string; main: string; visibility: string };

/** The stores that belong to a product's database, wherever it is: an installation that moves finds them again. */
export function storesOf(url: string): Stores {
  const name = nameOf(url);
  return { url, main: `${name}_temporal`, visibility: `${name}_temporal_visibility` };
}

/** In a cluster of our own the stores had other names before 2026-12. */
export async function renameOldStores({ url, main, visibility }: Stores): Promise<void> {
  await withClient(databaseOf(url, 'postgres'), async (client) => {
    for (const [old, name] of [
      ['temporal', main],
      ['temporal_visibility', visibility],
    ] as const) {
      const { rows } = await client.query('select datname from pg_database where datname = any($1)', [[old, name]]);
      if (rows.length !== 1 || rows[0]?.['datname'] !== old) continue;
      await client.query(`alter database ${client.escapeIdentifier(old)} rename to ${client.escapeIdentifier(name)}`);
    }
  });
}

/** Schema versions that server 1.32.0 asks for. */
const schemas = {
  main: { version: [1, 19], name: 'postgresql/v12/temporal' },
  visibility: { version: [1, 14], name: 'postgresql/v12/visibility' },
} as const;

/** Set on the database when its schema is whole: one that was cut off half way is made anew. */
const wholeMark = 'shixian: temporal schema is whole';

/** Creates or updates the schemas of both stores where missing or older; costs two queries when there is nothing to do. */
export async function ensureStores(options: {
  stores: Stores;
  tools: TemporalTools;
  env: Env;
  /** Whether a half-made store may be dropped: only in a cluster of our own. */
  ours: boolean;
  log: (line: string) => void;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const { stores } = options;
  if (options.ours) await dropHalfMade(stores);
  await createDatabases(stores.url, [stores.main, stores.visibility]);
  await Promise.all((['main', 'visibility'] as const).map((kind) => ensureSchema(kind, options)));
}

async function ensureSchema(
  kind: keyof typeof schemas,
  options: {
    stores: Stores;
    tools: TemporalTools;
    env: Env;
    log: (line: string) => void;
    signal?: AbortSignal | undefined;
  },
): Promise<void> {
  const { stores, tools } = options;
  const database = stores[kind];
  const url = databaseOf(stores.url, database);
  const present = await schemaVersion(url);
  if (present !== undefined && !isOlder(present, schemas[kind].version) && tools.from === 'tools cache') return;
  if (present === undefined) options.log(`creating the Temporal schema in ${database}`);
  const sql = async (...args: string[]): Promise<void> => {
    const { code, output } = await run({
      command: tools.sql,
      args: ['--db', database, ...args],
      env: { PATH: options.env['PATH'], ...sqlEnv(stores.url) },
      signal: options.signal,
    });
    if (code !== 0)
      throw launchError(unavailable, `Temporal's sql ${args[0]} on ${database} failed:\n${output.trim()}`);
  };
  if (present === undefined) await sql('setup-schema', '-v', '0.0');
  await sql('update-schema', '--schema-name', schemas[kind].name);
  await withClient(url, async (client) => {
    const mark = client.escapeLiteral(wholeMark);
    await client.query(`comment on database ${client.escapeIdentifier(database)} is ${mark}`);
  });
}

function sqlEnv(url: string): Env {
  const { hostname, port, username, password } = new URL(url);
  return {
    SQL_PLUGIN: 'postgres12_pgx',
    SQL_HOST: hostname,
    SQL_PORT: port || '5432',
    SQL_USER: decodeURIComponent(username),
    SQL_PASSWORD: decodeURIComponent(password),
  };
}

async function dropHalfMade(stores: Stores): Promise<void> {
  await withClient(databaseOf(stores.url, 'postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database
       where datname = any($1) and shobj_description(oid, 'pg_database') is distinct from $2`,
      [[stores.main, stores.visibility], wholeMark],
    );
    for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
  });
}

async function schemaVersion(url: string): Promise<string | undefined> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ present: boolean }>(
      `select to_regclass('schema_version') is not null as present`,
    );
    if (rows[0]?.present !== true) return undefined;
    // A server looks for the version by the name of the store, which had another one before it was renamed or restored.
    await client.query('update schema_version set db_name = current_database() where db_name <> current_database()');
    const versions = await client.query<{ curr_version: string }>('select curr_version from schema_version');
    return versions.rows[0]?.curr_version;
  });
}

function isOlder(present: string, wanted: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = present.split('.').map(Number);
  return major < wanted[0] || (major === wanted[0] && minor < wanted[1]);
}
