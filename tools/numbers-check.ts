import { openDb } from '../db/client.ts';
import { countNumbers, faultSentence, faultyNumbers } from '../db/numbers/check.ts';
import { configOrExit } from '../server/config.ts';
import { runCommand } from './command.ts';
import { ownCluster } from './own-cluster.ts';

/** `npm run numbers:check`: number register and facts compared. Exit 1 when something is wrong. */
async function main(): Promise<void> {
  const { config } = configOrExit();
  const url = config.DATABASE_URL ?? ownCluster(config);
  const db = openDb(url, { max: 1, applicationName: 'shixian-numbers-check' });
  const [found, counted] = [await faultyNumbers(db), await countNumbers(db)];
  await db.end();
  for (const fault of found) process.stderr.write(`${faultSentence(fault)}\n`);
  process.stdout.write(`${counted.used} used, ${counted.void} void, ${counted.reserved} reserved\n`);
  process.stdout.write(`wrong: ${found.length}\n`);
  if (found.length > 0) process.exitCode = 1;
}

await runCommand('npm run numbers:check', main);
