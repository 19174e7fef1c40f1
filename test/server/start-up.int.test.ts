import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../server/launcher/compile.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { sharedServers } from '../support/shared-servers.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

/** What an operator reads who has set something wrong: a sentence that names the setting, and 78. */
/** Three processes one after the other. */
const patienceMs = 120_000;
const root = join(import.meta.dirname, '../..');
const filesDir = mkdtempSync(join(tmpdir(), 'shixian-start-up-'));
const running = new Set<ChildProcess>();
let base: TestDatabase;
let port = 0;

beforeAll(async () => {
  await compile(['server/api.ts', 'server/worker.ts']);
  base = await openTestDatabase();
  port = await freePort();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await base.close();
  rmSync(filesDir, { recursive: true, force: true });
});

/** A process with what it has said so far. */
function start(
  entry: 'api' | 'worker',
  change: Readonly<Record<string, string>>,
): { child: ChildProcess; said: () => string } {
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    PORT: String(port),
    DATABASE_URL: base.appUrl,
    AUDIT_DATABASE_URL: base.auditUrl,
    TEMPORAL_ADDRESS: sharedServers().temporalAddress,
    DATA_DIR: filesDir,
    ...change,
  };
  const child = spawn(process.execPath, [`dist/server/${entry}.js`], { cwd: root, env, stdio: 'pipe' });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  return { child, said: () => said };
}

/** How it ended, and what it said. */
async function ended(entry: 'api' | 'worker', change: Readonly<Record<string, string>>) {
  const { child, said } = start(entry, change);
  await until(`${entry} to end`, async () => child.exitCode !== null, 50_000);
  return { code: child.exitCode, said: said() };
}

function withPassword(url: string, password: string): string {
  const other = new URL(url);
  other.password = password;
  return other.href;
}

const production = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
  PUBLIC_URL: 'http://127.0.0.1',
  FILES_DIR: filesDir,
};

test(
  'a password that PostgreSQL does not take is refused with the setting and who sets it',
  async () => {
    for (const entry of ['api', 'worker'] as const) {
      const { code, said } = await ended(entry, { DATABASE_URL: withPassword(base.appUrl, 'wrong') });
      expect(code, said).toBe(78);
      expect(said).toMatch(/\n  DATABASE_URL: expected to be let in, but PostgreSQL says: password .*npm run migrate/);
    }
    const audit = await ended('api', { AUDIT_DATABASE_URL: withPassword(base.auditUrl, 'wrong') });
    expect(audit.code, audit.said).toBe(78);
    expect(audit.said).toMatch(/\n  AUDIT_DATABASE_URL: expected to be let in, .*npm run migrate/);
  },
  patienceMs,
);

test(
  'a port of figures that is taken is refused with the setting',
  async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await until('the port', async () => taken.listening);
    const given = String((taken.address() as AddressInfo).port);
    for (const [entry, key] of [
      ['api', 'API_METRICS_PORT'],
      ['worker', 'METRICS_PORT'],
    ] as const) {
      const { code, said } = await ended(entry, { [key]: given });
      expect(code, said).toBe(78);
      expect(said).toContain(`\n  ${key}: expected a port that is free, but found ${given}`);
    }
    taken.close();
  },
  patienceMs,
);

test('a namespace that Temporal does not have is refused in production, and not made', async () => {
  for (const entry of ['api', 'worker'] as const) {
    const { code, said } = await ended(entry, { ...production, TEMPORAL_NAMESPACE: 'misspelt' });
    expect(code, said).toBe(78);
    expect(said).toMatch(/\n  TEMPORAL_NAMESPACE: expected a namespace .* has no misspelt\. npm run migrate makes it/);
  }
});

test('a Temporal that does not answer is waited for with a sentence within seconds', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  for (const entry of ['api', 'worker'] as const) {
    const { child, said } = start(entry, { TEMPORAL_ADDRESS: address });
    await until(`${entry} to say so`, async () => {
      expect(child.exitCode, said()).toBeNull();
      return said().includes('Temporal does not answer at TEMPORAL_ADDRESS: waits for it');
    });
    expect(said()).toContain(`"address":"${address}"`);
    child.kill('SIGKILL');
  }
});
