import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInfra } from '../../../server/launcher/infra.ts';
import type { Infra } from '../../../server/launcher/infra.ts';
import { isAlive, readPidFile } from '../../../server/launcher/pid-files.ts';
import { postgresUser } from '../../../server/launcher/run-as.ts';
import { databaseOf } from '../../../server/launcher/database.ts';
import { renameOldStores, storesOf } from '../../../server/launcher/temporal-schema.ts';
import { frontendAnswers } from '../../../server/launcher/temporal-namespace.ts';
import { bench, plainEnv, query, until } from './support.ts';

const timeout = 60_000;
const { dir, start, lines, clean } = bench();
const dataDir = dir();
let infra: Infra;

beforeAll(async () => {
  infra = await start({ dataDir, testMode: true });
  await query(infra.databaseUrl, 'create table kept (n integer); insert into kept values (7)');
}, timeout);
afterAll(clean, timeout);

describe('one data folder', () => {
  it('answers with a superuser on the database shixian and with a namespace', async () => {
    const rows = await query(
      infra.databaseUrl,
      `select current_database() as name, rolsuper, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit
       from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ name: 'shixian', rolsuper: true, fsync: 'on', commit: 'on' }]);
    expect(await frontendAnswers(infra.temporalAddress)).toBe(true);
    expect(infra.namespace).toBe('shixian');
  });

  it('refuses a connection with a wrong password', async () => {
    const wrong = new URL(infra.databaseUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('refuses a second copy on the same folder', async () => {
    await expect(start({ dataDir })).rejects.toMatchObject({ exitCode: 75, message: /already runs on it/ });
  });

  it(
    'comes back on the same ports after kill -9 of each server, with what was committed',
    async () => {
      const { databaseUrl, temporalAddress, pids } = infra;
      await query(databaseUrl, 'insert into kept values (8)');
      for (const which of ['postgres', 'temporal'] as const) {
        await infra.killHard(which);
        expect(infra.pids[which]).toBeUndefined();
        await infra.restart(which);
        expect(infra.pids[which]).not.toBe(pids[which]);
      }
      expect(await query(databaseUrl, 'select n from kept order by n')).toEqual([{ n: 7 }, { n: 8 }]);
      expect(await frontendAnswers(temporalAddress)).toBe(true);
    },
    timeout,
  );

  it(
    'keeps its cluster over a stop and a stale pid file whose number another process has now',
    async () => {
      const { postgres = 0 } = infra.pids;
      await infra.stop();
      expect(existsSync(join('/proc', String(postgres)))).toBe(false);
      // PostgreSQL refuses to start when it finds a living process of its own user under that number.
      const other = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...postgresUser() });
      const pgData = join(dataDir, 'pg/data');
      writeFileSync(join(pgData, 'postmaster.pid'), `${other.pid}\n${pgData}\n`);
      writeFileSync(join(dataDir, 'run/postgres.pid'), JSON.stringify({ pid: other.pid, startedAt: '1' }));
      try {
        infra = await start({ dataDir, testMode: true });
        expect(other.exitCode ?? other.signalCode).toBeNull();
      } finally {
        other.kill();
      }
      expect(await query(infra.databaseUrl, 'select max(n) as n from kept')).toEqual([{ n: 8 }]);
    },
    timeout,
  );

  it('is ready within 6 s at the second start', async () => {
    await infra.stop();
    const before = performance.now();
    infra = await start({ dataDir, testMode: true });
    expect(performance.now() - before).toBeLessThan(6_000);
  });

  it(
    'starts a server again that ended by itself when it supervises',
    async () => {
      await infra.stop();
      infra = await start({ dataDir, testMode: true, supervise: true });
      const { temporal = 0 } = infra.pids;
      process.kill(temporal, 'SIGKILL');
      await until(() => infra.pids.temporal !== undefined && infra.pids.temporal !== temporal);
      expect(lines.some((line) => line.startsWith('Temporal runs again'))).toBe(true);
    },
    timeout,
  );
});

describe('beside it', () => {
  it(
    'a copy with another data folder runs on other ports, also below a folder that only its owner may enter',
    async () => {
      const other = dir();
      chmodSync(dirname(other), 0o700);
      const second = await start({ dataDir: other });
      expect(second.databaseUrl).not.toBe(infra.databaseUrl);
      expect(second.temporalAddress).not.toBe(infra.temporalAddress);
      expect(await query(second.databaseUrl, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
      await second.destroy();
      expect([second.data.dir, second.data.elsewhere].filter((path) => existsSync(path))).toEqual([]);
    },
    timeout,
  );

  it(
    'DATABASE_URL and TEMPORAL_ADDRESS are used as given, and nothing is started',
    async () => {
      const given = new URL(infra.databaseUrl);
      given.pathname = '/given';
      const env = { ...plainEnv, DATABASE_URL: given.href, TEMPORAL_ADDRESS: infra.temporalAddress };
      const second = await start({ dataDir: dir(), env: { ...env, TEMPORAL_NAMESPACE: 'given' } });
      expect(second.databaseUrl).toBe(given.href);
      expect(second.namespace).toBe('given');
      expect(second.pids).toEqual({ postgres: undefined, temporal: undefined });
      expect(await query(given.href, 'select current_database() as name')).toEqual([{ name: 'given' }]);
      await expect(second.killHard('postgres')).rejects.toThrow(/given by address/);
      await second.stop();
    },
    timeout,
  );

  it(
    'fault I7: an installation that moves to DATABASE_URL finds its stores, also those that had other names',
    async () => {
      await infra.killHard('temporal');
      const lines: string[] = [];
      const stores = storesOf(databaseOf(infra.databaseUrl, 'old'));
      for (const [old, now] of [
        ['temporal', 'shixian_temporal'],
        ['temporal_visibility', 'shixian_temporal_visibility'],
      ] as const) {
        await query(infra.databaseUrl, `create database ${old} template ${now}`);
        await query(databaseOf(infra.databaseUrl, old), `update schema_version set db_name = '${old}'`);
      }
      await renameOldStores(stores);
      const moved = await start({
        dataDir: dir(),
        env: { ...plainEnv, DATABASE_URL: stores.url },
        log: (line) => void lines.push(line),
      });
      expect(await frontendAnswers(moved.temporalAddress)).toBe(true);
      expect(lines.filter((line) => line.includes('creating the Temporal schema'))).toEqual([]);
      await moved.stop();
      await infra.restart('temporal');
    },
    timeout,
  );

  it('--fresh empties a folder of ours and leaves one of other people alone', async () => {
    const other = dir();
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'thesis.txt'), 'ten years of work');
    await expect(start({ dataDir: other, fresh: true })).rejects.toMatchObject({ exitCode: 78 });
    expect(readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('ten years of work');
    await infra.stop();
    infra = await start({ dataDir, fresh: true });
    expect(await query(infra.databaseUrl, `select to_regclass('kept') as kept`)).toEqual([{ kept: null }]);
  }, 60_000);
});

describe('what is missing is said', () => {
  it('without PostgreSQL: exit 69 and the ways to get one', async () => {
    const env = { ...plainEnv, PG_BIN: '/nowhere/bin' };
    const error: unknown = await startInfra({ dataDir: dir(), env, log: () => undefined }).catch((e: unknown) => e);
    expect(error).toMatchObject({ exitCode: 69 });
    expect(String(error)).toMatch(/PG_BIN \(\/nowhere\/bin\)[\s\S]*DATABASE_URL[\s\S]*apt-get install postgresql/);
  });

  it('with a DATABASE_URL that nobody answers at: exit 69 and the address without its password', async () => {
    const env = { ...plainEnv, DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/shixian' };
    const error: unknown = await startInfra({ dataDir: dir(), env, log: () => undefined }).catch((e: unknown) => e);
    expect(error).toMatchObject({ exitCode: 69 });
    expect(String(error)).toContain('127.0.0.1:9/shixian');
    expect(String(error)).not.toContain('hunter2');
  });

  it('without Temporal and Go: exit 69, the ways to get one, and no server left running', async () => {
    const other = dir();
    const env = { ...plainEnv, XDG_CACHE_HOME: join(other, 'cache'), PATH: '/nowhere' };
    const error: unknown = await startInfra({ dataDir: other, env, log: () => undefined }).catch((e: unknown) => e);
    expect(error).toMatchObject({ exitCode: 69 });
    expect(String(error)).toMatch(/Go 1\.26[\s\S]*TEMPORAL_SERVER_BIN[\s\S]*TEMPORAL_ADDRESS/);
    const left = readPidFile(join(other, 'run/postgres.pid'));
    expect(left === undefined || !isAlive(left)).toBe(true);
  });
});
