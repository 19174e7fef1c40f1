import { parseArgs } from 'node:util';
import { runCampaign } from './kill/campaign.ts';

/**
 * `npm run kill -- [--rounds 20] [--seed n]`: kill -9 of API, worker, Temporal server and PostgreSQL in turn under load, on a copy of
 * the product of its own. Exit code 1 on any violation, or when the checker misses a planted corruption.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, seed: { type: 'string' } } });
  const [rounds, seed] = [Number(values.rounds), Number(values.seed ?? Date.now() % 1_000_000)];
  if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
    console.error('usage: npm run kill -- [--rounds <1 or more>] [--seed <integer>]');
    process.exit(64);
  }
  const begun = performance.now();
  const done = await runCampaign({ rounds, seed, log: (line) => console.log(line) });
  const counted = done.rounds.filter(({ counts }) => counts).length;
  const found = done.planted.filter((planted) => planted.found).length;
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  console.log(
    `${counted} rounds (${done.rounds.length - counted} did not count), ${done.acked} acknowledged operations, ` +
      `${done.violations.length} violations; ${found} of ${done.planted.length} looks of the checker right; ${minutes} min`,
  );
  process.exitCode = done.violations.length === 0 && found === done.planted.length ? 0 : 1;
}

await main();
