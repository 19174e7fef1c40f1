import { parseArgs } from 'node:util';
import { configOrExit } from '../server/config.ts';
import { usageError } from '../server/launcher/launch-error.ts';
import { runCommand } from './command.ts';
import { addPerson, personOptions, personUsage, resetPassword, resetUsage } from './person.ts';
import type { Outcome } from './person.ts';

const usage = `npm run user -- add ${personUsage}\n\nnpm run user -- reset ${resetUsage}`;

/** `npm run user -- add ...` adds a person to the database of DATABASE_URL, `reset ...` sets another password. */
async function user(): Promise<Outcome> {
  const { values, positionals } = parseArgs({ options: personOptions, allowPositionals: true });
  const [verb] = positionals;
  const work = verb === 'add' ? addPerson : verb === 'reset' ? resetPassword : undefined;
  if (work === undefined) {
    const lack = `expected add or reset, but found ${verb ?? 'neither'}`;
    return { code: usageError, sentence: `${lack}\n\n${usage}` };
  }
  const { DATABASE_URL } = configOrExit().config;
  if (DATABASE_URL === undefined) return { code: usageError, sentence: 'expected DATABASE_URL, but it is not given' };
  return work(DATABASE_URL, values);
}

await runCommand(usage, async () => {
  const { code, sentence } = await user();
  (code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`);
  process.exitCode = code;
});
