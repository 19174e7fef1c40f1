import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { nationalCalendar, newestRevision } from '../domain/clock/calendar.ts';

/** The role the application works as; the owner of the tables only migrates and rebuilds. */
export const appRole = 'shixian_app';

/** The role that reads the audit, which the application only writes. */
export const auditRole = 'shixian_audit';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** "SHIX" in ASCII: the lock that lets one migration run at a time in a database. */
const migrationLock = 0x53484958;

/**
 * Brings a database to the newest schema and makes the application's role able to sign in, and with a password of its own the role that
 * reads the audit. May be called by many processes at once: they take turns. `adminUrl` signs in as the owner of the database with the
 * right to make roles.
 * @returns the same address for the role `shixian_app`, which may not change tables nor the journal, and for `shixian_audit`, which only
 * reads the audit
 */
export async function migrateDb(
  adminUrl: string,
  o: { appPassword: string; auditPassword?: string | undefined },
): Promise<{ appUrl: string; auditUrl?: string }> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'shixian-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
    await seedFixedRows(client);
    await letSignIn(client, appRole, o.appPassword);
    if (o.auditPassword !== undefined) await letSignIn(client, auditRole, o.auditPassword);
  } finally {
    await client.end();
  }
  return {
    appUrl: as(appRole, adminUrl, o.appPassword),
    ...(o.auditPassword !== undefined && { auditUrl: as(auditRole, adminUrl, o.auditPassword) }),
  };
}

/** The calendars this build knows, and the business clock at rest. */
async function seedFixedRows(client: pg.Client): Promise<void> {
  const { region, revision: newest } = newestRevision();
  for (let revision = 1; revision <= newest; revision += 1) {
    await client.query(
      'INSERT INTO calendar_revision (region, revision, snapshot) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [region, revision, JSON.stringify(nationalCalendar({ region, revision }))],
    );
  }
  await client.query('INSERT INTO business_clock (id, version, offset_ms) VALUES (1, 0, 0) ON CONFLICT DO NOTHING');
}

/** The role belongs to the cluster, so a migration of another database may be setting it at the same moment: that is tried again. */
async function letSignIn(client: pg.Client, role: string, password: string): Promise<void> {
  const statement = `ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const concurrent = error instanceof pg.DatabaseError && error.message.includes('concurrently updated');
      if (!concurrent || attempt >= 10) throw error;
    }
  }
}

function as(role: string, adminUrl: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
