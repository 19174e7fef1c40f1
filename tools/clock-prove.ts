import { differences } from '../test/support/compare-clock.ts';

/**
 * Compares the clock with the day-by-day oracle on a million random cases: `npm run clock:prove -- [count] [seed]`.
 * Exit 0 when all agree, 1 with the first differing cases, 64 on bad arguments.
 */
const [count = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);

if (![count, seed].every((value) => Number.isSafeInteger(value) && value >= 0)) {
  process.stderr.write('expected clock:prove -- [count] [seed] as integers from 0\n');
  process.exitCode = 64;
} else {
  const startedAt = performance.now();
  const found = differences(seed, count, (done) => {
    if (done % 100_000 === 0) process.stdout.write(`${done} of ${count} compared\n`);
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write([`seed ${seed}, ${seconds} s, ${found.length} differences`, ...found, ''].join('\n'));
  process.exitCode = found.length === 0 ? 0 : 1;
}
