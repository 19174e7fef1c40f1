import { openDb } from '../db/client.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { rebuildAll } from '../db/rebuild.ts';
import { configOrExit } from '../server/config.ts';
import { runCommand } from './command.ts';
import { ownCluster } from './own-cluster.ts';

/** `npm run db:rebuild`: rewrites the read tables from the journal and says how many rows were not what it says. Exit 1 unless 0. */
async function main(): Promise<void> {
  const { config } = configOrExit();
  const url = config.ADMIN_DATABASE_URL ?? config.DATABASE_URL ?? ownCluster(config);
  const db = openDb(url, { max: 2, applicationName: 'shixian-rebuild' });
  const started = Date.now();
  const done = await rebuildAll(db, createWorlds(db), showProgress);
  await db.end();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  for (const { caseId, detail } of done.broken) process.stderr.write(`broken ${caseId}: ${detail}\n`);
  process.stdout.write(
    `${done.cases} cases rebuilt from ${done.facts} facts in ${seconds} s, ${done.broken.length} broken\n`,
  );
  process.stdout.write(`rows differing before/after: ${done.differing}\n`);
  if (done.broken.length > 0 || done.differing > 0) process.exitCode = 1;
}

function showProgress(done: number, all: number): void {
  if (done % 100 === 0 || done === all) process.stdout.write(`${done} of ${all} cases\n`);
}

await runCommand('npm run db:rebuild', main);
