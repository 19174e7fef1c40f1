import { write, writeSync } from 'node:fs';

/** Where the lines of a log go. A line that cannot be written is dropped and counted: a full disk stops nobody. */
export interface LineSink {
  /** Takes one line or several, each with its end. Returns at once. */
  write(lines: string): void;
  /** Writes what waits, once, before the process ends. */
  flush(): void;
  /** Lines dropped so far. */
  lost(): number;
}

/** Lines leave together, half a second late at most: one write a request costs more than the line. */
const gatherMs = 500;
const gatherBytes = 4_096;
/** A reader that has stopped reading (a pipe that is full) holds back so much, no more. */
const mostWaiting = 4 * 1024 * 1024;
const busyMs = 50;

/**
 * A sink over the file or pipe that `fd` names before each write. pino's own destination waits, whole process and all, until a full disk has
 * room again.
 */
export function createLineSink(fd: () => number): LineSink {
  let waiting = '';
  let writing = false;
  let [lost, untold] = [0, 0];
  let timer: NodeJS.Timeout | null = null;

  const drop = (text: string): void => {
    const lines = text.split('\n').length - 1;
    lost += lines;
    untold += lines;
  };
  const later = (ms: number): void => {
    timer ??= setTimeout(next, ms).unref();
  };
  const next = (): void => {
    timer = null;
    if (writing || waiting === '') return;
    const bytes = Buffer.from(waiting);
    waiting = '';
    writing = true;
    write(fd(), bytes, (error, written) => {
      writing = false;
      const rest = bytes.subarray(error === null ? written : 0).toString();
      if (error !== null && !isBusy(error)) drop(rest);
      else waiting = rest + waiting;
      if (error === null && untold > 0) {
        waiting += lostLine(untold);
        untold = 0;
      }
      if (waiting !== '') later(error === null ? 0 : busyMs);
    });
  };
  return {
    lost: () => lost,
    write: (lines) => {
      if (waiting.length > mostWaiting) return drop(lines);
      waiting += lines;
      if (waiting.length >= gatherBytes && timer === null) next();
      else later(gatherMs);
    },
    flush: () => {
      try {
        if (waiting !== '') writeSync(fd(), waiting);
      } catch {
        drop(waiting);
      }
      waiting = '';
    },
  };
}

function isBusy({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EAGAIN' || code === 'EBUSY';
}

function lostLine(lines: number): string {
  return `${JSON.stringify({ level: 40, time: Date.now(), msg: `${lines} lines of this log were lost: they could not be written` })}\n`;
}
