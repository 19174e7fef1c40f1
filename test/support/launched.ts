import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/launcher/ports.ts';
import { until } from './until.ts';

/** The whole product as `npm start` runs it, in a data folder of its own. */
export interface Product {
  readonly url: string;
  readonly lines: readonly string[];
  /** Sends a signal to the launcher and waits for its end; answers the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** A data folder below the temp folder and what removes it. */
export function dataFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'shixian-e2e-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Starts the launcher and waits until it says how to stop it: the API answers and the demo data is in. */
export async function launchProduct(dataDir: string): Promise<Product> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = collect(child);
  await until(
    'the product to be ready',
    async () => {
      if (child.exitCode !== null) throw new Error(`the launcher ended:\n${lines.slice(-20).join('\n')}`);
      return lines.includes('Ctrl-C stops it');
    },
    280_000,
  );
  return { url: `http://127.0.0.1:${port}`, lines, stop: (signal = 'SIGINT') => end(child, signal) };
}

function collect(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
    });
  }
  return lines;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return ended;
}
