import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Db } from '../../db/client.ts';
import { createWorlds } from '../../db/journal/worlds.ts';
import type { Worlds } from '../../db/journal/worlds.ts';
import { connectTemporal, createCaseWorker } from '../../server/case-worker.ts';
import { workflowBundle } from '../../server/gateway/bundle.ts';
import { createGateway } from '../../server/gateway/gateway.ts';
import type { Gateway, GatewayConfig } from '../../server/gateway/gateway.ts';
import { chooseByForm } from '../../server/conditions.ts';
import { ensureNamespace } from '../../server/launcher/temporal-namespace.ts';
import { createMetrics } from '../../server/metrics.ts';
import type { Metrics } from '../../server/metrics.ts';
import { openTestDatabase } from './database.ts';
import { sharedServers } from './shared-servers.ts';

/** Real PostgreSQL and a real Temporal server with a namespace of its own, a gateway, and workers to start and stop. */
export interface TestProduct {
  readonly db: Db;
  readonly admin: Db;
  readonly worlds: Worlds;
  readonly client: Client;
  readonly namespace: string;
  /** Where a process of its own finds the servers. */
  readonly env: {
    readonly TEMPORAL_ADDRESS: string;
    readonly TEMPORAL_NAMESPACE: string;
    readonly DATABASE_URL: string;
  };
  readonly gateway: Gateway;
  readonly metrics: Metrics;
  /** Another API process: its own gateway over the same stores. */
  openGateway(change?: Partial<GatewayConfig>): Gateway;
  /** The wall clock of the API in ms; `skew` moves it along with the virtual time of a case. */
  now(): number;
  skew(ms: number): void;
  /** A worker of this build, or of another's bundle. */
  startWorker(bundle?: { codePath: string }): Promise<{ stop(): Promise<void> }>;
  stopWorkers(): Promise<void>;
  close(): Promise<void>;
}

const secret = 'a secret of the tests, of more than 32 characters';
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens all of it, in a database and a namespace of its own. */
export async function openTestProduct(change: Partial<GatewayConfig> = {}): Promise<TestProduct> {
  quietRuntime();
  const { temporalAddress: address } = sharedServers();
  const namespace = `test-${randomUUID().slice(0, 8)}`;
  const [database, connection] = await Promise.all([
    openTestDatabase(),
    ensureNamespace({ address, namespace, withinMs: 60_000 }).then(async () => connectTemporal({ address, tls: null })),
  ]);
  const client = new Client({ connection, namespace });
  const worlds = createWorlds(database.app);
  const metrics = createMetrics('test');
  let skewMs = 0;
  const now = (): number => Date.now() + skewMs;
  const log = process.env['TEST_LOG'] === undefined ? quiet : console;
  const openGateway = (more: Partial<GatewayConfig> = {}): Gateway =>
    createGateway({
      db: database.app,
      worlds,
      client,
      metrics,
      log,
      chooseByForm,
      config: { submitDeadlineMs: 10_000, production: false, secret, durableIntents: false, now, ...change, ...more },
    });
  const workers = new Set<() => Promise<void>>();
  return {
    db: database.app,
    admin: database.admin,
    worlds,
    client,
    namespace,
    env: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, DATABASE_URL: database.appUrl },
    metrics,
    openGateway,
    now,
    gateway: openGateway(),
    skew: (ms) => {
      skewMs += ms;
    },
    startWorker: async (bundle) => {
      // A connection of its own: the SDK takes one worker a connection and queue, also for a moment after it stopped.
      const own = await connectTemporal({ address, tls: null });
      const parts = { connection: own, namespace, db: database.app, worlds, metrics, log };
      const code = bundle ?? (await workflowBundle(bundleDir));
      const stop = runWorker(await createCaseWorker({ ...parts, bundle: code }), own);
      workers.add(stop);
      return { stop };
    },
    stopWorkers: async () => stopAll(workers),
    close: async () => {
      await stopAll(workers);
      await connection.close();
      await database.close();
    },
  };
}

const bundleDir = join(import.meta.dirname, '../../node_modules/.cache/shixian');

let runtimeIsSet = false;

/** The SDK says errors only; with TEST_LOG it says more. Once a process. */
export function quietRuntime(): void {
  if (runtimeIsSet) return;
  runtimeIsSet = true;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger(process.env['TEST_LOG'] === undefined ? 'ERROR' : 'INFO'),
  });
}

function runWorker(worker: Worker, connection: NativeConnection): () => Promise<void> {
  const running = worker.run().then(async () => connection.close());
  return async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
  };
}

async function stopAll(workers: Set<() => Promise<void>>): Promise<void> {
  await Promise.all([...workers].map(async (stop) => stop()));
  workers.clear();
}
