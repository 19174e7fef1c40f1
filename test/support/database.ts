import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDb } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { migrateDb } from '../../db/migrate.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { postgresUser } from '../../server/launcher/run-as.ts';
import { testPostgres } from '../../tools/servers.ts';

/** A migrated database of one test file: `admin` is its owner, `app` works with the application's rights. */
export interface TestDatabase {
  readonly adminUrl: string;
  readonly appUrl: string;
  /** For the role that reads the audit; the owner's where nothing is migrated. */
  readonly auditUrl: string;
  readonly admin: Db;
  readonly app: Db;
  readonly audit: Db;
  close(): Promise<void>;
}

/** One password for each role of the whole cluster: test files that run at once must not change it under each other. */
const passwords = { appPassword: 'shixian-app-of-the-tests', auditPassword: 'shixian-audit-of-the-tests' };

/**
 * A database of its own for a test file, on the cluster of `cluster` or TEST_DATABASE_URL or else on a private one that ends with it.
 * `migrated: false` leaves it empty.
 */
export async function openTestDatabase(
  o: { migrated?: boolean; max?: number; cluster?: string } = {},
): Promise<TestDatabase> {
  const given = o.cluster ?? process.env['TEST_DATABASE_URL'];
  const cluster = given === undefined ? await startCluster() : { url: given, stop: () => Promise.resolve() };
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(cluster.url, `CREATE DATABASE ${name}`);
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  const adminUrl = url.toString();
  const roles: Awaited<ReturnType<typeof migrateDb>> =
    o.migrated === false ? { appUrl: adminUrl } : await migrateDb(adminUrl, passwords);
  const { appUrl, auditUrl = adminUrl } = roles;
  const admin = openDb(adminUrl, { max: 4, applicationName: 'test-admin' });
  const app = openDb(appUrl, { max: o.max ?? 16, applicationName: 'test-app' });
  const audit = openDb(auditUrl, { max: 2, applicationName: 'test-audit' });
  return {
    adminUrl,
    appUrl,
    auditUrl,
    admin,
    app,
    audit,
    close: async () => {
      await Promise.all([admin.end(), app.end(), audit.end()]);
      await execute(cluster.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await cluster.stop();
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A cluster for this process alone. PostgreSQL refuses to run as root, so it runs as `postgres` or `nobody` then. */
async function startCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { binDir: bin } = testPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'shixian-test-pg-'));
  const who = postgresUser();
  if (who !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const options = ['-U', 'app', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '-D', data];
  const made = spawnSync(join(bin, 'initdb'), options, { ...who, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`expected initdb to make a cluster, but it said: ${made.stderr}`);
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...who,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `postgresql://app@127.0.0.1:${port}/postgres`;
  await answering(url, server);
  const stop = async () => {
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      await execute(url, 'SELECT 1');
      return;
    } catch (error) {
      if (Date.now() > deadline || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
