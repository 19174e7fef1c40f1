import { defineConfig } from 'vitest/config';
import { englishTitles } from './server/launcher/console-titles.ts';

/** Tests that hold the product to seconds: they have the machine to themselves. */
const timed = [
  'test/attack/abuse.int.test.ts',
  'test/server/files-load.int.test.ts',
  'test/kill.e2e.test.ts',
  'test/product.e2e.test.ts',
];

const launched = {
  globalSetup: ['test/support/servers.ts', 'test/support/built-console.ts'],
  pool: 'forks' as const,
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

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
          exclude: timed,
          globalSetup: ['test/support/shared-servers.ts'],
          pool: 'forks',
          // Server, client and worker are imported once a process: once a file it was 118 s of work, now 16.
          isolate: false,
          // Each file waits a good part of its time for servers: two at once leave a fifth of two cores idle.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...launched,
          globalSetup: [...launched.globalSetup, 'test/support/browser-servers.ts'],
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          exclude: timed,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...launched,
          name: 'timed',
          globalSetup: [...launched.globalSetup, 'test/support/shared-servers.ts'],
          include: timed,
          fileParallelism: false,
        },
      },
    ],
  },
});
