import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../server/launcher/compile.ts';
import { bundleFolder } from '../../server/gateway/bundle.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { accepted, drivenCase } from '../support/driven-case.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const root = join(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'shixian-worker-'));
const workers: ChildProcess[] = [];
let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await product.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the worker process works on cases, tells its figures and ends gracefully when told', async () => {
  const { worker, metricsPort } = await startWorker();
  const it = await drivenCase(product);
  await accepted(it);
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(metrics).toContain('shixian_warning_lateness_seconds');
  worker.kill('SIGTERM');
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

test('it ends by itself when its launcher is gone', async () => {
  const { worker } = await startWorker();
  const it = await drivenCase(product);
  await accepted(it);
  worker.disconnect();
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

test('fault I10: a bundle that was built is used again, and the data folder is left to npm start', async () => {
  const bundles = () => readdirSync(bundleFolder).toSorted();
  const before = bundles();
  const { worker } = await startWorker();
  expect(bundles()).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
  expect(readdirSync(dataDir)).toEqual([]);
  worker.kill('SIGINT');
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

/** A worker that has told its launcher that it is ready. */
async function startWorker(): Promise<{ worker: ChildProcess; metricsPort: number }> {
  const { PATH, HOME } = process.env;
  const metricsPort = await freePort();
  const worker = spawn(process.execPath, [...(await compile(['server/worker.ts']))], {
    cwd: root,
    env: { PATH, HOME, ...product.env, DATA_DIR: dataDir, METRICS_PORT: String(metricsPort), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  workers.push(worker);
  let ready = false;
  worker.on('message', (message) => {
    ready = message === 'ready';
  });
  await until('a worker that is ready', async () => ready, 50_000);
  return { worker, metricsPort };
}
