import { parseArgs } from 'node:util';
import { configOrExit } from '../server/config.ts';
import { exitCodeOf } from '../server/launcher/launch-error.ts';
import { appPasswordIn, prepareDatabase } from '../server/prepare-database.ts';
import { addPerson, personOptions, personUsage, usageError } from './person.ts';
import type { Outcome } from './person.ts';

const usage = `ADMIN_DATABASE_URL=<owner's address> DATABASE_URL=<address of shixian_app> npm run migrate [-- <first administrator>]

Makes the database if it is missing, brings it to this release's schema, and lets the role shixian_app sign in with the password of
DATABASE_URL. The first administrator (role systemAdmin when none is given): ${personUsage}`;

/** `npm run migrate`: what a release does first, and the only thing that knows the owner of the database. */
async function migrate(): Promise<Outcome> {
  const { values } = parseArgs({ options: personOptions });
  // It needs neither Temporal nor the secret of sessions: what production insists on is asked of API and worker.
  const { NODE_ENV: _, ...env } = process.env;
  const { ADMIN_DATABASE_URL: adminUrl, DATABASE_URL: appUrl } = configOrExit(env).config;
  if (adminUrl === undefined || appUrl === undefined) return { code: usageError, sentence: usage };
  const appPassword = appPasswordIn(appUrl);
  if (appPassword === undefined) {
    return {
      code: usageError,
      sentence: `expected shixian_app and a password in DATABASE_URL, but found another\n\n${usage}`,
    };
  }
  const owner = 'npm run migrate';
  await prepareDatabase({ adminUrl, appPassword, owner, log: (line) => process.stdout.write(`${line}\n`) });
  if (values.login === undefined) return { code: 0, sentence: 'migrated' };
  return addPerson(appUrl, { role: 'systemAdmin', ...values });
}

try {
  const { code, sentence } = await migrate();
  (code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`);
  process.exitCode = code;
} catch (error) {
  const code = exitCodeOf(error);
  console.error(code === undefined || !(error instanceof Error) ? error : error.message);
  process.exitCode = code ?? 1;
}
