import type { Db } from '../db/client.ts';
import { mayChangeTables, mayMoreThanReadAudit } from '../db/least-rights.ts';
import { refuseConfiguration } from './config.ts';
import type { Config } from './config.ts';
import { isOutage } from './plugins/problems.ts';

/**
 * What is too much in what a process of production was given: the owner's address at all, or a role that may change tables. Null: all is
 * well, or the database is away and /readyz says so.
 */
export async function excessOf(config: Config, db: Db, auditDb: Db | null = null): Promise<string | null> {
  if (config.NODE_ENV !== 'production') return null;
  if (config.ADMIN_DATABASE_URL !== undefined) {
    return 'ADMIN_DATABASE_URL: expected none for API and worker, but found one: only npm run migrate knows the owner';
  }
  if ((await askWhenThere(mayChangeTables, db)) === true) {
    return 'DATABASE_URL: expected a role that may not change tables (shixian_app), but found an owner or superuser';
  }
  return auditDb !== null && (await askWhenThere(mayMoreThanReadAudit, auditDb)) === true
    ? 'AUDIT_DATABASE_URL: expected a role that only reads the audit (shixian_audit), but found one that may do more'
    : null;
}

async function askWhenThere(ask: (db: Db) => Promise<boolean | null>, db: Db): Promise<boolean | null> {
  try {
    return await ask(db);
  } catch (error) {
    if (error instanceof Error && isOutage(error)) return null;
    throw error;
  }
}

/** Ends the process with EX_CONFIG when it was given too much. */
export async function insistOnLeastRights(config: Config, db: Db, auditDb: Db | null = null): Promise<void> {
  const excess = await excessOf(config, db, auditDb);
  if (excess !== null) refuseConfiguration([excess]);
}
