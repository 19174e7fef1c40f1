import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Env } from '../config.ts';
import { root } from '../root.ts';
import { asChild } from './children.ts';
import type { Child } from './children.ts';
import { compile } from './compile.ts';
import type { DataDir } from './data-dir.ts';
import { launchError, misconfigured, unavailable } from './launch-error.ts';
import { openLogFile } from './log-file.ts';
import { writePidFile } from './pid-files.ts';
import type { StopSteps } from './pid-files.ts';
import { runService } from './service.ts';
import type { Service } from './service.ts';
import { waitFor } from './wait.ts';

/** How to run one process of the product. */
export type ProcessOptions = {
  /** Names the pid file, the log and the prefix of its lines: `api`, `worker`, `api-2`. */
  name: string;
  /** Entry file, relative to the root of the checkout. */
  entry: string;
  env: Env;
  data: DataDir;
  log: (line: string) => void;
  /** Options of node before the entry. */
  flags?: readonly string[] | undefined;
  /** Ready when this address answers 2xx, or when the child sends 'ready' (`tellReady`). */
  ready: { url: string } | 'message';
  steps: StopSteps;
  /** Starts it again when it ends by itself. Default true. */
  supervise?: boolean | undefined;
  /** Least time in ms for it to get ready in. Default 60,000. */
  withinMs?: number | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Compiles a process of the product and starts it in its own session, forwards its lines with a prefix
 * and returns when it is ready. The first start that fails throws: 78 when the child ends so, else 69.
 */
export async function startProcess(options: ProcessOptions): Promise<Service> {
  const compiled = await compile([options.entry]);
  return runService({
    name: options.name,
    start: async () => startOnce(options, compiled),
    steps: options.steps,
    supervise: options.supervise ?? true,
    log: options.log,
  });
}

async function startOnce(options: ProcessOptions, compiled: readonly string[]): Promise<Child> {
  const { name, data } = options;
  const spawned = spawn(process.execPath, [...(options.flags ?? []), ...compiled], {
    cwd: root,
    env: { ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const pidFile = data.at('run', `${name}.pid`);
  const child = asChild(spawned, pidFile);
  let isReady = options.ready === 'message' ? false : undefined;
  spawned.on('message', (message) => {
    if (message === 'ready') isReady = true;
  });
  const lines = forward(spawned, options);
  if (child.pid > 0) writePidFile(pidFile, child.pid);
  try {
    const answer = await waitFor({
      probe: async () => {
        if (!child.isRunning()) return 'ended';
        if (isReady !== undefined) return isReady ? 'ready' : undefined;
        return options.ready !== 'message' && (await answersOk(options.ready.url)) ? 'ready' : undefined;
      },
      withinMs: options.withinMs ?? 60_000,
      late: () => launchError(unavailable, `${name} is not ready after ${(options.withinMs ?? 60_000) / 1_000} s`),
      signal: options.signal,
    });
    if (answer === 'ready') return child;
  } catch (error) {
    await child.stop(options.steps);
    throw error;
  }
  const code = spawned.exitCode === misconfigured ? misconfigured : unavailable;
  throw launchError(code, `${name} did not start: ${await child.ended}\n${lines().join('\n')}`);
}

/** pino's debug and info lines: the log file has them, the terminal is for what needs eyes. */
const routine = /^\{"level":[1-3]0,/;

/** Forwards both streams line by line: all to the log file, what is not routine to the launcher; keeps the last lines. */
function forward(child: ChildProcess, options: ProcessOptions): () => readonly string[] {
  const { name, data, log } = options;
  const file = openLogFile(data.at('log', `${name}.log`));
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
      last.push(line);
      if (last.length > 15) last.shift();
      file.write(`${line}\n`);
      if (!routine.test(line)) log(`[${name}] ${line}`);
    });
  }
  child.once('close', file.close);
  return () => last;
}

async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}
