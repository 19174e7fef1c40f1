import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openDb } from '../../db/client.ts';
import type { Db } from '../../db/client.ts';
import { migrateDb } from '../../db/migrate.ts';
import { createToken } from '../../db/people/tokens.ts';
import { people } from '../../db/seed/people.ts';
import type { Role } from '../../domain/people/roles.ts';
import { keptSecret, stopSteps } from '../../server/launcher/data-dir.ts';
import { startInfra } from '../../server/launcher/infra.ts';
import type { Infra } from '../../server/launcher/infra.ts';
import { freePort } from '../../server/launcher/ports.ts';
import { startProcess } from '../../server/launcher/processes.ts';
import type { Service } from '../../server/launcher/service.ts';
import { addPeople, publishItems, staffAt } from '../../demo/seed/catalogue.ts';

/** Who gives orders: the id that goes into the opId, and a bearer token. */
export interface Hand {
  readonly id: string;
  readonly token: string;
}

/** A copy of the product of its own, with the demo's people and items and without its cases. */
export interface KillProduct {
  readonly url: string;
  readonly infra: Infra;
  readonly services: { readonly api: Service; readonly worker: Service };
  /** As the owner of the database. */
  readonly db: Db;
  readonly client: Client;
  readonly handOf: (role: Role, departmentId: string) => Hand;
  /** Ends API and worker and lets go of the database, so that it can be copied. */
  readonly rest: () => Promise<void>;
  /** Ends everything and removes the data folder. */
  readonly destroy: () => Promise<void>;
}

/** Starts the product in a temporary data folder on free ports. */
export async function startKillProduct(log: (line: string) => void): Promise<KillProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shixian-kill-'));
  // Always servers of our own: those of the environment are not ours to kill.
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, ...env } = process.env;
  const infra = await startInfra({ dataDir, env, log });
  const ends: (() => Promise<unknown>)[] = [];
  const rest = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  const destroy = async (): Promise<void> => {
    await rest();
    await infra.destroy();
  };
  try {
    const { appUrl } = await migrateDb(infra.databaseUrl, { appPassword: keptSecret(infra.data, 'app-password') });
    const { url, ...services } = await startServices({ infra, appUrl, log, ends });
    const db = openDb(infra.databaseUrl, { max: 4, applicationName: 'shixian-kill' });
    ends.push(async () => db.end());
    const connection = await Connection.connect({ address: infra.temporalAddress });
    ends.push(async () => connection.close());
    const client = new Client({ connection, namespace: infra.namespace });
    await addPeople(db);
    await publishItems(staffAt(db, url, Date.now()));
    return { url, infra, services, db, client, handOf: await handsOf(db), rest, destroy };
  } catch (error) {
    await destroy();
    throw error;
  }
}

async function startServices(o: {
  infra: Infra;
  appUrl: string;
  log: (line: string) => void;
  ends: (() => Promise<unknown>)[];
}): Promise<{ url: string; api: Service; worker: Service }> {
  const { infra, ends } = o;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: String(port),
    DATA_DIR: infra.data.dir,
    DATABASE_URL: o.appUrl,
    ADMIN_DATABASE_URL: infra.databaseUrl,
    TEMPORAL_ADDRESS: infra.temporalAddress,
    TEMPORAL_NAMESPACE: infra.namespace,
    SESSION_SECRET: keptSecret(infra.data, 'session-secret'),
  };
  const common = { env, data: infra.data, log: o.log };
  const one = async (options: Parameters<typeof startProcess>[0]): Promise<Service> => {
    const service = await startProcess(options);
    ends.push(service.stop);
    return service;
  };
  const [worker, api] = await Promise.all([
    one({ ...common, name: 'worker', entry: 'server/worker.ts', ready: 'message', steps: stopSteps.worker }),
    one({ ...common, name: 'api', entry: 'server/api.ts', ready: { url: `${url}/readyz` }, steps: stopSteps.api }),
  ]);
  return { url, api, worker };
}

/** A token of one day for the first of the demo people in every post. */
async function handsOf(db: Db): Promise<KillProduct['handOf']> {
  const hands = new Map<string, Hand>();
  for (const { id, posts } of people) {
    for (const { role, departmentId } of posts) {
      const seat = `${role} ${departmentId}`;
      if (hands.has(seat)) continue;
      const { token } = await createToken(db, { userId: id, title: 'kill', expiresAt: Date.now() + 86_400_000 });
      hands.set(seat, { id, token });
    }
  }
  return (role, departmentId) => {
    const hand = hands.get(`${role} ${departmentId}`);
    if (hand === undefined) throw new Error(`expected a ${role} at ${departmentId} among the demo people, but none is`);
    return hand;
  };
}
