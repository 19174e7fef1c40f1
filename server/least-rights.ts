import type { Db } from '../db/client.ts';
import { mayChangeTables } from '../db/least-rights.ts';
import type { Config } from './config.ts';
import { isOutage } from './plugins/problems.ts';

/**
 * What is too much in what a process of production was given: the owner's address at all, or a role that may change tables. Null: all is
 * well, or the database is away and /readyz says so.
 */
export async function excessOf(config: Config, db: Db): Promise<string | null> {
  if (config.NODE_ENV !== 'production') return null;
  if (config.ADMIN_DATABASE_URL !== undefined) {
    return 'ADMIN_DATABASE_URL: expected none for API and worker, but found one: only npm run migrate knows the owner';
  }
  return (await askWhenThere(db)) === true
    ? 'DATABASE_URL: expected a role that may not change tables (shixian_app), but found an owner or superuser'
    : null;
}

async function askWhenThere(db: Db): Promise<boolean | null> {
  try {
    return await mayChangeTables(db);
  } catch (error) {
    if (error instanceof Error && isOutage(error)) return null;
    throw error;
  }
}

/** Ends the process with EX_CONFIG when it was given too much. */
export async function insistOnLeastRights(config: Config, db: Db): Promise<void> {
  const excess = await excessOf(config, db);
  if (excess === null) return;
  process.stderr.write(`configuration refused, 1 to mend:\n  ${excess}\n`);
  process.exit(78);
}
