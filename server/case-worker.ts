import { hostname } from 'node:os';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities/project.ts';
import type { ActivityDeps } from '../activities/project.ts';
import type { Db } from '../db/client.ts';
import type { Worlds } from '../db/journal/worlds.ts';
import { taskQueue } from '../workflows/messages.ts';
import { incidentAfterMs } from './gateway/context.ts';
import { tellIncident } from './gateway/suspects.ts';
import type { Log } from './gateway/types.ts';
import type { Metrics } from './metrics.ts';
import type { TemporalPlace } from './temporal-place.ts';

/** What this worker is called, in Temporal's tools and in `worker_seen`. */
export const workerName = `case-worker@${hostname()}:${process.pid}`;

/** Connects to Temporal without compression: client and server stand side by side. */
export async function connectTemporal(place: TemporalPlace): Promise<NativeConnection> {
  return NativeConnection.connect({ ...place, grpcCompression: { codec: 'none' } });
}

/** Settings of every worker here, the bench's bare one too: 1,000 cases stay in memory, about 0.12 MB each. */
export const workerSettings = {
  maxCachedWorkflows: 1_000,
  // Few in hand: what one worker holds when it dies stands still, and what another takes over must be replayed before its own timeout.
  maxConcurrentWorkflowTaskExecutions: 8,
  maxConcurrentWorkflowTaskPolls: 8,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentActivityTaskPolls: 5,
  // A case whose worker has died is given to another one after so long: while it lasts, nobody can act on it.
  stickyQueueScheduleToStartTimeout: '1s',
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
  log: Log;
  bundle: { codePath: string };
  maxCachedWorkflows?: number;
}): Promise<Worker> {
  const { connection, namespace, db, worlds, metrics, bundle } = deps;
  const onRefused: ActivityDeps['onRefused'] = async (caseId, kind, forMs) => {
    if (forMs >= incidentAfterMs) await tellIncident(deps, caseId, kind);
  };
  return Worker.create({
    ...workerSettings,
    connection,
    namespace,
    taskQueue,
    workflowBundle: bundle,
    activities: { ...createActivities({ db, worlds, onFacts: metrics.facts, onRefused }) },
    identity: workerName,
    maxCachedWorkflows: deps.maxCachedWorkflows ?? workerSettings.maxCachedWorkflows,
  });
}
