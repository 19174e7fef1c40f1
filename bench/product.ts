import type { Db } from '../db/client.ts';
import { startCopy } from '../demo/copy.ts';
import type { Copy } from '../demo/copy.ts';
import { stopSteps } from '../server/launcher/data-dir.ts';
import type { Infra } from '../server/launcher/infra.ts';
import { freePort } from '../server/launcher/ports.ts';
import { startProcess } from '../server/launcher/processes.ts';
import type { Service } from '../server/launcher/service.ts';
import { benchItem, publishBenchItem } from './bench-item.ts';

/** A copy of the product of its own, with a worker of bare workflows beside it. */
export interface BenchProduct {
  /** Of the API, or of both. */
  readonly urls: readonly string[];
  readonly floorUrl: string;
  readonly infra: Infra;
  readonly pids: {
    readonly api: number;
    /** 0: there is none. */
    readonly secondApi: number;
    readonly floorApi: number;
    readonly caseWorker: number;
    readonly bareWorker: number;
    readonly tunedWorker: number;
  };
  readonly tokens: { readonly clerk: string; readonly officer: string };
  stop(): Promise<void>;
}

/**
 * Starts a copy of the product and what it is compared with; publishes the bench item. `profile`: a folder for CPU profiles; `twoApis`:
 * orders take turns at two of them.
 */
export async function startBenchProduct(o: {
  log: (line: string) => void;
  twoApis: boolean;
  profile?: string;
}): Promise<BenchProduct> {
  const flags = o.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${o.profile}`];
  // A process that ends by itself spoils the figures: it stays ended and the load fails.
  const copy = await startCopy({ log: o.log, flags, supervise: false });
  const services: Service[] = [];
  const stop = async (): Promise<void> => {
    for (const service of services) await service.stop();
    await copy.destroy();
  };
  try {
    await makeBenchTables(copy.db);
    await publishBenchItem(copy.staff);
    const beside = { copy, flags, services, log: o.log };
    const floorPort = await freePort();
    const rivals = await startRivals({ ...beside, floorPort });
    const second = o.twoApis ? await startSecondApi(beside) : { url: [], pid: 0 };
    const departmentId = benchItem.item.departmentId;
    const tokens = {
      clerk: copy.handOf('windowClerk', departmentId).token,
      officer: copy.handOf('caseOfficer', departmentId).token,
    };
    const { api, worker } = copy.services;
    const pids = { api: pidOf(api), secondApi: second.pid, caseWorker: pidOf(worker), ...rivals };
    return {
      urls: [copy.url, ...second.url],
      floorUrl: `http://127.0.0.1:${floorPort}`,
      infra: copy.infra,
      pids,
      tokens,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Beside {
  readonly copy: Copy;
  readonly flags: readonly string[];
  readonly services: Service[];
  readonly log: (line: string) => void;
}

/** A second API on the same database and Temporal. */
async function startSecondApi({ copy, ...o }: Beside): Promise<{ url: string[]; pid: number }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = await startProcess({
    ...o,
    name: 'api-2',
    entry: 'server/api.ts',
    env: { ...copy.env, PORT: String(port) },
    data: copy.infra.data,
    ready: { url: `${url}/readyz` },
    steps: stopSteps.api,
    supervise: false,
  });
  o.services.push(service);
  return { url: [url], pid: pidOf(service) };
}

/** What ours is compared with, beside the copy: two workers of bare workflows and the least API. Answers their process ids. */
async function startRivals(
  o: Beside & { readonly floorPort: number },
): Promise<Pick<BenchProduct['pids'], 'bareWorker' | 'tunedWorker' | 'floorApi'>> {
  const { infra, env } = o.copy;
  const one = async (name: string, entry: string): Promise<number> => {
    const service = await startProcess({
      name,
      entry,
      env: { ...env, PORT: String(o.floorPort) },
      data: infra.data,
      log: o.log,
      flags: o.flags,
      ready: 'message',
      steps: stopSteps.worker,
      supervise: false,
    });
    o.services.push(service);
    return pidOf(service);
  };
  const [bareWorker, tunedWorker, floorApi] = await Promise.all([
    one('bare-worker', 'bench/bare-worker.ts'),
    one('tuned-worker', 'bench/bare-worker-tuned.ts'),
    one('floor-api', 'bench/floor-api.ts'),
  ]);
  return { bareWorker, tunedWorker, floorApi };
}

/** What the awaited activity writes to, one row a step; and request, head and facts of the least over HTTP. */
async function makeBenchTables(db: Db): Promise<void> {
  await db.query('CREATE TABLE bench_row (op_id uuid PRIMARY KEY, seq int NOT NULL, filler text NOT NULL)');
  await db.query('CREATE TABLE floor_intent (op_id uuid PRIMARY KEY, body json NOT NULL, answer json)');
  await db.query('CREATE TABLE floor_head (case_id uuid PRIMARY KEY, seq int NOT NULL) WITH (fillfactor = 50)');
  await db.query(
    'CREATE TABLE floor_fact (case_id uuid, seq int, op_id uuid, filler text, PRIMARY KEY (case_id, seq))',
  );
  await db.query('GRANT INSERT, SELECT, UPDATE ON bench_row, floor_intent, floor_head, floor_fact TO shixian_app');
}

function pidOf(service: Service): number {
  const pid = service.pid();
  if (pid === undefined) throw new Error('expected a process that was just started to run, but it ended');
  return pid;
}
