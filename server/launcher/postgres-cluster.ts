import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from '../config.ts';
import { run, startChild, tailOf, textOf } from './children.ts';
import type { Child, RunAs } from './children.ts';
import type { DataDir } from './data-dir.ts';
import { stopSteps } from './data-dir.ts';
import { canConnect } from './database.ts';
import { launchError, misconfigured, unavailable } from './launch-error.ts';
import { endProcess, recordOf } from './pid-files.ts';
import { findPostgres } from './postgres-binaries.ts';
import { canWrite, makeOwnDir } from './run-as.ts';
import { waitFor } from './wait.ts';

/** The superuser of a private cluster. */
export const superuser = 'app';

/** A private cluster on disk: where, run by whom, with which binaries. `home` holds `data` and belongs to `runAs`. */
export type Cluster = { home: string; pgData: string; binDir: string; major: number; from: string; runAs: RunAs };

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'shixian',
};

/** Finds the cluster of this data folder, or makes it (initdb) with the password of the superuser. */
export async function openCluster(options: {
  data: DataDir;
  env: Env;
  runAs: RunAs;
  password: string;
  /** Whether the password was made just now: then no older cluster can know it. */
  firstPassword: boolean;
  log: (line: string) => void;
  signal?: AbortSignal | undefined;
}): Promise<Cluster> {
  const { data, runAs, log } = options;
  const home = clusterHome(data, runAs, log);
  const pgData = join(home, 'data');
  const versionFile = join(pgData, 'PG_VERSION');
  const major = existsSync(versionFile) ? Number(readFileSync(versionFile, 'utf8').trim()) : undefined;
  if (major !== undefined && options.firstPassword) {
    const found = 'found none: bring secrets/postgres-password back, or start with --fresh';
    throw launchError(misconfigured, `expected the password of the cluster in ${pgData}, but ${found}`);
  }
  const copyTo = runAs === undefined ? data.at('pg-bin') : join(dirname(data.elsewhere), 'shixian-pg-bin');
  const found = findPostgres({ env: options.env, runAs, copyTo, major });
  const cluster = { home, pgData, runAs, ...found };
  if (major === undefined) await initialise(cluster, options);
  return cluster;
}

/**
 * Starts the server of a cluster and waits until it answers (also through crash recovery). A pid file whose process is
 * not PostgreSQL is removed; memory of killed backends that still end is waited for.
 */
export async function startCluster(options: {
  cluster: Cluster;
  data: DataDir;
  port: number;
  url: string;
  env: Env;
  signal?: AbortSignal | undefined;
}): Promise<Child> {
  const { cluster, data, port } = options;
  await clearPostmasterPid(cluster);
  const logFile = data.at('log', 'postgres.log');
  const args = Object.entries({ ...settings, port: String(port) }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  for (let attempt = 1; ; attempt += 1) {
    const before = textOf(logFile).length;
    const child = await startChild({
      command: join(cluster.binDir, 'postgres'),
      args: ['-D', cluster.pgData, ...args],
      env: postgresEnv(options.env),
      cwd: cluster.home,
      runAs: cluster.runAs,
      logFile,
      pidFile: data.at('run', 'postgres.pid'),
    });
    if (await answers({ child, url: options.url, signal: options.signal })) return child;
    // Each killed backend that ends writes a line of its own: the last lines alone may not hold the reason.
    if (attempt < 40 && textOf(logFile).slice(before).includes('is still in use')) await delay(250);
    else {
      const why = `${await child.ended}\n${tailOf(logFile)}`;
      throw launchError(unavailable, `PostgreSQL (${cluster.binDir}) did not start: ${why}`);
    }
  }
}

/** A small environment: the messages are English and nothing of the caller's PG* settings gets through. */
function postgresEnv(env: Env): Env {
  return { PATH: env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

function clusterHome(data: DataDir, runAs: RunAs, log: (line: string) => void): string {
  const inside = data.at('pg');
  makeOwnDir(runAs, inside);
  if (canWrite(runAs, inside)) return inside;
  makeOwnDir(runAs, data.elsewhere);
  log(`the user of PostgreSQL cannot reach ${data.dir}: its cluster stands in ${data.elsewhere}`);
  return data.elsewhere;
}

async function initialise(
  cluster: Cluster,
  options: { env: Env; password: string; log: (line: string) => void; signal?: AbortSignal | undefined },
): Promise<void> {
  const { runAs, home, binDir } = cluster;
  const partial = join(home, 'data.new');
  const passwordFile = join(home, 'password');
  options.log(`making a PostgreSQL ${cluster.major} cluster (${cluster.from}) in ${cluster.pgData}`);
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (runAs !== undefined) chownSync(passwordFile, runAs.uid, runAs.gid);
  const args = ['-D', partial, '-U', superuser, '--encoding=UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const initdb = async (locale: string): Promise<{ code: number | null; output: string }> =>
    run({
      command: join(binDir, 'initdb'),
      args: [...args, `--locale=${locale}`],
      env: postgresEnv(options.env),
      cwd: home,
      runAs,
      signal: options.signal,
    });
  let made = await initdb('C.UTF-8');
  // Not every C library knows C.UTF-8; sorting by code point is the same under C.
  if (made.code !== 0 && made.output.includes('locale')) made = await initdb('C');
  rmSync(passwordFile, { force: true });
  if (made.code !== 0) throw launchError(unavailable, `initdb failed (${binDir}):\n${made.output.trim()}`);
  renameSync(partial, cluster.pgData);
}

/**
 * `postmaster.pid` after a kill: a server that still runs on this cluster is stopped; a pid that now belongs to
 * something else would make PostgreSQL refuse, so the file goes; otherwise PostgreSQL judges it itself.
 */
async function clearPostmasterPid(cluster: Cluster): Promise<void> {
  const path = join(cluster.pgData, 'postmaster.pid');
  if (!existsSync(path)) return;
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  const record = Number.isInteger(pid) && pid > 0 ? recordOf(pid) : undefined;
  if (record === undefined) return;
  if (commandLine(pid).includes(cluster.pgData)) await endProcess(record, stopSteps.postgres);
  else rmSync(path, { force: true });
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function answers(options: { child: Child; url: string; signal?: AbortSignal | undefined }): Promise<boolean> {
  const { child, url, signal } = options;
  try {
    return await waitFor({
      probe: async () => (child.isRunning() ? ((await canConnect(url)) ? true : undefined) : false),
      withinMs: 120_000,
      everyMs: 30,
      late: () => launchError(unavailable, 'PostgreSQL did not answer within 120 s; see log/postgres.log in DATA_DIR'),
      signal,
    });
  } catch (error) {
    await child.stop(stopSteps.postgres);
    throw error;
  }
}
