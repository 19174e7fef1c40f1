import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, drivenCase } from '../support/driven-case.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';
import { until } from '../support/until.ts';

const root = join(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'shixian-worker-'));
const metricsPort = '19464';
let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
});
afterAll(async () => {
  await product.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the worker process works on cases, tells its figures and ends gracefully when told', async () => {
  const worker = startWorker();
  const it = await drivenCase(product);
  await accepted(it);
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(metrics).toContain('shixian_warning_lateness_seconds');
  worker.kill('SIGTERM');
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

test('it ends by itself when its launcher is gone', async () => {
  const worker = startWorker();
  const it = await drivenCase(product);
  await accepted(it);
  worker.disconnect();
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

test('it says ready to its launcher, and a bundle that was built is used again', async () => {
  const began = Date.now();
  const worker = startWorker();
  let ready = false;
  worker.on('message', (message) => {
    ready = message === 'ready';
  });
  await until('ready', async () => ready);
  expect(Date.now() - began).toBeLessThan(15_000);
  worker.kill('SIGINT');
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

function startWorker(): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', 'server/worker.ts'], {
    cwd: root,
    env: { PATH, HOME, ...product.env, DATA_DIR: dataDir, METRICS_PORT: metricsPort, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
