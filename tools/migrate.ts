import { parseArgs } from 'node:util';
import { configOrExit } from '../server/config.ts';
import { exitCodeOf } from '../server/launcher/launch-error.ts';
import { passwordIn, prepareDatabase } from '../server/prepare-database.ts';
import { addAdministrators, addPerson, personOptions, personUsage, usageError } from './person.ts';
import type { Outcome } from './person.ts';

const usage = `ADMIN_DATABASE_URL=<owner's address> DATABASE_URL=<address of shixian_app> [AUDIT_DATABASE_URL=<of shixian_audit>] npm run migrate [-- <first administrator>]

Makes the database if it is missing, brings it to this release's schema, and lets the role shixian_app sign in with the password of
DATABASE_URL, and shixian_audit with that of AUDIT_DATABASE_URL. The first administrator; without a role the system administrator, and
<login>-security and <login>-audit beside, for two other people: ${personUsage}`;

/** `npm run migrate`: what a release does first, and the only thing that knows the owner of the database. */
async function migrate(): Promise<Outcome> {
  const { values } = parseArgs({ options: personOptions });
  // It needs neither Temporal nor the secret of sessions: what production insists on is asked of API and worker.
  const { NODE_ENV: _, ...env } = process.env;
  const { ADMIN_DATABASE_URL: adminUrl, DATABASE_URL: appUrl, AUDIT_DATABASE_URL: auditUrl } = configOrExit(env).config;
  if (adminUrl === undefined || appUrl === undefined) return { code: usageError, sentence: usage };
  const [appPassword, auditPassword] = [passwordIn(appUrl, 'app'), passwordIn(auditUrl, 'audit')];
  if (appPassword === undefined) return wrongRole('shixian_app', 'DATABASE_URL');
  if (auditUrl !== undefined && auditPassword === undefined) return wrongRole('shixian_audit', 'AUDIT_DATABASE_URL');
  const owner = 'npm run migrate';
  await prepareDatabase({
    adminUrl,
    appPassword,
    auditPassword,
    owner,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  if (values.login === undefined) return { code: 0, sentence: 'migrated' };
  return values.role === undefined ? addAdministrators(appUrl, values) : addPerson(appUrl, values);
}

function wrongRole(role: string, key: string): Outcome {
  return { code: usageError, sentence: `expected ${role} and a password in ${key}, but found another\n\n${usage}` };
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
