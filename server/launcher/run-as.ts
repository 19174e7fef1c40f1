import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { launchError, misconfigured, unavailable } from './launch-error.ts';
import type { RunAs } from './children.ts';

/**
 * The user PostgreSQL runs as: undefined (the launcher's own) for an ordinary user; for root, whom PostgreSQL refuses,
 * `postgres` or else `nobody`.
 */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = numberOf(['-u', name]);
    const gid = numberOf(['-g', name]);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  const found = 'found neither postgres nor nobody; run as an ordinary user or set DATABASE_URL';
  throw launchError(unavailable, `expected a user that PostgreSQL may run as, but ${found}`);
}

/** Whether that user reaches the folder through all folders above it and may write in it. */
export function canWrite(runAs: RunAs, dir: string): boolean {
  return spawnSync('test', ['-w', dir], { cwd: '/', ...runAs }).status === 0;
}

/** Makes a folder that belongs to that user alone (0700); refuses one that somebody else made under this name (78). */
export function makeOwnDir(runAs: RunAs, dir: string): void {
  const before = lstatSync(dir, { throwIfNoEntry: false });
  const owner = runAs?.uid ?? process.getuid?.();
  if (before === undefined) mkdirSync(dir, { mode: 0o700 });
  else if (!before.isDirectory() || (before.uid !== owner && before.uid !== process.getuid?.())) {
    throw launchError(misconfigured, `expected a folder of our own at ${dir}, but found one of user ${before.uid}`);
  }
  if (runAs !== undefined) chownSync(dir, runAs.uid, runAs.gid);
}

function numberOf(args: string[]): number | undefined {
  const answer = spawnSync('id', args, { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}
