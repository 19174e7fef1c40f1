import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from '../config.ts';
import { run } from './children.ts';
import { launchError, unavailable } from './launch-error.ts';
import { takeLock } from './lock.ts';

/** The version of the Temporal server that is built and that the configuration is written for. */
export const temporalVersion = '1.32.0';

/** Paths of the server and of its schema tool. */
export type TemporalTools = { server: string; sql: string; from: 'TEMPORAL_SERVER_BIN' | 'tools cache' };

/** What obtaining the tools needs; `dataDir` is where they go when the cache folder cannot be written (not given: nowhere). */
export type ToolsRequest = {
  env: Env;
  dataDir?: string | undefined;
  log: (line: string) => void;
  signal?: AbortSignal | undefined;
};

const packages = {
  server: `go.temporal.io/server/cmd/server@v${temporalVersion}`,
  sql: `go.temporal.io/server/cmd/tools/sql@v${temporalVersion}`,
};

/**
 * Finds the Temporal server and its `sql` tool: TEMPORAL_SERVER_BIN, the tools cache, else builds the pinned version
 * with Go (about 5 minutes, once). Throws exit 69 with the ways to get one.
 */
export async function findTemporalTools(request: ToolsRequest): Promise<TemporalTools> {
  const given = request.env['TEMPORAL_SERVER_BIN']?.trim();
  if (given !== undefined && given !== '') return givenTools(given);
  const dirs = cacheDirs(request);
  for (const dir of dirs) {
    const tools = toolsIn(dir);
    if (tools !== undefined) return tools;
  }
  await requireGo(request);
  const dir = dirs.find(isWritable);
  if (dir === undefined)
    throw launchError(unavailable, waysToTemporal(`no folder to build it in (${dirs.join(', ')})`));
  return buildOnce(dir, request);
}

/** The schema tool alone, built into `dir` if missing: what `findTemporalTools` does for each of the two. */
export async function buildTool(name: 'server' | 'sql', dir: string, request: ToolsRequest): Promise<void> {
  if (existsSync(join(dir, name))) return;
  const partial = mkdtempSync(join(dir, `.building-${name}-`));
  const started = Date.now();
  const elapsed = (): string => `${Math.round((Date.now() - started) / 1_000)} s`;
  const usual = name === 'server' ? 'usually about 5 minutes, once' : 'usually seconds';
  request.log(`building Temporal ${temporalVersion} \`${name}\` with Go (${usual})`);
  const ticker = setInterval(() => request.log(`building Temporal \`${name}\`: ${elapsed()}`), 10_000);
  try {
    const { code, output } = await run({
      command: 'go',
      args: ['install', packages[name]],
      env: { ...request.env, GOTOOLCHAIN: 'local', GOBIN: partial },
      signal: request.signal,
    });
    if (code !== 0) throw launchError(unavailable, waysToTemporal(`go install failed:\n${lastLines(output)}`));
    renameSync(join(partial, name), join(dir, name));
    request.log(`built Temporal \`${name}\` in ${elapsed()}`);
  } finally {
    clearInterval(ticker);
    rmSync(partial, { recursive: true, force: true });
  }
}

function givenTools(server: string): TemporalTools {
  const sql = join(dirname(server), 'sql');
  for (const path of [server, sql]) {
    if (!isExecutable(path)) {
      const found = `${path} is missing or not executable`;
      throw launchError(unavailable, waysToTemporal(`TEMPORAL_SERVER_BIN is ${server}, but ${found}`));
    }
  }
  return { server, sql, from: 'TEMPORAL_SERVER_BIN' };
}

function cacheDirs({ env, dataDir }: ToolsRequest): string[] {
  const xdg = env['XDG_CACHE_HOME']?.trim();
  const root = xdg !== undefined && xdg !== '' ? xdg : join(env['HOME'] ?? homedir(), '.cache');
  const name = `temporal-${temporalVersion}`;
  return [join(root, 'shixian', name), ...(dataDir === undefined ? [] : [join(dataDir, 'tools', name)])];
}

function toolsIn(dir: string): TemporalTools | undefined {
  const tools = { server: join(dir, 'server'), sql: join(dir, 'sql'), from: 'tools cache' } as const;
  return isExecutable(tools.server) && isExecutable(tools.sql) ? tools : undefined;
}

async function buildOnce(dir: string, request: ToolsRequest): Promise<TemporalTools> {
  const lockFile = join(dir, 'build.pid');
  for (let waited = 0; ; waited += 1) {
    const ready = toolsIn(dir);
    if (ready !== undefined) return ready;
    const lock = takeLock(lockFile);
    if (lock.held) {
      try {
        await buildTool('server', dir, request);
        await buildTool('sql', dir, request);
      } finally {
        lock.release();
      }
      continue;
    }
    if (waited % 10 === 0) request.log(`process ${lock.pid} is building the Temporal server; waiting (${waited} s)`);
    await delay(1_000, undefined, { signal: request.signal });
  }
}

async function requireGo({ env, signal }: ToolsRequest): Promise<void> {
  const goEnv = { ...env, GOTOOLCHAIN: 'local' };
  const answer = await run({ command: 'go', args: ['version'], env: goEnv, signal }).catch(() => undefined);
  if (answer === undefined) throw launchError(unavailable, waysToTemporal('no `go` on the PATH to build it with'));
  const version = /go(\d+)\.(\d+)/.exec(answer.output);
  const minor = Number(version?.[2] ?? 0);
  if (version?.[1] !== '1' || minor < 26) {
    throw launchError(unavailable, waysToTemporal(`\`go version\` says ${answer.output.trim()}, and 1.26 is needed`));
  }
}

function waysToTemporal(found: string): string {
  return [
    `expected a Temporal server ${temporalVersion}, but found ${found}`,
    'Ways to get one:',
    '  - install Go 1.26 or newer: npm start and npm test then build the server once (about 5 minutes)',
    '  - set TEMPORAL_SERVER_BIN to a `server` binary that has its `sql` tool beside it',
    '  - set TEMPORAL_ADDRESS to a Temporal server that runs already',
    `  - copy shixian/temporal-${temporalVersion}/ from the cache folder of another machine (XDG_CACHE_HOME or ~/.cache)`,
  ].join('\n');
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-12).join('\n');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isWritable(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
