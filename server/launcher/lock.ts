import { linkSync, renameSync, rmSync } from 'node:fs';
import { isAlive, readPidFile, writePidFile } from './pid-files.ts';

/** A lock held by this process, or who holds it. */
export type Lock = { held: true; release: () => void } | { held: false; pid: number };

/**
 * Takes the lock file `path` for this process. A lock whose process has ended (also by kill -9) counts as free.
 * The file appears complete (link of a written file) and a stale one is moved away by one rename, so of two
 * processes that come at once only one gets it.
 */
export function takeLock(path: string): Lock {
  const mine = `${path}.${process.pid}`;
  writePidFile(mine, process.pid);
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (tryLink(mine, path)) return { held: true, release: releaseOnce(path) };
      const holder = readPidFile(path);
      if (holder !== undefined && isAlive(holder)) return { held: false, pid: holder.pid };
      moveStaleAway(path);
    }
    return { held: false, pid: readPidFile(path)?.pid ?? 0 };
  } finally {
    rmSync(mine, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function moveStaleAway(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readPidFile(aside);
  // Somebody took the lock between our look and our rename: give it back.
  if (moved !== undefined && isAlive(moved)) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function releaseOnce(path: string): () => void {
  let held = true;
  return () => {
    if (held && readPidFile(path)?.pid === process.pid) rmSync(path, { force: true });
    held = false;
  };
}
