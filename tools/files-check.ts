import { parseArgs } from 'node:util';
import { openDb } from '../db/client.ts';
import { configOrExit } from '../server/config.ts';
import { compareFiles } from '../server/files/compare.ts';
import { filesOfConfig } from '../server/files/open-files.ts';
import { runCommand } from './command.ts';
import { ownCluster } from './own-cluster.ts';

/** `npm run files:check [-- --deep]`: store, tables and facts compared; `--deep` reads and hashes every content. Exit 1 when something is wrong. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { deep: { type: 'boolean' } } });
  const { config } = configOrExit();
  const url = config.DATABASE_URL ?? ownCluster(config);
  const db = openDb(url, { max: 2, applicationName: 'shixian-files-check' });
  const { store } = await filesOfConfig(config, () => undefined);
  const found = await compareFiles({ db, store, deep: values.deep === true, now: Date.now() });
  await db.end();
  for (const sentence of found.wrong) process.stderr.write(`${sentence}\n`);
  const megabytes = (found.bytes / 1_048_576).toFixed(1);
  process.stdout.write(`${found.contents} contents, ${megabytes} MB, ${found.young} not named yet\n`);
  process.stdout.write(`${found.told} digests in facts, ${found.toldWithFile} of them with their file\n`);
  process.stdout.write(`wrong: ${found.wrong.length}\n`);
  if (found.wrong.length > 0) process.exitCode = 1;
}

await runCommand('npm run files:check [-- --deep]', main);
