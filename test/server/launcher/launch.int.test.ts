import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isAlive, readPidFile } from '../../../server/launcher/pid-files.ts';
import { plainEnv, tempDir, until } from './support.ts';

const timeout = 60_000;
const dir = tempDir();
const dataDir = join(dir, 'data');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Launcher = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function npmStart(args: string[], env: Record<string, string> = {}): Launcher {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts', ...args], {
    env: { ...plainEnv, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, output: () => text, ended };
}

const isUp = (launcher: Launcher) => (): boolean => launcher.output().includes('TEMPORAL_ADDRESS=');

describe('npm start', () => {
  it('lists all mistakes of the configuration and exits 78', async () => {
    const launcher = npmStart([], { PORT: 'x', DEMO: 'maybe' });
    expect(await launcher.ended).toBe(78);
    expect(launcher.output()).toMatch(/2 to mend[\s\S]*PORT:[\s\S]*DEMO:/);
  });

  it('refuses an option it does not know with its usage', async () => {
    const launcher = npmStart(['--fesh']);
    expect(await launcher.ended).toBe(64);
    expect(launcher.output()).toContain('usage: npm start');
  });

  it(
    'after kill -9 of the launcher starts again, ending what was left; SIGINT then stops everything',
    async () => {
      const first = npmStart(['--infra-only']);
      await until(isUp(first), 40_000);
      const postgres = readPidFile(join(dataDir, 'run/postgres.pid'));
      first.child.kill('SIGKILL');
      await first.ended;
      expect(postgres !== undefined && isAlive(postgres)).toBe(true);

      const second = npmStart(['--infra-only']);
      await until(isUp(second), 40_000);
      expect(second.output()).toContain('ended postgres, left over');
      expect(postgres !== undefined && isAlive(postgres)).toBe(false);

      second.child.kill('SIGINT');
      expect(await second.ended).toBe(0);
      expect(readdirSync(join(dataDir, 'run'))).toEqual([]);
      expect(existsSync(join(dataDir, 'launcher.pid'))).toBe(false);
    },
    timeout,
  );

  it(
    'stops what it has started when it is interrupted while starting',
    async () => {
      const launcher = npmStart(['--infra-only', '--fresh']);
      await until(() => existsSync(join(dataDir, 'run/postgres.pid')), 40_000);
      const postgres = readPidFile(join(dataDir, 'run/postgres.pid'));
      launcher.child.kill('SIGTERM');
      expect(await launcher.ended).toBe(130);
      expect(postgres === undefined || !isAlive(postgres)).toBe(true);
    },
    timeout,
  );
});
