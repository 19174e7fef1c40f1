import { parseArgs } from 'node:util';
import { configOrExit } from '../server/config.ts';
import { addPerson, personOptions, personUsage, usageError } from './person.ts';
import type { Outcome } from './person.ts';

/** `npm run user -- add ...`: adds a person to the database of DATABASE_URL. */
async function add(): Promise<Outcome> {
  const { values, positionals } = parseArgs({ options: personOptions, allowPositionals: true });
  if (positionals[0] !== 'add') return { code: usageError, sentence: `npm run user -- add ${personUsage}` };
  const { DATABASE_URL } = configOrExit().config;
  if (DATABASE_URL === undefined) return { code: usageError, sentence: 'expected DATABASE_URL, but it is not given' };
  return addPerson(DATABASE_URL, values);
}

const { code, sentence } = await add();
(code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`);
process.exitCode = code;
