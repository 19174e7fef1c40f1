import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import pino from 'pino';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { addItem } from '../../db/catalogue/items.ts';
import { upsertDepartments, upsertRegions } from '../../db/people/departments.ts';
import { createToken } from '../../db/people/tokens.ts';
import { createUser } from '../../db/people/users.ts';
import type { PostOf } from '../../db/people/users.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import { itemSeeds } from '../../db/seed/items/index.ts';
import { people } from '../../db/seed/people.ts';
import type { PersonSeed } from '../../db/seed/people.ts';
import { departments, regions } from '../../db/seed/regions.ts';
import type { Role } from '../../domain/people/roles.ts';
import { createApp } from '../../server/app.ts';
import { chooseByForm } from '../../server/conditions.ts';
import type { AppConfig, AppDeps } from '../../server/deps.ts';
import { createRenderer } from '../../server/documents/renderer.ts';
import { stockSealer } from '../../server/documents/sealer.ts';
import { openFiles } from '../../server/files/open-files.ts';
import type { Files } from '../../server/files/open-files.ts';
import { createGateway } from '../../server/gateway/gateway.ts';
import { createMetrics } from '../../server/metrics.ts';
import { hashPassword } from '../../server/passwords.ts';
import { openTestDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';

export const password = 'correct horse battery';
const secret = 'a secret of the tests, of more than 32 characters';

/** The HTTP side on a real database with the demo people and items. Temporal is away: nothing listens where it is looked for. */
export interface TestApi {
  readonly app: FastifyInstance;
  readonly deps: AppDeps;
  readonly database: TestDatabase;
  /** Sends with the bearer token of a demo person of this role (of 沈阳水务局, supervisors of the province), or of nobody. */
  send(
    who: Role | null,
    method: InjectOptions['method'],
    url: string,
    more?: SendMore,
  ): Promise<LightMyRequestResponse>;
  /** The header that makes a request one of a demo person of this role. */
  bearerOf(role: Role): Promise<{ readonly authorization: string }>;
  personOf(role: Role): PersonSeed;
  close(): Promise<void>;
}

export interface SendMore {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Where the request comes from. */
  readonly address?: string;
}

/** Hears each line of the log: its level and its words. */
export type Ear = (level: string, message: string) => void;

/** Opens it; `change` sets what a test is about (TLS, limits, no demo), `files` where files go. */
export async function openTestApi(change: Partial<AppConfig> = {}, ear?: Ear, files?: Files): Promise<TestApi> {
  const database = await openTestDatabase();
  const db = database.app;
  await addDemoPeople(db);
  for (const { item } of itemSeeds) await addItem(db, item);
  const connection = Connection.lazy({ address: '127.0.0.1:9' });
  const metrics = createMetrics('api');
  const worlds = createWorlds(db);
  const log = pino({ level: 'silent' });
  const gateway = createGateway({
    db,
    worlds,
    client: new Client({ connection }),
    log,
    metrics,
    chooseByForm,
    config: { submitDeadlineMs: 300, production: false, secret, durableIntents: false },
  });
  const parts = { db, auditDb: database.audit, worlds, gateway, metrics, ...(files && { files }) };
  const { app, deps } = await openAppOver(parts, change, ear);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (role: Role): Promise<string> => {
    const known = tokens.get(role) ?? makeToken(database, personOf(role).id);
    tokens.set(role, known);
    return known;
  };
  return {
    app,
    deps,
    database,
    personOf,
    bearerOf: async (role) => ({ authorization: `Bearer ${await tokenOf(role)}` }),
    send: async (who, method, url, more = {}) => {
      const authorization = who === null ? {} : { authorization: `Bearer ${await tokenOf(who)}` };
      const { body, headers = {}, address } = more;
      const json = body === undefined ? {} : { payload: JSON.stringify(body) };
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return app.inject({
        ...(method === undefined ? {} : { method }),
        url: url.startsWith('/') && !url.startsWith('/api') ? `/api/v1${url}` : url,
        headers: { ...type, ...authorization, ...headers },
        ...json,
        ...(address === undefined ? {} : { remoteAddress: address }),
      });
    },
    close: async () => {
      await app.close();
      await connection.close();
      await database.close();
    },
  };
}

/** The HTTP side over stores and a gateway that are there already: one API process. */
export async function openAppOver(
  parts: Pick<AppDeps, 'db' | 'worlds' | 'gateway' | 'metrics'> &
    Partial<Pick<AppDeps, 'auditDb' | 'files' | 'documents'>>,
  change: Partial<AppConfig> = {},
  ear?: Ear,
): Promise<{ readonly app: FastifyInstance; readonly deps: AppDeps }> {
  const deps: AppDeps = {
    config: {
      https: false,
      deviceBridge: 'http://127.0.0.1:17310',
      trustedProxies: [],
      demo: true,
      sessionSecret: secret,
      limits: false,
      checkAnswers: true,
      ...change,
    },
    auditDb: null,
    files: await openTestFiles(),
    documents: { renderer: testRenderer, sealer: stockSealer(secret), site: 'https://test.example.org' },
    ...parts,
    log: ear === undefined ? pino({ level: 'silent' }) : heard(ear),
    readiness: async () => ({ ready: true, checks: {}, warnings: [], builds: [] }),
    isStopping: () => false,
  };
  return { app: await createApp(deps), deps };
}

/** One thread for all apis of a test file: it begins with the first paper and keeps no process alive. */
const testRenderer = createRenderer({ fontDir: null });

const folders: string[] = [];
process.once('exit', () => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

/** A folder of files of its own, with room for small ones. */
export async function openTestFiles(mostBytes = { ofFile: 1_048_576, ofCase: 4_194_304 }): Promise<Files> {
  const dir = mkdtempSync(join(tmpdir(), 'shixian-files-'));
  folders.push(dir);
  return openFiles({ dir, mostBytes });
}

function heard(ear: Ear): Logger {
  const write = (line: string): void => {
    const { level, msg } = JSON.parse(line) as { level: number; msg: string };
    ear(pino.levels.labels[level] ?? '', msg);
  };
  return pino({ level: 'info' }, { write });
}

/** The port of an app that listens. */
export function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('expected an app that listens, but it does not');
  return address.port;
}

/** Regions, departments and people of the demo, all with the password of the tests. */
export async function addDemoPeople(db: Db): Promise<void> {
  await upsertRegions(db, regions);
  await upsertDepartments(db, departments);
  const passwordHash = await hashPassword(password);
  for (const person of people) await createUser(db, { ...person, passwordHash });
}

async function makeToken(database: TestDatabase, userId: string): Promise<string> {
  const expiresAt = Date.now() + 3_600_000;
  return (await createToken(database.app, { userId, title: 'test', expiresAt })).token;
}

/** The demo person of a role at 沈阳水务局; roles of supervision sit in the 营商局 of the province. */
export function personOf(role: Role): PersonSeed {
  const found =
    people.find((one) => one.posts.some((post) => post.role === role && post.departmentId === 'sy-water')) ??
    people.find((one) => one.posts.some((post) => post.role === role && post.departmentId === 'ln-biz'));
  if (found === undefined) throw new Error(`the demo has nobody as ${role}`);
  return found;
}

/** One more person with these posts, for tests that lock or change an account. */
export async function addPerson(database: TestDatabase, login: string, posts: readonly PostOf[]): Promise<string> {
  const made = await createUser(database.app, {
    login,
    name: '测试',
    passwordHash: await hashPassword(password),
    departmentId: posts[0]?.departmentId ?? 'sy-water',
    posts,
  });
  if ('refused' in made) throw new Error(made.detail);
  return made.id;
}
