import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { busy, launchError, misconfigured } from './launch-error.ts';
import { takeLock } from './lock.ts';
import { endOrphan } from './pid-files.ts';
import type { StopSteps } from './pid-files.ts';

const marker = '.shixian-data';
const lockName = 'launcher.pid';
/** What a file system, or an API that was run by hand, makes in a folder that is still nobody's. */
const notOthers: readonly string[] = ['lost+found', 'files'];

/** How each kind of child is asked to end, in the order they are stopped in. */
export const stopSteps = {
  api: [
    ['SIGTERM', 10_000],
    ['SIGKILL', 5_000],
  ],
  worker: [
    ['SIGTERM', 30_000],
    ['SIGKILL', 5_000],
  ],
  temporal: [
    ['SIGTERM', 10_000],
    ['SIGKILL', 5_000],
  ],
  postgres: [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ],
} as const satisfies Record<string, StopSteps>;

/**
 * A locked data folder: `dir` is absolute; `at` names a path in it; `elsewhere` is the folder that stands in for it where
 * the user of PostgreSQL cannot reach it; `release` gives the lock back.
 */
export type DataDir = { dir: string; at: (...names: string[]) => string; elsewhere: string; release: () => void };

/**
 * Makes (or with `fresh` empties) the data folder, takes its lock and ends what an earlier launcher left running in it.
 * Refuses a folder with other people's files (78) and one that another copy uses (75).
 */
export async function openDataDir(options: {
  dir: string;
  log: (line: string) => void;
  fresh?: boolean | undefined;
}): Promise<DataDir> {
  const wanted = resolve(options.dir);
  mkdirSync(wanted, { recursive: true });
  const dir = realpathSync(wanted);
  const at = (...names: string[]): string => join(dir, ...names);
  const others = readdirSync(dir).filter((name) => !notOthers.includes(name));
  if (others.length > 0 && !existsSync(at(marker))) {
    const found = `found ${others.length} other entries and no ${marker}`;
    throw launchError(misconfigured, `DATA_DIR: expected an empty folder or one of ours at ${dir}, but ${found}`);
  }
  writeFileSync(at(marker), 'data folder of Shixian, made by npm start; npm start -- --fresh empties it\n');
  const lock = takeLock(at(lockName));
  if (!lock.held) {
    const found = `process ${lock.pid} already runs on it; stop it or choose another DATA_DIR`;
    throw launchError(busy, `DATA_DIR: expected a data folder of our own at ${dir}, but ${found}`);
  }
  mkdirSync(at('run'), { recursive: true });
  await endOrphans(at('run'), options.log);
  const elsewhere = elsewhereOf(dir);
  if (options.fresh === true) {
    emptyDir(dir);
    rmSync(elsewhere, { recursive: true, force: true });
  }
  for (const name of ['run', 'log', 'secrets']) mkdirSync(at(name), { recursive: true, mode: 0o700 });
  return { dir, at, elsewhere, release: lock.release };
}

/** The secret of that name, made once (64 hexadecimal digits) and kept readable for the owner only. */
export function keptSecret(data: DataDir, name: string): string {
  const path = data.at('secrets', name);
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/** /var/tmp outlives a reboot, the temporary folder may not. */
function elsewhereOf(dir: string): string {
  const key = createHash('sha256').update(dir).digest('hex').slice(0, 12);
  return join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `shixian-${key}`);
}

async function endOrphans(runDir: string, log: (line: string) => void): Promise<void> {
  for (const [kind, steps] of Object.entries(stopSteps)) {
    for (const file of readdirSync(runDir).filter((name) => name.startsWith(kind) && name.endsWith('.pid'))) {
      const ended = await endOrphan(join(runDir, file), steps);
      if (ended) log(`ended ${file.slice(0, -4)}, left over from a launcher that was killed`);
    }
  }
}

function emptyDir(dir: string): void {
  for (const name of readdirSync(dir)) {
    if (name !== marker && name !== lockName) rmSync(join(dir, name), { recursive: true, force: true });
  }
}
