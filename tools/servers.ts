import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findPostgres } from '../server/launcher/postgres-binaries.ts';
import type { PostgresBinaries } from '../server/launcher/postgres-binaries.ts';
import { postgresUser } from '../server/launcher/run-as.ts';
import { findTemporalTools } from '../server/launcher/tools-cache.ts';

/**
 * Finds PostgreSQL and Temporal for the tests, or builds the latter (minutes, once; `log` hears how far it is). Called before any test:
 * no hook of a test has the time.
 * @throws exit 69 with the ways to get what is missing
 */
export async function obtainServers(log: (line: string) => void): Promise<void> {
  const postgres = testPostgres();
  log(`PostgreSQL ${postgres.major}: ${postgres.from}, ${postgres.binDir}`);
  const temporal = await findTemporalTools({ env: process.env, log });
  log(`Temporal: ${temporal.from}, ${temporal.server}`);
}

/** The PostgreSQL that clusters of tests run on, by the order of `npm start`. */
export function testPostgres(): PostgresBinaries {
  const copies = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const copyTo = join(copies, `shixian-test-pg-bin-${userInfo().uid}`);
  return findPostgres({ env: process.env, runAs: postgresUser(), copyTo });
}
