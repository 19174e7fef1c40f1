import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDb } from '../db/client.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { rebuildAll } from '../db/rebuild.ts';
import { configOrExit } from '../server/config.ts';
import type { Config } from '../server/config.ts';
import { superuser } from '../server/launcher/postgres-cluster.ts';
import { runCommand } from './command.ts';

/** `npm run db:rebuild`: rewrites the read tables from the journal and says how many rows were not what it says. Exit 1 unless 0. */
async function main(): Promise<void> {
  const { config } = configOrExit();
  const url = config.ADMIN_DATABASE_URL ?? config.DATABASE_URL ?? ownCluster(config);
  if (url === undefined) {
    process.stderr.write('expected DATABASE_URL or a running product in DATA_DIR, but found neither\n');
    process.exit(69);
  }
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

/** The private cluster that `npm start` keeps in the data folder, if there is one. */
function ownCluster({ DATA_DIR }: Config): string | undefined {
  const [ports, secret] = [join(DATA_DIR, 'postgres-port.json'), join(DATA_DIR, 'secrets', 'postgres-password')];
  if (!existsSync(ports) || !existsSync(secret)) return undefined;
  const { postgres: port }: Record<string, unknown> = JSON.parse(readFileSync(ports, 'utf8'));
  return `postgres://${superuser}:${readFileSync(secret, 'utf8').trim()}@127.0.0.1:${String(port)}/shixian`;
}

await runCommand('npm run db:rebuild', main);
