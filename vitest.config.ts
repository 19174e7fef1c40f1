import { defineConfig } from 'vitest/config';
import { englishTitles } from './server/launcher/console-titles.ts';

/** Three tiers by file name: `.test` pure, `.int.test` (PostgreSQL, Temporal), `.e2e.test` (the launched product). */
export default defineConfig({
  test: {
    projects: [
      {
        define: { __TITLES__: JSON.stringify(englishTitles) },
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{int,e2e}.test.ts'],
          pool: 'threads',
          isolate: false,
          // What is right does not turn wrong on a busy machine: 5 s were once too few for it.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['test/**/*.int.test.ts'],
          globalSetup: ['test/support/servers.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          globalSetup: ['test/support/servers.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
