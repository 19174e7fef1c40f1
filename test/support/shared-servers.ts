import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInfra } from '../../server/launcher/infra.ts';
import { obtainServers } from '../../tools/servers.ts';

/**
 * Before the integration tier: one PostgreSQL and one Temporal server for all its files, each of which has a database and a namespace of
 * its own there. Files that stop servers start some themselves. `testMode`: Temporal can skip time.
 */
export default async function startServers(): Promise<() => Promise<void>> {
  return serversFor({ testMode: true });
}

/** The same with the Temporal server that `npm start` has. */
export async function serversFor({ testMode }: { testMode: boolean }): Promise<() => Promise<void>> {
  await obtainServers((line) => console.log(line));
  const dataDir = mkdtempSync(join(tmpdir(), 'shixian-test-'));
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, ...env } = process.env;
  const infra = await startInfra({ dataDir, env, log: () => undefined, testMode });
  process.env['TEST_DATABASE_URL'] = infra.databaseUrl;
  process.env['TEST_TEMPORAL_ADDRESS'] = infra.temporalAddress;
  return infra.destroy;
}

/** Where they are, in a file of a tier that has them. */
export function sharedServers(): { readonly databaseUrl: string; readonly temporalAddress: string } {
  const [databaseUrl, temporalAddress] = [process.env['TEST_DATABASE_URL'], process.env['TEST_TEMPORAL_ADDRESS']];
  if (databaseUrl === undefined || temporalAddress === undefined) {
    throw new Error('expected the servers of the tier: run the file with its --project');
  }
  return { databaseUrl, temporalAddress };
}
