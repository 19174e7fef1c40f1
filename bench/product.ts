import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { migrateDb } from '../db/migrate.ts';
import { createToken } from '../db/people/tokens.ts';
import { personAt } from '../db/seed/people.ts';
import type { Role } from '../domain/people/roles.ts';
import { keptSecret, stopSteps } from '../server/launcher/data-dir.ts';
import { startInfra } from '../server/launcher/infra.ts';
import type { Infra } from '../server/launcher/infra.ts';
import { choosePort } from '../server/launcher/ports.ts';
import { startProcess } from '../server/launcher/processes.ts';
import type { Service } from '../server/launcher/service.ts';
import { addPeople, staffAt } from '../demo/seed/catalogue.ts';
import { benchItem, publishBenchItem } from './bench-item.ts';

/** A copy of the product of its own, with a worker of bare workflows beside it. */
export interface BenchProduct {
  readonly url: string;
  readonly floorUrl: string;
  readonly infra: Infra;
  readonly pids: {
    readonly api: number;
    readonly floorApi: number;
    readonly caseWorker: number;
    readonly bareWorker: number;
    readonly tunedWorker: number;
  };
  readonly tokens: { readonly clerk: string; readonly officer: string };
  stop(): Promise<void>;
}

/** Starts everything in a temporary data folder and publishes the bench item through the API. `profile`: a folder for CPU profiles. */
export async function startBenchProduct(o: { log: (line: string) => void; profile?: string }): Promise<BenchProduct> {
  const infra = await startInfra({
    dataDir: mkdtempSync(join(tmpdir(), 'shixian-bench-')),
    env: process.env,
    log: o.log,
  });
  const services: Service[] = [];
  const stop = async (): Promise<void> => {
    for (const service of services.toReversed()) await service.stop();
    await infra.destroy();
  };
  try {
    const { appUrl } = await migrateDb(infra.databaseUrl, { appPassword: keptSecret(infra.data, 'app-password') });
    await makeBenchTables(infra.databaseUrl);
    const port = await choosePort({ port: 8080, given: false, host: '127.0.0.1' });
    const url = `http://127.0.0.1:${port}`;
    const floorPort = await choosePort({ port: port + 1, given: false, host: '127.0.0.1' });
    const processes = startProcesses({ infra, appUrl, port, floorPort, url, services, ...o });
    const [caseWorker, bareWorker, tunedWorker, api, floorApi] = await processes;
    const tokens = await prepareStaff(appUrl, url);
    const workers = { caseWorker: pidOf(caseWorker), bareWorker: pidOf(bareWorker), tunedWorker: pidOf(tunedWorker) };
    const pids = { api: pidOf(api), floorApi: pidOf(floorApi), ...workers };
    return { url, floorUrl: `http://127.0.0.1:${floorPort}`, infra, pids, tokens, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startProcesses(o: {
  infra: Infra;
  appUrl: string;
  port: number;
  floorPort: number;
  url: string;
  services: Service[];
  log: (line: string) => void;
  profile?: string;
}): Promise<[Service, Service, Service, Service, Service]> {
  const { infra, services } = o;
  const profiling = o.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${o.profile}`];
  const common = {
    data: infra.data,
    log: o.log,
    supervise: false,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(o.port),
      DATA_DIR: infra.data.dir,
      DATABASE_URL: o.appUrl,
      ADMIN_DATABASE_URL: infra.databaseUrl,
      TEMPORAL_ADDRESS: infra.temporalAddress,
      TEMPORAL_NAMESPACE: infra.namespace,
      SESSION_SECRET: keptSecret(infra.data, 'session-secret'),
    },
  };
  const worker = {
    ...common,
    flags: profiling,
    ready: 'message',
    steps: stopSteps.worker,
  } as const;
  const one = async (options: Parameters<typeof startProcess>[0]): Promise<Service> => {
    const service = await startProcess(options);
    services.push(service);
    return service;
  };
  return Promise.all([
    one({ ...worker, name: 'worker', entry: 'server/worker.ts' }),
    one({ ...worker, name: 'bare-worker', entry: 'bench/bare-worker.ts' }),
    one({ ...worker, name: 'tuned-worker', entry: 'bench/bare-worker-tuned.ts' }),
    one({
      ...common,
      name: 'api',
      entry: 'server/api.ts',
      flags: profiling,
      ready: { url: `${o.url}/readyz` },
      steps: stopSteps.api,
    }),
    one({
      ...worker,
      env: { ...common.env, PORT: String(o.floorPort) },
      name: 'floor-api',
      entry: 'bench/floor-api.ts',
    }),
  ]);
}

/** What the awaited activity writes to, one row a step; and request, head and facts of the least over HTTP. */
async function makeBenchTables(adminUrl: string): Promise<void> {
  const db = openDb(adminUrl, { max: 1 });
  await db.query('CREATE TABLE bench_row (op_id uuid PRIMARY KEY, seq int NOT NULL, filler text NOT NULL)');
  await db.query('CREATE TABLE floor_intent (op_id uuid PRIMARY KEY, body json NOT NULL, answer json)');
  await db.query('CREATE TABLE floor_head (case_id uuid PRIMARY KEY, seq int NOT NULL) WITH (fillfactor = 50)');
  await db.query(
    'CREATE TABLE floor_fact (case_id uuid, seq int, op_id uuid, filler text, PRIMARY KEY (case_id, seq))',
  );
  await db.query('GRANT INSERT, SELECT, UPDATE ON bench_row, floor_intent, floor_head, floor_fact TO shixian_app');
  await db.end();
}

async function prepareStaff(appUrl: string, url: string): Promise<BenchProduct['tokens']> {
  const db = openDb(appUrl, { max: 2 });
  try {
    await addPeople(db);
    await publishBenchItem(staffAt(db, url, Date.now()));
    return { clerk: await tokenOf(db, 'windowClerk'), officer: await tokenOf(db, 'caseOfficer') };
  } finally {
    await db.end();
  }
}

async function tokenOf(db: Db, role: Role): Promise<string> {
  const { id } = personAt(role, benchItem.item.departmentId);
  const { token } = await createToken(db, { userId: id, title: 'bench', expiresAt: Date.now() + 86_400_000 });
  return token;
}

function pidOf(service: Service): number {
  const pid = service.pid();
  if (pid === undefined) throw new Error('expected a process that was just started to run, but it ended');
  return pid;
}
