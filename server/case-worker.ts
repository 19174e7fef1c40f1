import { hostname } from 'node:os';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/project.ts';
import type { Db } from '../db/client.ts';
import type { Worlds } from '../db/journal/worlds.ts';
import { taskQueue } from '../workflows/messages.ts';
import type { Metrics } from './metrics.ts';

/** Connects to Temporal without compression: client and server stand side by side. */
export async function connectTemporal(address: string): Promise<NativeConnection> {
  return NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
}

/** Settings of every worker here, the bench's bare one too: 1,000 cases stay in memory, about 0.12 MB each. */
export const workerSettings = {
  maxCachedWorkflows: 1_000,
  maxConcurrentWorkflowTaskExecutions: 60,
  maxConcurrentWorkflowTaskPolls: 20,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentActivityTaskPolls: 5,
  shutdownGraceTime: '20s',
  shutdownForceTime: '25s',
} as const;

/** The worker of workflow tasks and activities (temporal.md section 7). */
export async function createCaseWorker(deps: {
  connection: NativeConnection;
  namespace: string;
  db: Db;
  worlds: Worlds;
  metrics: Metrics;
  bundle: { codePath: string };
  maxCachedWorkflows?: number;
}): Promise<Worker> {
  const { connection, namespace, db, worlds, metrics, bundle } = deps;
  return Worker.create({
    ...workerSettings,
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: { ...createActivities({ db, worlds, onFacts: metrics.facts }) },
    identity: `case-worker@${hostname()}:${process.pid}`,
    maxCachedWorkflows: deps.maxCachedWorkflows ?? workerSettings.maxCachedWorkflows,
  });
}
