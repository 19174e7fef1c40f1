import type { Env } from '../config.ts';
import { keptSecret, stopSteps } from './data-dir.ts';
import type { Infra } from './infra.ts';
import { startProcess } from './processes.ts';
import type { Service } from './service.ts';

/** Worker and API, running. */
export type Processes = { worker: Service; api: Service };

/** What the product's processes are told of their infrastructure and their port. The caller adds the application's DATABASE_URL. */
export function productEnv(infra: Infra, port: number): Env {
  return {
    PORT: String(port),
    DATA_DIR: infra.data.dir,
    DATABASE_URL: infra.databaseUrl,
    TEMPORAL_ADDRESS: infra.temporalAddress,
    TEMPORAL_NAMESPACE: infra.namespace,
    SESSION_SECRET: keptSecret(infra.data, 'session-secret'),
  };
}

/**
 * Starts worker and API side by side and returns when both are ready. Each is in `services` from the moment it is ready,
 * the worker first; when one fails the other is given up and the failure thrown.
 */
export async function startProduct(options: {
  infra: Infra;
  env: Env;
  url: string;
  services: Service[];
  log: (line: string) => void;
  /** Options of node for both. */
  flags?: readonly string[] | undefined;
  supervise?: boolean | undefined;
  /** Comes after the names of a second pair: of their logs and process ids. */
  suffix?: string | undefined;
  signal?: AbortSignal | undefined;
}): Promise<Processes> {
  const { infra, env, url, services, log, flags, supervise, suffix = '' } = options;
  const oneFailed = new AbortController();
  const signal = AbortSignal.any([oneFailed.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const common = { env, data: infra.data, log, flags, supervise, signal };
  const worker = startProcess({
    ...common,
    env: { ...env, AUDIT_DATABASE_URL: undefined },
    name: `worker${suffix}`,
    entry: 'server/worker.ts',
    ready: 'message',
    steps: stopSteps.worker,
  });
  const api = startProcess({
    ...common,
    name: `api${suffix}`,
    entry: 'server/api.ts',
    ready: { url: `${url}/readyz` },
    steps: stopSteps.api,
  });
  const started = [worker.then((service) => services.unshift(service)), api.then((service) => services.push(service))];
  try {
    await Promise.all(started);
    return { worker: await worker, api: await api };
  } catch (error) {
    oneFailed.abort(error);
    await Promise.allSettled(started);
    throw error;
  }
}
