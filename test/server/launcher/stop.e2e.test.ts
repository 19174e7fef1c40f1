import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../server/launcher/ports.ts';
import { isAlive, readPidFile } from '../../../server/launcher/pid-files.ts';
import type { PidRecord } from '../../../server/launcher/pid-files.ts';
import { plainEnv, tempDir, until } from './support.ts';

const dir = tempDir();
const dataDir = join(dir, 'data');

/** `npm start` out of a shell, in a process group of its own as a terminal gives it: `npm` leads the group. */
interface Typed {
  readonly npm: ChildProcess;
  readonly launcher: PidRecord;
  /** Everything the launcher runs, when the product was ready. */
  readonly children: readonly PidRecord[];
  readonly output: () => string;
}

let running: readonly PidRecord[] = [];

afterEach(() => {
  // A test that failed leaves nothing to the next one.
  for (const one of running.filter(isAlive)) process.kill(one.pid, 'SIGKILL');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function typeNpmStart(): Promise<Typed> {
  const npm = spawn('sh', ['-c', 'exec npm start'], {
    env: { ...plainEnv, DATA_DIR: dataDir, PORT: String(await freePort()), DEMO: 'false', NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await until(() => text.includes('Ctrl-C stops it') || hasEnded(npm), 120_000);
  const names = readdirSync(join(dataDir, 'run')).filter((name) => name.endsWith('.pid'));
  expect(names.toSorted(), text).toEqual(['api.pid', 'postgres.pid', 'temporal.pid', 'worker.pid']);
  const [launcher, ...children] = ['launcher.pid', ...names.map((name) => join('run', name))].map(recordIn);
  if (launcher === undefined) throw new Error('expected a launcher, but there is none');
  running = [launcher, ...children];
  return { npm, launcher, children, output: () => text };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function recordIn(name: string): PidRecord {
  const record = readPidFile(join(dataDir, name));
  if (record === undefined) throw new Error(`expected a process in ${name}, but there is none`);
  return record;
}

/** Whom a signal is sent to: minus a number is the whole group, as Ctrl-C in a terminal. */
const ways = [
  ['SIGINT', 'npm', ({ npm }: Typed) => npm.pid ?? 0],
  ['SIGTERM', 'npm', ({ npm }: Typed) => npm.pid ?? 0],
  ['SIGINT', 'the launcher', ({ launcher }: Typed) => launcher.pid],
  ['SIGTERM', 'the launcher', ({ launcher }: Typed) => launcher.pid],
  ['SIGINT', 'both at once, as Ctrl-C in a terminal', ({ npm }: Typed) => -(npm.pid ?? 0)],
  ['SIGKILL', 'npm', ({ npm }: Typed) => npm.pid ?? 0],
] as const;

describe('fault G3: npm start ends everything', () => {
  it.each(ways)('fault G3: by %s to %s, in order', async (signal, _, whom) => {
    const typed = await typeNpmStart();
    process.kill(whom(typed), signal);
    await until(() => !running.some(isAlive) && hasEnded(typed.npm), 40_000);
    // Whoever listened to npm is gone with it.
    if (signal !== 'SIGKILL') await until(() => typed.output().trimEnd().endsWith('stopped'));
    expect(readdirSync(join(dataDir, 'run'))).toEqual([]);
    expect(typed.npm.exitCode).toBe(signal === 'SIGKILL' ? null : 0);
  });
});
