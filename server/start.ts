import { migrateDb } from '../db/migrate.ts';
import { buildConsole } from './launcher/build-console.ts';
import { configOrExit } from './config.ts';
import { keptSecret } from './launcher/data-dir.ts';
import { seedDemo } from './launcher/demo-data.ts';
import { launch } from './launcher/launch.ts';

const options = configOrExit();

await launch({
  ...options,
  args: process.argv.slice(2),
  steps: {
    prepare: async ({ infra, env, log }) => {
      const adminUrl = env['ADMIN_DATABASE_URL'] ?? infra.databaseUrl;
      log('migrating the database');
      // A production image brings its build: the tools that make one are not installed there.
      if (options.config.NODE_ENV !== 'production') await buildConsole(log);
      const { appUrl } = await migrateDb(adminUrl, { appPassword: keptSecret(infra.data, 'app-password') });
      return { DATABASE_URL: appUrl };
    },
    ready: async (running) => (options.config.DEMO ? seedDemo(running) : []),
  },
});
