import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../server/launcher/compile.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { keepShort, openLogFile } from '../../server/launcher/log-file.ts';
import { createLineSink } from '../../server/line-sink.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';
import { until } from '../support/until.ts';

/** A disk of 1 MB where we may mount one, else the device that is always full. */
const folder = mkdtempSync(join(tmpdir(), 'shixian-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
/** Of the API, on a disk with room. */
const dataDir = mkdtempSync(join(tmpdir(), 'shixian-full-data-'));
let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(async () => {
  await product.close();
  if (mounted) spawnSync('umount', [folder]);
  for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true });
});

function fill(): string {
  const path = join(folder, 'full.log');
  if (!mounted) return '/dev/full';
  try {
    writeFileSync(path, Buffer.alloc(2 * 1024 * 1024, '\n'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
  return path;
}

test('fault I5: lines that a full disk does not take are dropped and counted, and said when there is room again', async () => {
  const full = fill();
  const plain = join(tmpdir(), `shixian-room-${process.pid}.log`);
  const [tight, roomy] = [openSync(full, 'a'), openSync(plain, 'a')];
  let fd = tight;
  const sink = createLineSink(() => fd);
  for (let line = 0; line < 1_000; line += 1) sink.write(`${'x'.repeat(999)}\n`);
  await until('lost lines', async () => sink.lost() === 1_000);
  fd = roomy;
  sink.write('there is room\n');
  await until('the next line', async () => readFileSync(plain, 'utf8').includes('1000 lines of this log were lost'));
  expect(readFileSync(plain, 'utf8')).toMatch(/^there is room\n/);
  [tight, roomy].forEach(closeSync);
  rmSync(plain);
});

test('fault I5: an API whose log disk is full answers, counts the lines it lost and ends when told', async () => {
  const [port, figures, output] = [await freePort(), await freePort(), openSync(fill(), 'a')];
  const { PATH, HOME } = process.env;
  const api = spawn(process.execPath, [...(await compile(['server/api.ts']))], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH,
      HOME,
      ...product.env,
      PORT: String(port),
      API_METRICS_PORT: String(figures),
      LOG_LEVEL: 'trace',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', output, 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await until('the API', async () => (await fetch(`${url}/livez`).catch(() => null))?.ok, 60_000);
  for (let call = 0; call < 200; call += 1) expect((await fetch(`${url}/api/v1/none`)).status).toBe(404);
  await until('lost lines', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text();
    return Number(/shixian_log_lines_lost\{[^}]*\} (\d+)/.exec(metrics)?.[1]) > 0;
  });
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  api.kill('SIGTERM');
  expect(await once(api, 'exit')).toEqual([0, null]);
  closeSync(output);
});

test('fault I10: a log begins anew while it is written, ours and that of a child', async () => {
  const [ours, theirs] = [
    join(tmpdir(), `shixian-ours-${process.pid}`),
    join(tmpdir(), `shixian-theirs-${process.pid}`),
  ];
  const file = openLogFile(ours, 10_000);
  for (const word of ['first', 'second']) {
    file.write(`${`${word} ${'x'.repeat(90)}\n`.repeat(200)}`);
    await until('the lines', async () => readFileSync(ours, 'utf8').includes(word));
  }
  file.close();
  expect([readFileSync(`${ours}.1`, 'utf8').slice(0, 5), readFileSync(ours, 'utf8').slice(0, 6)]).toEqual([
    'first',
    'second',
  ]);
  const child = openSync(theirs, 'a');
  const end = keepShort(theirs, { keptBytes: 10_000, everyMs: 20 });
  writeFileSync(child, 'y'.repeat(20_000));
  await until('the log to begin anew', async () => existsSync(`${theirs}.1`) && readFileSync(theirs).length === 0);
  writeFileSync(child, 'goes on');
  expect(readFileSync(theirs, 'utf8')).toBe('goes on');
  end();
  closeSync(child);
  for (const path of [ours, theirs]) [path, `${path}.1`].forEach((one) => rmSync(one, { force: true }));
});
