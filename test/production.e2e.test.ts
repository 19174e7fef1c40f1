import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInfra } from '../server/launcher/infra.ts';
import type { Infra } from '../server/launcher/infra.ts';
import { freePort } from '../server/launcher/ports.ts';
import { postgresUser } from '../server/launcher/run-as.ts';
import { testPostgres } from '../tools/servers.ts';
import { plainEnv, query } from './server/launcher/support.ts';
import { dataFolder } from './support/launched.ts';
import { until } from './support/until.ts';

const root = join(import.meta.dirname, '..');
const folder = dataFolder();
let infra: Infra;
let typed: ChildProcess;
let output = '';
let url = '';
/** Addresses of the new installation's database, as its owner and as the application. */
let [owner, app, audit] = ['', '', ''];

beforeAll(async () => {
  // Another namespace and database than the installation's: those are not there yet.
  infra = await startInfra({
    dataDir: folder.dir,
    env: { ...plainEnv, TEMPORAL_NAMESPACE: 'elsewhere' },
    log: () => undefined,
  });
  const { host, password } = new URL(infra.databaseUrl);
  owner = `postgres://app:${password}@${host}/production`;
  app = `postgres://shixian_app:app-password@${host}/production`;
  audit = `postgres://shixian_audit:audit-password@${host}/production`;
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const places = [
    ['npm ci --include=dev && ', ''],
    ['127.0.0.1:7233', infra.temporalAddress],
    ['postgres:owner-password@', `app:${password}@`],
    ['127.0.0.1:5432/shixian', `${host}/production`],
    ['/srv/shixian/files', join(folder.dir, 'files')],
  ] as const;
  typed = spawn('sh', ['-e', '-c', `${linesOf('Production', places)}\nwait`], {
    cwd: root,
    env: { ...plainEnv, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [typed.stdout, typed.stderr]) stream?.on('data', (chunk: Buffer) => (output += String(chunk)));
  await until(
    'API and worker to be ready',
    async () => {
      if (typed.exitCode !== null) throw new Error(`the production section ended:\n${output}`);
      const ready = await fetch(`${url}/readyz`).catch(() => null);
      return ready?.ok === true && output.includes('worker runs');
    },
    200_000,
  );
});
afterAll(async () => {
  if (typed?.exitCode === null && typed.signalCode === null) process.kill(-(typed.pid ?? 0), 'SIGKILL');
  await infra?.destroy();
});

/** The shell lines of a section of the README, with this machine's addresses in the place of the example's. */
function linesOf(section: string, places: readonly (readonly [string, string])[]): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const lines = new RegExp(`\n## ${section}\n[\\s\\S]*?\`\`\`sh\n([\\s\\S]*?)\n\`\`\``).exec(readme)?.[1] ?? '';
  return places.reduce((text, [example, real]) => {
    if (!text.includes(example)) throw new Error(`expected ${example} in the section ${section}, but it is not there`);
    return text.replaceAll(example, real);
  }, lines);
}

async function post(path: string, body: object): Promise<Response> {
  // As the proxy that PUBLIC_URL stands for does.
  const headers = { 'content-type': 'application/json', 'x-forwarded-proto': 'https' };
  return fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The shell blocks of a how-to page, in order. */
function blocksOf(page: string): string[] {
  const text = readFileSync(join(root, 'docs/how-to', page), 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)\n```/g)].map(([, block = '']) => block);
}

/** Types a block in the checkout, with the settings of the worker; every line must succeed. */
function type(block: string, env: Record<string, string> = {}): string {
  const all = { ...plainEnv, DATABASE_URL: app, TEMPORAL_ADDRESS: infra.temporalAddress, ...env };
  const typed = spawnSync('sh', ['-e', '-c', block], {
    cwd: root,
    env: all,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(typed.status, typed.stdout + typed.stderr).toBe(0);
  return typed.stdout;
}

/** A PostgreSQL on a folder that a backup made; answers its rows and ends. */
async function rowsOfCopy(folder: string, statement: string): Promise<unknown[]> {
  const who = postgresUser();
  if (who !== undefined) spawnSync('chown', ['-R', `${who.uid}:${who.gid}`, dirname(folder)]);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const server = spawn(
    join(testPostgres().binDir, 'postgres'),
    ['-D', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    {
      ...who,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const copied = new URL(owner);
  copied.port = String(port);
  try {
    return await until('the copy', async () => query(copied.href, statement).catch(() => null), 30_000);
  } finally {
    server.kill('SIGINT');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }
}

function migrate(env: Record<string, string>): { status: number | null; said: string } {
  const all = { ...plainEnv, ...env };
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'migrate'], {
    cwd: root,
    env: all,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, said: stdout + stderr };
}

describe('fault G3: the production section of the README, typed on an empty PostgreSQL and a real Temporal server', () => {
  it('fault G3: makes an installation that is ready, shows its pages and lets its first administrator in', async () => {
    const password = /added admin as systemAdmin of ln-biz, password (\S+)/.exec(output)?.[1] ?? '';
    const signedIn = await post('/session', { login: 'admin', password });
    expect(signedIn.status, output).toBe(200);
    expect(await signedIn.json()).toMatchObject({ mustChangePassword: true });
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<title>时限</title>');
    expect(await query(owner, 'select count(*)::int as people from app_user')).toEqual([{ people: 3 }]);
  });

  it('fault D9: brings one administrator of each kind, and an audit that only its reader reads', async () => {
    for (const end of ['security', 'audit']) {
      const made = new RegExp(`added admin-${end} as ${end}Admin of ln-biz, password (\\S+)`).exec(output)?.[1] ?? '';
      const signedIn = await post('/session', { login: `admin-${end}`, password: made });
      expect(await signedIn.json()).toMatchObject({ mustChangePassword: true, posts: [{ role: `${end}Admin` }] });
    }
    const kinds = 'select kind, count(*)::int as n from audit_entry group by kind order by kind';
    const made = { kind: 'accountMade', n: 3 };
    expect(await query(audit, kinds)).toEqual([made, { kind: 'signedIn', n: 3 }]);
    await expect(query(app, kinds)).rejects.toMatchObject({ code: '42501' });
    await expect(query(audit, 'select 1 from app_user')).rejects.toMatchObject({ code: '42501' });
  });

  it('fault D9: resets at the machine the password of an administrator whom no page resets, and audits it', async () => {
    const said = type('npm run -s user -- reset --login admin-audit < /dev/null');
    const reset = /^reset admin-audit, password (\S+)/.exec(said)?.[1] ?? '';
    const signedIn = await post('/session', { login: 'admin-audit', password: reset });
    expect(await signedIn.json()).toMatchObject({ mustChangePassword: true });
    const entries = `select who, details from audit_entry where kind = 'passwordReset'`;
    expect(await query(audit, entries)).toEqual([{ who: null, details: { byCommand: true } }]);
  });

  it('fault G3: gives the application a role that may change neither tables nor the journal, nor make roles', async () => {
    const rights =
      'select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user';
    const none = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false };
    expect(await query(app, rights)).toEqual([none]);
    for (const statement of ['create table t (n int)', 'drop table item', 'delete from case_event']) {
      await expect(query(app, statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('fault G3: migrates again without an administrator, and refuses what would run as the owner', () => {
    expect(migrate({ ADMIN_DATABASE_URL: owner, DATABASE_URL: app })).toMatchObject({
      status: 0,
      said: expect.stringMatching(/\nmigrated\n$/),
    });
    expect(migrate({ ADMIN_DATABASE_URL: owner })).toMatchObject({
      status: 64,
      said: expect.stringMatching(/^expected DATABASE_URL, but found none\n/),
    });
    expect(migrate({ ADMIN_DATABASE_URL: owner, DATABASE_URL: owner })).toMatchObject({
      status: 64,
      said: expect.stringContaining('expected shixian_app'),
    });
    const away = 'postgres://app:hunter2@127.0.0.1:9/shixian';
    const unreachable = migrate({ ADMIN_DATABASE_URL: away, DATABASE_URL: app });
    expect(unreachable.status).toBe(69);
    expect(unreachable.said).toContain('ADMIN_DATABASE_URL: expected PostgreSQL at 127.0.0.1:9/shixian');
  });

  it('refuses a second installation on the same server, which would take the password of the role from the first', async () => {
    const second = {
      ADMIN_DATABASE_URL: `${owner}2`,
      DATABASE_URL: app.replace('app-password', 'second-password') + '2',
    };
    const refused = migrate(second);
    expect(refused.status, refused.said).toBe(75);
    expect(refused.said).toMatch(
      /is "shixian: of the database production", .*a PostgreSQL server \(cluster\) of its own/,
    );
    expect(await query(app, `select datname from pg_database where datname like 'production%'`)).toEqual([
      { datname: 'production' },
    ]);
    // A release of before did not say which database has the role: then the password must be the one that it has.
    const mark = async (text: string) => query(owner, `comment on role shixian_app is '${text}'`);
    await mark('shixian: of npm run migrate');
    expect(migrate(second).status).toBe(75);
    expect(migrate({ ADMIN_DATABASE_URL: owner, DATABASE_URL: app }).status).toBe(0);
    await mark('shixian: of the database gone');
    expect(migrate({ ADMIN_DATABASE_URL: owner, DATABASE_URL: app }).status).toBe(0);
  });

  it('fault I8: backup.md, typed: the copy of the running cluster starts and holds journal and Temporal of one moment', async () => {
    const [copy = ''] = blocksOf('backup.md');
    const backup = join(mkdtempSync(join(tmpdir(), 'shixian-backup-')), 'copy');
    const { host, username, password } = new URL(owner);
    const here = copy
      .replace('postgres:owner-password@127.0.0.1:5432', `${username}:${password}@${host}`)
      .replaceAll(/\bbackup$/gm, backup)
      .replace('-D backup', `-D ${backup}`);
    type(here, { PATH: `${testPostgres().binDir}:${process.env['PATH'] ?? ''}` });
    const databases = `SELECT count(*)::int AS people, (SELECT count(*)::int FROM pg_database WHERE datname LIKE '%temporal%') AS stores FROM app_user`;
    expect(await rowsOfCopy(backup, databases)).toEqual([{ people: 3, stores: 2 }]);
    rmSync(join(backup, '..'), { recursive: true, force: true });
  });

  it('fault I8: backup.md, typed: looks for cases that differ and restores them', () => {
    const [, look = '', mend = ''] = blocksOf('backup.md');
    expect(type(look)).toMatch(/^0 incidents; compared at \S+Z, 0 cases\n0 of 0 cases restored\n$/);
    expect(type(mend)).toBe('0 of 0 cases restored\n');
  });

  it('fault I8: update.md, typed: builds and migrates beside the running release', () => {
    const [update = ''] = blocksOf('update.md');
    expect(update).toMatch(/^npm ci --include=dev\n/);
    expect(type(update.replace('npm ci --include=dev\n', ''), { ADMIN_DATABASE_URL: owner })).toMatch(/\nmigrated\n$/);
  });

  it('fault G3: ends API and worker in order at SIGTERM', async () => {
    process.kill(-(typed.pid ?? 0), 'SIGTERM');
    await until('both to end', async () => output.includes('api stopped') && output.includes('worker stopped'));
    await until('the port to be free', async () =>
      fetch(`${url}/livez`).then(
        () => false,
        () => true,
      ),
    );
  });
});
