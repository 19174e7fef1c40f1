import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCopy } from '../demo/copy.ts';
import type { Copy } from '../demo/copy.ts';
import { databaseOf, nameOf, withClient } from '../server/launcher/database.ts';
import { storesOf } from '../server/launcher/temporal-schema.ts';
import { chanceOf } from '../tools/kill/chance.ts';
import { judge } from '../tools/kill/checker.ts';
import { clockMovesOf } from '../tools/kill/clock.ts';
import type { ClockMoves } from '../tools/kill/clock.ts';
import { gather } from '../tools/kill/evidence.ts';
import { openOperationLog } from '../tools/kill/journal.ts';
import type { OperationLog } from '../tools/kill/journal.ts';
import { loadOf } from '../tools/kill/load.ts';
import type { Load } from '../tools/kill/load.ts';
import { numberAll } from '../tools/kill/numbers.ts';
import { openCases, quiet } from '../tools/kill/quiet.ts';
import type { Violation, ViolationCode } from '../tools/kill/violation.ts';

/** Journal and Temporal come back from different moments, seconds of load apart; `case:restore` mends both directions. */
const folder = mkdtempSync(join(tmpdir(), 'shixian-restore-'));
const apartMs = 1_000;
let product: Copy;
let operations: OperationLog;
let load: Load;
let clock: ClockMoves;

beforeAll(async () => {
  product = await startCopy({ log: () => undefined, supervise: false });
  operations = openOperationLog(join(folder, 'operations.jsonl'));
  const [seed, chance] = [20_261_127, chanceOf(20_261_127)];
  clock = clockMovesOf({ product, log: operations, chance });
  load = loadOf({ product, log: operations, chance, seed, clock });
  await numberAll(product);
  await work();
});
afterAll(async () => {
  load.close();
  operations.close();
  await product.destroy();
  rmSync(folder, { recursive: true, force: true });
});

async function work(): Promise<void> {
  load.begin();
  await pause(apartMs);
  await load.end();
}

/** With nothing of ours running, so that databases can be copied and put in each other's place. */
async function atRest(act: (run: (text: string) => Promise<unknown>) => Promise<void>): Promise<void> {
  const { services, infra } = product;
  await services.api.stop();
  await services.worker.stop();
  await infra.killHard('temporal');
  await withClient(databaseOf(infra.databaseUrl, 'postgres'), async (client) => {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IS NOT NULL AND pid <> pg_backend_pid()`,
    );
    await act(async (text) => client.query(text));
  });
  await infra.restart('temporal');
  await services.worker.restart();
  await services.api.restart();
}

/** Keeps databases as they are now; the answer brings them back. */
async function keep(names: readonly string[]): Promise<() => Promise<void>> {
  await atRest(async (run) => {
    for (const name of names) await run(`CREATE DATABASE ${name}_kept TEMPLATE ${name}`);
  });
  return async () =>
    atRest(async (run) => {
      for (const name of names) {
        await run(`DROP DATABASE ${name} WITH (FORCE)`);
        await run(`ALTER DATABASE ${name}_kept RENAME TO ${name}`);
      }
    });
}

function restore(...args: readonly string[]): string {
  const { status, stdout, stderr } = tryRestore(...args);
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

function tryRestore(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['--import', 'tsx', 'tools/case-restore.ts', ...args];
  const env = { ...process.env, ...product.env };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** What the checker of the kill campaign has to say of everything that was ever acknowledged. */
async function violations(): Promise<readonly Violation[]> {
  const told = await quiet(product, await openCases(product.db), 60_000);
  const moved = { by: product.handOf('systemAdmin', 'ln-biz').id, version: clock.version() };
  return judge(await gather({ db: product.db, logPath: operations.path, told, moved, at: Date.now() }));
}

test('fault I1: Temporal from an earlier moment than the journal: restored, nothing acknowledged is lost, all cases go on', async () => {
  const { main, visibility } = storesOf(product.infra.databaseUrl);
  const bringBack = await keep([main, visibility]);
  await work();
  await bringBack();
  expect(restore('--all')).toMatch(/\n([1-9]\d*) of \1 cases restored\n$/);
  expect(await violations()).toEqual([]);
  await work();
  expect(await violations()).toEqual([]);
  expect(restore('--all')).toContain('0 of 0 cases restored');
});

test('fault I1: the journal from an earlier moment than Temporal: its operations are registered again and answer the same', async () => {
  const bringBack = await keep([nameOf(product.infra.databaseUrl)]);
  await work();
  await bringBack();
  // Which side came back only people know: without their word nothing of the lost seconds is dropped.
  const refused = tryRestore('--all');
  expect(refused.status, refused.stdout + refused.stderr).toBe(65);
  expect(refused.stderr).toMatch(/--journal-was-restored[\s\S]*--drop-unregistered/);
  expect(restore('--all', '--journal-was-restored')).toMatch(/\n([1-9]\d*) of \1 cases restored\n/);
  // Words are not in Temporal's histories: those of the lost seconds are gone (docs/how-to/backup.md).
  expect((await violations()).filter(({ code }) => code !== 'words-lost')).toEqual([]);
  await work();
  // Who was refused in the lost seconds may ask again and be answered otherwise: only what was acknowledged is promised.
  const promised: readonly ViolationCode[] = ['lost', 'doubled', 'other-effect', 'gap', 'broken-chain', 'open-intent'];
  const standing: readonly ViolationCode[] = ['head-differs', 'workflow-differs', 'run-differs', 'read-rows-differ'];
  expect((await violations()).filter(({ code }) => [...promised, ...standing].includes(code))).toEqual([]);
});
