import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import type { Env } from '../config.ts';
import { keepShort } from './log-file.ts';
import { endProcess, recordOf, writePidFile } from './pid-files.ts';
import type { StopSteps } from './pid-files.ts';

/** A user that a child runs as; undefined: as the launcher itself. */
export type RunAs = { uid: number; gid: number } | undefined;

/** What to run: never with the launcher's terminal (stdin closed, output to `logFile`, its own session). */
export type ChildSpec = {
  command: string;
  args: readonly string[];
  env: Env;
  cwd: string;
  logFile: string;
  pidFile: string;
  runAs?: RunAs;
};

/** A running child. `ended` resolves (never rejects) with how it ended. */
export type Child = {
  pid: number;
  ended: Promise<string>;
  isRunning: () => boolean;
  stop: (steps: StopSteps) => Promise<void>;
};

/** Starts a child in its own session, so that Ctrl-C reaches the launcher only and the order of stopping is kept. */
export async function startChild(spec: ChildSpec): Promise<Child> {
  const watched = keepShort(spec.logFile);
  const output = openSync(spec.logFile, 'a', 0o600);
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: { ...spec.env },
    detached: true,
    stdio: ['ignore', output, output],
    ...spec.runAs,
  });
  closeSync(output);
  const made = asChild(child, spec.pidFile);
  void made.ended.then(watched);
  if (child.pid === undefined) throw new Error(`${spec.command} ${await made.ended}`);
  writePidFile(spec.pidFile, child.pid);
  return made;
}

/** A spawned process as a child: its pid file goes with it. Pid 0 when it could not be started; `ended` says why. */
export function asChild(child: ChildProcess, pidFile: string): Child {
  let running = true;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not start: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  }).then((how) => {
    running = false;
    rmSync(pidFile, { force: true });
    return how;
  });
  const pid = child.pid ?? 0;
  const stop = async (steps: StopSteps): Promise<void> => {
    const record = running && pid > 0 ? recordOf(pid) : undefined;
    if (record !== undefined) await endProcess(record, steps);
    await ended;
  };
  return { pid, ended, isRunning: () => running, stop };
}

/** Runs a command to its end with closed stdin; output (both streams) is collected. Throws only when it cannot start. */
export async function run(options: {
  command: string;
  args: readonly string[];
  env: Env;
  cwd?: string;
  runAs?: RunAs;
  signal?: AbortSignal | undefined;
}): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd ?? '/',
      env: { ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGINT',
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...options.runAs,
    });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => parts.push(text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: parts.join('') }));
  });
}

/** The last lines of a log, for an error message; empty when there is none. */
export function tailOf(logFile: string): string {
  return textOf(logFile).trimEnd().split('\n').slice(-8).join('\n');
}

/** A log whole; empty when there is none. */
export function textOf(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8');
  } catch {
    return '';
  }
}
