import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openDb } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { migrateDb } from '../db/migrate.ts';
import { createToken } from '../db/people/tokens.ts';
import { people } from '../db/seed/people.ts';
import type { Role } from '../domain/people/roles.ts';
import type { Env } from '../server/config.ts';
import { buildConsole } from '../server/launcher/build-console.ts';
import { keptSecret } from '../server/launcher/data-dir.ts';
import { startInfra } from '../server/launcher/infra.ts';
import type { Infra } from '../server/launcher/infra.ts';
import { freePort } from '../server/launcher/ports.ts';
import { productEnv, startProduct } from '../server/launcher/product.ts';
import type { Processes } from '../server/launcher/product.ts';
import type { Service } from '../server/launcher/service.ts';
import { addPeople, publishItems, staffAt } from './seed/catalogue.ts';
import type { Staff } from './seed/catalogue.ts';

/** Who gives orders: the id that goes into the opId, and a bearer token. */
export interface Hand {
  readonly id: string;
  readonly token: string;
}

/** A copy of the product of its own, with the demo's people and items and without its cases. */
export interface Copy {
  readonly url: string;
  readonly infra: Infra;
  readonly services: Processes;
  /** A second API and worker beside the first, where that was asked for. */
  readonly twins: (Processes & { readonly url: string }) | null;
  /** What its processes were told: for more processes beside them. */
  readonly env: Env;
  /** As the owner of the database. */
  readonly db: Db;
  readonly client: Client;
  readonly staff: Staff;
  readonly handOf: (role: Role, departmentId: string) => Hand;
  /** Ends API and worker and lets go of the database, so that it can be copied. */
  readonly rest: () => Promise<void>;
  /** Ends everything and removes the data folder. */
  readonly destroy: () => Promise<void>;
}

/** Servers that run already, for copies side by side: each has a database and a namespace of its own there. */
export interface SharedServers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** Of the roles, which belong to the whole cluster: copies must not change them under each other. */
  readonly passwords: { readonly appPassword: string; readonly auditPassword: string };
}

/** What a copy may differ in. */
export interface CopyOptions {
  readonly log: (line: string) => void;
  /** Builds the console first where its sources changed. Default false. */
  readonly console?: boolean;
  /** Options of node for worker and API. */
  readonly flags?: readonly string[];
  /** Starts API and worker again when they end by themselves. Default true. */
  readonly supervise?: boolean;
  /** Starts a second API and a second worker. Default false. */
  readonly twins?: boolean;
  /** Settings beside those that make it a copy. */
  readonly env?: Env;
  /** Default: servers of its own. They outlive the copy, with what it wrote. */
  readonly servers?: SharedServers;
}

/** Starts the product in a temporary data folder on free ports: for kill, bench and the browser tests. */
export async function startCopy(options: CopyOptions): Promise<Copy> {
  const { log } = options;
  if (options.console === true) await buildConsole(log);
  const dataDir = mkdtempSync(join(tmpdir(), 'shixian-copy-'));
  // Never those of the environment, which are not ours to kill or to measure.
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, TEMPORAL_NAMESPACE: ___, ...inherited } = process.env;
  const given = { ...inherited, ...options.env };
  const infra = await startInfra({ dataDir, env: { ...given, ...placeOn(options.servers) }, log });
  const ends: (() => Promise<unknown>)[] = [];
  const processes: Service[] = [];
  const rest = async (): Promise<void> => {
    for (const service of processes.splice(0).toReversed()) await service.stop();
    for (const end of ends.splice(0).toReversed()) await end();
  };
  const destroy = async (): Promise<void> => {
    await rest();
    await infra.destroy();
  };
  try {
    const own = ['app-password', 'audit-password'].map((name) => keptSecret(infra.data, name));
    const [appPassword = '', auditPassword] = own;
    const passwords = options.servers?.passwords ?? { appPassword, auditPassword };
    const { appUrl, auditUrl } = await migrateDb(infra.databaseUrl, passwords);
    const envOf = (port: number): Env => {
      const databases = { DATABASE_URL: appUrl, AUDIT_DATABASE_URL: auditUrl };
      return { ...given, NODE_ENV: 'development', ...productEnv(infra, port), ...databases };
    };
    const [port, second] = [await freePort(), await freePort()];
    const [url, secondUrl] = [port, second].map((one) => `http://127.0.0.1:${one}`) as [string, string];
    const env = envOf(port);
    const common = { ...options, infra, services: processes };
    const services = await startProduct({ ...common, env, url });
    const more = { env: envOf(second), url: secondUrl, suffix: '-2' };
    const twins = options.twins === true ? { ...(await startProduct({ ...common, ...more })), url: secondUrl } : null;
    const db = openDb(infra.databaseUrl, { max: 4, applicationName: 'shixian-copy' });
    ends.push(async () => db.end());
    const connection = await Connection.connect({ address: infra.temporalAddress });
    ends.push(async () => connection.close());
    const client = new Client({ connection, namespace: infra.namespace });
    await addPeople(db);
    const staff = staffAt(db, url, Date.now());
    await publishItems(staff);
    return { url, infra, services, twins, env, db, client, staff, handOf: await handsOf(db), rest, destroy };
  } catch (error) {
    await destroy();
    throw error;
  }
}

/** Names of its own on servers that others use too: database and namespace are made where they are missing. */
function placeOn(servers: SharedServers | undefined): Env {
  if (servers === undefined) return {};
  const name = `copy_${randomBytes(6).toString('hex')}`;
  const url = new URL(servers.databaseUrl);
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.toString(), TEMPORAL_ADDRESS: servers.temporalAddress, TEMPORAL_NAMESPACE: name };
}

/** A token of one day for the first of the demo people in every post. */
async function handsOf(db: Db): Promise<Copy['handOf']> {
  const hands = new Map<string, Hand>();
  for (const { id, posts } of people) {
    for (const { role, departmentId } of posts) {
      const seat = `${role} ${departmentId}`;
      if (hands.has(seat)) continue;
      const { token } = await createToken(db, { userId: id, title: 'copy', expiresAt: Date.now() + 86_400_000 });
      hands.set(seat, { id, token });
    }
  }
  return (role, departmentId) => {
    const hand = hands.get(`${role} ${departmentId}`);
    if (hand === undefined) throw new Error(`expected a ${role} at ${departmentId} among the demo people, but none is`);
    return hand;
  };
}
