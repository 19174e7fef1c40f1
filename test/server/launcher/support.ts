import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Env } from '../../../server/config.ts';
import { startInfra } from '../../../server/launcher/infra.ts';
import type { Infra, InfraOptions } from '../../../server/launcher/infra.ts';

/** The environment of the machine without addresses that would replace our own servers. */
export const plainEnv: Env = { ...process.env, DATABASE_URL: undefined, TEMPORAL_ADDRESS: undefined };

/** A new folder that other users may enter. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'shixian-launcher-'));
  chmodSync(dir, 0o755);
  return dir;
}

/** Folders and running infrastructure of a test file, all gone after `clean`. */
export function bench(): {
  dir: () => string;
  start: (options: Partial<InfraOptions> & { dataDir: string }) => Promise<Infra>;
  lines: string[];
  clean: () => Promise<void>;
} {
  const dirs: string[] = [];
  const running: Infra[] = [];
  const lines: string[] = [];
  return {
    lines,
    dir: () => {
      const dir = tempDir();
      dirs.push(dir);
      return join(dir, 'data');
    },
    start: async (options) => {
      const infra = await startInfra({ env: plainEnv, log: (line) => void lines.push(line), ...options });
      running.push(infra);
      return infra;
    },
    clean: async () => {
      for (const infra of running) await infra.stop();
      for (const infra of running) await infra.destroy();
      for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Rows of one statement. */
export async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}

/** Asks until `probe` answers true; fails after `withinMs`. */
export async function until(probe: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await probe())) {
    if (Date.now() > end) throw new Error(`expected ${probe.toString()} within ${withinMs} ms`);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
