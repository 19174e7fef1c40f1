import { closeSync, copyFileSync, openSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createLineSink } from '../line-sink.ts';
import type { LineSink } from '../line-sink.ts';

/** A log is kept up to this size, and the one before it as `.1`. */
const keptLogBytes = 20 * 1024 * 1024;
const lookMs = 30_000;

/** A log file that we write: it begins anew when it is too long, while it is written. `keptBytes`: for tests. */
export function openLogFile(path: string, keptBytes = keptLogBytes): LineSink & { close(): void } {
  let fd = openSync(path, 'a', 0o600);
  const sink = createLineSink(() => {
    if (sizeOf(path) <= keptBytes) return fd;
    try {
      renameSync(path, `${path}.1`);
      const before = fd;
      fd = openSync(path, 'a', 0o600);
      closeSync(before);
    } catch {
      // Without room for a new file the old one goes on.
    }
    return fd;
  });
  return {
    ...sink,
    close: () => {
      sink.flush();
      closeSync(fd);
    },
  };
}

/** Keeps a log that a child writes by itself (appending) from growing too long: now, and as long as the process runs. Ends the watch. */
export function keepShort(path: string, o: { keptBytes?: number; everyMs?: number } = {}): () => void {
  const { keptBytes = keptLogBytes, everyMs = lookMs } = o;
  const look = (): void => {
    if (sizeOf(path) <= keptBytes) return;
    try {
      copyFileSync(path, `${path}.1`);
    } catch {
      // No room for both: the older lines go.
      rmSync(`${path}.1`, { force: true });
    }
    truncateSync(path);
  };
  look();
  const watch = setInterval(look, everyMs).unref();
  return () => clearInterval(watch);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
