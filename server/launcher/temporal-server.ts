import { join } from 'node:path';
import { root } from '../root.ts';
import type { Env } from '../config.ts';
import { startChild, tailOf } from './children.ts';
import type { Child } from './children.ts';
import { stopSteps } from './data-dir.ts';
import type { DataDir } from './data-dir.ts';
import { launchError, unavailable } from './launch-error.ts';
import { ensureNamespace } from './temporal-namespace.ts';
import type { Stores } from './temporal-schema.ts';
import type { TemporalTools } from './tools-cache.ts';

/** Ports of the one-process server; the frontend's is the one clients use. */
export const temporalPorts = [
  'frontend',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
] as const;

/** What a server of this data folder runs with; the same at each restart. */
export type TemporalSpec = {
  data: DataDir;
  tools: TemporalTools;
  stores: Stores;
  ports: Record<(typeof temporalPorts)[number], number>;
  namespace: string;
  /** Whether the keys for tests (workflow time skipping) are on. */
  testMode: boolean;
  env: Env;
  signal?: AbortSignal | undefined;
};

/** Starts the server on temporal-dev.yml and waits until the namespace can be used. Throws exit 69 with the log's end. */
export async function startTemporalServer(spec: TemporalSpec): Promise<Child> {
  const logFile = spec.data.at('log', 'temporal.log');
  const child = await startChild({
    command: spec.tools.server,
    args: ['--config-file', join(root, 'temporal-dev.yml'), '--allow-no-auth', 'start'],
    env: serverEnv(spec),
    cwd: spec.data.dir,
    logFile,
    pidFile: spec.data.at('run', 'temporal.pid'),
  });
  try {
    await ensureNamespace({
      address: `127.0.0.1:${spec.ports.frontend}`,
      namespace: spec.namespace,
      withinMs: 90_000,
      isRunning: child.isRunning,
      signal: spec.signal,
    });
  } catch (error) {
    await child.stop(stopSteps.temporal);
    throw error;
  }
  if (child.isRunning()) return child;
  throw launchError(unavailable, `the Temporal server did not start: ${await child.ended}\n${tailOf(logFile)}`);
}

function serverEnv({ env, stores, ports, testMode }: TemporalSpec): Env {
  const { hostname, port, username, password } = new URL(stores.url);
  return {
    PATH: env['PATH'],
    HOME: env['HOME'],
    TZ: 'UTC',
    GOGC: '400',
    TEMPORAL_LOG_LEVEL: 'warn',
    TEMPORAL_PG_ADDRESS: `${hostname}:${port || '5432'}`,
    TEMPORAL_PG_USER: decodeURIComponent(username),
    TEMPORAL_PG_PASSWORD: decodeURIComponent(password),
    TEMPORAL_PG_DB: stores.main,
    TEMPORAL_PG_VISIBILITY_DB: stores.visibility,
    TEMPORAL_FRONTEND_PORT: String(ports.frontend),
    TEMPORAL_FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    TEMPORAL_HISTORY_PORT: String(ports.history),
    TEMPORAL_HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    TEMPORAL_MATCHING_PORT: String(ports.matching),
    TEMPORAL_MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    TEMPORAL_WORKER_PORT: String(ports.worker),
    TEMPORAL_WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
    TEMPORAL_DYNAMIC_CONFIG: join(root, testMode ? 'temporal-dev.test.dynamic.yml' : 'temporal-dev.dynamic.yml'),
  };
}
