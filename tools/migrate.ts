import { parseArgs } from 'node:util';
import { configOrExit } from '../server/config.ts';
import type { Config } from '../server/config.ts';
import { databaseOwner } from '../server/launcher/own-role.ts';
import { ensureNamespace } from '../server/launcher/temporal-namespace.ts';
import { passwordIn, prepareDatabase } from '../server/prepare-database.ts';
import { temporalOf } from '../server/temporal-place.ts';
import { usageError } from '../server/launcher/launch-error.ts';
import { runCommand } from './command.ts';
import { addAdministrators, addPerson, personOptions, personUsage } from './person.ts';
import type { Outcome } from './person.ts';

const usage = `ADMIN_DATABASE_URL=<owner's address> DATABASE_URL=<address of shixian_app> [AUDIT_DATABASE_URL=<of shixian_audit>] npm run migrate [-- <first administrator>]

Makes the database if it is missing, brings it to this release's schema, and lets the role shixian_app sign in with the password of
DATABASE_URL, and shixian_audit with that of AUDIT_DATABASE_URL. With TEMPORAL_ADDRESS it also makes the namespace. The first administrator; without a role the system administrator, and
<login>-security and <login>-audit beside, for two other people: ${personUsage}`;

const namespaceMs = 20_000;

/** `npm run migrate`: what a release does first, and the only thing that knows the owner of the database. */
async function migrate(): Promise<Outcome> {
  const { values } = parseArgs({ options: personOptions });
  // It needs neither Temporal nor the secret of sessions: what production insists on is asked of API and worker.
  const { NODE_ENV: _, ...env } = process.env;
  const { config } = configOrExit(env);
  const { ADMIN_DATABASE_URL: adminUrl, DATABASE_URL: appUrl, AUDIT_DATABASE_URL: auditUrl } = config;
  if (adminUrl === undefined || appUrl === undefined) {
    const missing = (['ADMIN_DATABASE_URL', 'DATABASE_URL'] as const).filter((key) => config[key] === undefined);
    return { code: usageError, sentence: `expected ${missing.join(' and ')}, but found none\n\n${usage}` };
  }
  const [appPassword, auditPassword] = [passwordIn(appUrl, 'app'), passwordIn(auditUrl, 'audit')];
  if (appPassword === undefined) return wrongRole('shixian_app', 'DATABASE_URL');
  if (auditUrl !== undefined && auditPassword === undefined) return wrongRole('shixian_audit', 'AUDIT_DATABASE_URL');
  const owner = databaseOwner(adminUrl);
  await prepareDatabase({
    adminUrl,
    appPassword,
    auditPassword,
    owner,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  if (config.TEMPORAL_ADDRESS !== undefined) await makeNamespace(config);
  if (values.login === undefined) return { code: 0, sentence: 'migrated' };
  return values.role === undefined ? addAdministrators(appUrl, values) : addPerson(appUrl, values);
}

/** Tries to: where Temporal does not let us, its administrator makes it, and worker and API say so while it is missing. */
async function makeNamespace(config: Config): Promise<void> {
  const { TEMPORAL_NAMESPACE: namespace } = config;
  const place = temporalOf(config);
  try {
    await ensureNamespace({ ...place, namespace, withinMs: namespaceMs });
    process.stdout.write(`Temporal at ${place.address} has the namespace ${namespace}\n`);
  } catch (error) {
    process.stderr.write(
      `the namespace ${namespace} was not looked at: ${error instanceof Error ? error.message : String(error)}\nrun this again when Temporal answers: it makes the namespace, without which no worker starts\n`,
    );
  }
}

function wrongRole(role: string, key: string): Outcome {
  return { code: usageError, sentence: `expected ${role} and a password in ${key}, but found another\n\n${usage}` };
}

await runCommand(usage, async () => {
  const { code, sentence } = await migrate();
  (code === 0 ? process.stdout : process.stderr).write(`${sentence}\n`);
  process.exitCode = code;
});
