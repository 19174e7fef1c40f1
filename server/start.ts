import { hostname } from 'node:os';
import { buildConsole } from './launcher/build-console.ts';
import { configOrExit } from './config.ts';
import { keptSecret } from './launcher/data-dir.ts';
import { seedDemo } from './launcher/demo-data.ts';
import { launch } from './launcher/launch.ts';
import { prepareDatabase } from './prepare-database.ts';

const options = configOrExit();

await launch({
  ...options,
  args: process.argv.slice(2),
  steps: {
    prepare: async ({ infra, env, log }) => {
      // In production a release is built and migrated before it runs: neither build tools nor the owner's address are here.
      if (options.config.NODE_ENV === 'production') return {};
      await buildConsole(log);
      const adminUrl = env['ADMIN_DATABASE_URL'] ?? infra.databaseUrl;
      const appPassword = keptSecret(infra.data, 'app-password');
      const owner = `the data folder ${infra.data.dir} on ${hostname()}`;
      const auditPassword = keptSecret(infra.data, 'audit-password');
      const { appUrl, auditUrl } = await prepareDatabase({ adminUrl, appPassword, auditPassword, owner, log });
      return { DATABASE_URL: appUrl, AUDIT_DATABASE_URL: auditUrl };
    },
    ready: async (running) => (options.config.DEMO ? seedDemo(running) : []),
  },
});
