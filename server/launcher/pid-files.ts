import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import Type from 'typebox';
import type { Static } from 'typebox';
import Value from 'typebox/value';

const pidRecord = Type.Object({ pid: Type.Integer(), startedAt: Type.String() });

/** A process and when it started: a pid that was given to another process later does not pass for it. */
export type PidRecord = Static<typeof pidRecord>;

/** Signals to send one after the other, each with the time in ms to wait for the end before the next. */
export type StopSteps = readonly (readonly [signal: NodeJS.Signals, waitMs: number])[];

/** The start time of a running process, in whatever unit the system tells; undefined when it does not run (or is a zombie). */
export function startTimeOf(pid: number): string | undefined {
  if (!existsSync('/proc/self/stat')) {
    const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return answer.stdout?.trim() || undefined;
  }
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const startedAt = fields[19];
    if (startedAt === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${bootId()} ${startedAt}`;
  } catch {
    return undefined;
  }
}

/** Start times count from the boot: after another boot the same number says nothing. */
function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** Whether the recorded process still runs. */
export function isAlive(record: PidRecord): boolean {
  return startTimeOf(record.pid) === record.startedAt;
}

/** The record of a running process; undefined when it has ended already. */
export function recordOf(pid: number): PidRecord | undefined {
  const startedAt = startTimeOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Writes who `pid` is, so that a later start can find it (0600). */
export function writePidFile(path: string, pid: number): void {
  const record = recordOf(pid);
  if (record !== undefined) writeFileSync(path, JSON.stringify(record), { mode: 0o600 });
}

/** Reads a pid file; undefined when it is missing or unreadable. */
export function readPidFile(path: string): PidRecord | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Value.Check(pidRecord, record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Ends a process by the given steps; returns when it is gone (or outlived them all). */
export async function endProcess(record: PidRecord, steps: StopSteps): Promise<void> {
  for (const [signal, waitMs] of steps) {
    if (!isAlive(record)) return;
    try {
      process.kill(record.pid, signal);
    } catch {
      return;
    }
    const until = Date.now() + waitMs;
    while (isAlive(record) && Date.now() < until) await delay(25);
  }
}

/** Ends the process named by a pid file, if it is still the same one, and removes the file. True when one was ended. */
export async function endOrphan(path: string, steps: StopSteps): Promise<boolean> {
  const record = readPidFile(path);
  const alive = record !== undefined && isAlive(record);
  if (alive) await endProcess(record, steps);
  rmSync(path, { force: true });
  return alive;
}
