import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../server/launcher/compile.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { loadConfig } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { createGateway } from '../../server/gateway/gateway.ts';
import { ensureNamespace } from '../../server/launcher/temporal-namespace.ts';
import { createMetrics } from '../../server/metrics.ts';
import { connectTemporal } from '../../server/case-worker.ts';
import { temporalOf } from '../../server/temporal-place.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { accepted, drivenCase } from '../support/driven-case.ts';
import { startGuardedTemporal } from '../support/guarded-temporal.ts';
import type { GuardedTemporal } from '../support/guarded-temporal.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { quietRuntime } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const root = join(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'shixian-guarded-data-'));
const namespace = 'guarded';
let base: TestDatabase;
let guarded: GuardedTemporal;
let worker: ChildProcess | null = null;
/** What API and worker are told, as an operator would. */
let env: Record<string, string>;

beforeAll(async () => {
  quietRuntime();
  base = await openTestDatabase();
  guarded = await startGuardedTemporal(base.adminUrl);
  await publishTestFlow(base.admin);
  const { ca, cert, key } = guarded.files;
  env = {
    DATABASE_URL: base.appUrl,
    TEMPORAL_ADDRESS: guarded.address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TLS_CA: ca,
    TEMPORAL_TLS_CERT: cert,
    TEMPORAL_TLS_KEY: key,
    TEMPORAL_TLS_SERVER_NAME: 'temporal.test',
    TEMPORAL_TOKEN: guarded.tokenFor(`${namespace}:write`, `${namespace}:worker`),
  };
  // As the administrator of Temporal does, once.
  const admin = { ...temporalOf(configOf({})), apiKey: guarded.tokenFor('temporal-system:admin') };
  await ensureNamespace({ ...admin, namespace, withinMs: 60_000 });
  await ensureNamespace({ ...admin, namespace: 'of-somebody-else', withinMs: 60_000 });
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await guarded.stop();
  await base.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function configOf(change: Readonly<Record<string, string | undefined>>): Config {
  const loaded = loadConfig({ ...env, ...change });
  if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
  return loaded.config;
}

/** Whether these settings may ask for the cases of a namespace. */
async function isLetIn(change: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const config = configOf(change);
  const connection = Connection.lazy(temporalOf(config));
  const ask = { namespace: config.TEMPORAL_NAMESPACE, execution: { workflowId: 'case/none' } };
  try {
    await connection.withDeadline(Date.now() + 5_000, () => connection.workflowService.describeWorkflowExecution(ask));
    return true;
  } catch (error) {
    // Who is let in learns that there is no such case.
    return /not found/i.test(String(error));
  } finally {
    await connection.close();
  }
}

test('fault D8: worker and API work over TLS with a certificate and a token of the namespace', async () => {
  worker = spawn(process.execPath, [...(await compile(['server/worker.ts']))], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let ready = false;
  worker.on('message', (message) => {
    ready = message === 'ready';
  });
  await until('a worker that is ready', async () => ready, 50_000);
  const connection = await connectTemporal(temporalOf(configOf({})));
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const gateway = createGateway({
    db: base.app,
    worlds: createWorlds(base.app),
    client: new Client({ connection, namespace }),
    log: quiet,
    metrics: createMetrics('test'),
    chooseByForm: () => ({ branch: null, branchEvidence: null }),
    config: { submitDeadlineMs: 10_000, production: true, secret: 's', durableIntents: true },
  });
  const it = await drivenCase({ gateway, now: Date.now });
  await accepted(it);
  expect(await gateway.reconcile()).toMatchObject({ drifted: 0, unanswered: 0 });
  await connection.close();
});

test('fault D8: nobody gets there without them, or into another namespace', async () => {
  const { foreignCert, foreignKey } = guarded.files;
  expect(await isLetIn({})).toBe(true);
  expect(await isLetIn({ TEMPORAL_TOKEN: undefined })).toBe(false);
  expect(await isLetIn({ TEMPORAL_TOKEN: `${env['TEMPORAL_TOKEN']}x` })).toBe(false);
  expect(await isLetIn({ TEMPORAL_NAMESPACE: 'of-somebody-else' })).toBe(false);
  expect(await isLetIn({ TEMPORAL_TLS_CERT: undefined, TEMPORAL_TLS_KEY: undefined })).toBe(false);
  expect(await isLetIn({ TEMPORAL_TLS_CERT: foreignCert, TEMPORAL_TLS_KEY: foreignKey })).toBe(false);
  expect(await isLetIn({ TEMPORAL_TLS_CA: foreignCert })).toBe(false);
  const plain = ['TEMPORAL_TLS_CA', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY', 'TEMPORAL_TLS_SERVER_NAME'];
  expect(await isLetIn(Object.fromEntries(plain.map((key) => [key, undefined])))).toBe(false);
});
