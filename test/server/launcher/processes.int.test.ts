import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataDir } from '../../../server/launcher/data-dir.ts';
import type { DataDir } from '../../../server/launcher/data-dir.ts';
import { startProcess } from '../../../server/launcher/processes.ts';
import type { Service } from '../../../server/launcher/service.ts';
import { tempDir, until } from './support.ts';

const timeout = 30_000;
const lines: string[] = [];
let data: DataDir;

beforeAll(async () => {
  data = await openDataDir({ dir: `${tempDir()}/data`, log: () => undefined });
});
afterAll(() => {
  data.release();
  rmSync(dirname(data.dir), { recursive: true, force: true });
});

async function child(name: string, mode: string, withinMs = 20_000): Promise<Service> {
  return startProcess({
    name,
    entry: 'test/server/launcher/child.ts',
    flags: ['--stack-trace-limit=1'],
    env: { ...process.env, MODE: mode },
    data,
    log: (line) => void lines.push(line),
    ready: 'message',
    steps: [
      ['SIGTERM', 5_000],
      ['SIGKILL', 5_000],
    ],
    withinMs,
  });
}

describe('a process of the product', () => {
  it(
    'is ready when it says so, forwards its lines and stops in order',
    async () => {
      const service = await child('worker-a', 'work');
      expect(existsSync(data.at('run', 'worker-a.pid'))).toBe(true);
      await service.stop();
      expect(service.pid()).toBeUndefined();
      expect(existsSync(data.at('run', 'worker-a.pid'))).toBe(false);
      await until(() => lines.includes('[worker-a] stopping in order'));
      // The file is written behind the line, as the disk takes it.
      await until(() => readFileSync(data.at('log', 'worker-a.log'), 'utf8').includes('working as work\n'));
    },
    timeout,
  );

  it(
    'is started again after kill -9 from outside, and stays down after killHard',
    async () => {
      const service = await child('worker-b', 'work');
      const first = service.pid() ?? 0;
      process.kill(first, 'SIGKILL');
      await until(() => service.pid() !== undefined && service.pid() !== first);
      await service.killHard();
      expect(service.pid()).toBeUndefined();
      await service.restart();
      expect(service.pid()).toBeDefined();
      await service.stop();
    },
    timeout,
  );

  it('that refuses its configuration ends the start with its own exit code and words', async () => {
    const failed = child('worker-c', 'refuse');
    await expect(failed).rejects.toMatchObject({ exitCode: 78, message: /PORT: expected a port/ });
  });

  it(
    'that never gets ready is stopped and named',
    async () => {
      await expect(child('worker-d', 'hang', 1_500)).rejects.toMatchObject({
        exitCode: 69,
        message: 'worker-d is not ready after 1.5 s',
      });
      expect(existsSync(data.at('run', 'worker-d.pid'))).toBe(false);
    },
    timeout,
  );
});
