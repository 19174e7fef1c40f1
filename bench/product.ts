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

/** Starts a copy of the product and what it is compared with; publishes the bench item. `profile`: a folder for CPU profiles. */
export async function startBenchProduct(o: { log: (line: string) => void; profile?: string }): Promise<BenchProduct> {
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
    const floorPort = await freePort();
    const rivals = await startRivals({ copy, floorPort, flags, services, log: o.log });
    const departmentId = benchItem.item.departmentId;
    const tokens = {
      clerk: copy.handOf('windowClerk', departmentId).token,
      officer: copy.handOf('caseOfficer', departmentId).token,
    };
    const pids = { api: pidOf(copy.services.api), caseWorker: pidOf(copy.services.worker), ...rivals };
    return { url: copy.url, floorUrl: `http://127.0.0.1:${floorPort}`, infra: copy.infra, pids, tokens, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What ours is compared with, beside the copy: two workers of bare workflows and the least API. Answers their process ids. */
async function startRivals(o: {
  copy: Copy;
  floorPort: number;
  flags: readonly string[];
  services: Service[];
  log: (line: string) => void;
}): Promise<Pick<BenchProduct['pids'], 'bareWorker' | 'tunedWorker' | 'floorApi'>> {
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
