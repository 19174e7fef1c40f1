import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDb } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { migrateDb } from '../../db/migrate.ts';
import { sharedServers } from './shared-servers.ts';

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
export const passwords = { appPassword: 'shixian-app-of-the-tests', auditPassword: 'shixian-audit-of-the-tests' };

/** A database of its own for a test file. `migrated: false` leaves it empty. */
export async function openTestDatabase(o: { migrated?: boolean; max?: number } = {}): Promise<TestDatabase> {
  const cluster = sharedServers().databaseUrl;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(cluster, `CREATE DATABASE ${name}`);
  const url = new URL(cluster);
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
      await execute(cluster, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
