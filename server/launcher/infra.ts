import { existsSync, rmSync } from 'node:fs';
import type { Env } from '../config.ts';
import { keptSecret, openDataDir, stopSteps } from './data-dir.ts';
import type { DataDir } from './data-dir.ts';
import { createDatabases, databaseOf, ensureGivenDatabase } from './database.ts';
import { rememberedPorts } from './ports.ts';
import { openCluster, startCluster, superuser } from './postgres-cluster.ts';
import { postgresUser } from './run-as.ts';
import { runService } from './service.ts';
import type { Service } from './service.ts';
import { ensureNamespace } from './temporal-namespace.ts';
import { startTemporalServer, temporalPorts } from './temporal-server.ts';
import { ensureStores, renameOldStores, storesOf } from './temporal-schema.ts';
import type { Stores } from './temporal-schema.ts';
import { findTemporalTools } from './tools-cache.ts';

/** The two services below the product. */
export type InfraName = 'postgres' | 'temporal';

/** What `startInfra` needs. */
export type InfraOptions = {
  /** Data folder: made if missing, locked while the infrastructure runs. */
  dataDir: string;
  /** Reads DATABASE_URL, PG_BIN, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_SERVER_BIN, XDG_CACHE_HOME, HOME, PATH. */
  env: Env;
  log: (line: string) => void;
  /** Turns on workflow time skipping in a server of our own. Default false. */
  testMode?: boolean | undefined;
  /** Empties the data folder first. Default false. */
  fresh?: boolean | undefined;
  /** Starts a service that ends by itself again. Default false. */
  supervise?: boolean | undefined;
  /** Aborts the start; what runs already is stopped. */
  signal?: AbortSignal | undefined;
};

/** Running infrastructure. `pids` are live; undefined for a service that was given by address or does not run now. */
export type Infra = {
  /** The product's database, as superuser of a private cluster, or DATABASE_URL as given. */
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  /** The locked data folder: `at('log')`, `at('run')`, `at('secrets')`. */
  data: DataDir;
  readonly pids: Readonly<Record<InfraName, number | undefined>>;
  /** Stops Temporal, then PostgreSQL, and gives the data folder back. Safe to call twice. */
  stop: () => Promise<void>;
  /** Stops, then removes the data folder and what stands in for it elsewhere. For tests and bench. */
  destroy: () => Promise<void>;
  /** kill -9 of one service; it stays down until `restart`. Throws for one given by address. */
  killHard: (which: InfraName) => Promise<void>;
  /** Starts it again on the same ports and returns when it answers (and Temporal can use its stores again). Throws for one given by address. */
  restart: (which: InfraName) => Promise<void>;
};

type Database = { url: string; stores: Stores; ours: boolean; service?: Service };

/**
 * Finds or starts PostgreSQL and Temporal for one data folder: databases, schemas and namespace are there when it
 * returns. Throws errors of launch-error.ts (69, 75, 78); on any failure what was started is stopped again.
 */
export async function startInfra(options: InfraOptions): Promise<Infra> {
  const data = await openDataDir({ dir: options.dataDir, fresh: options.fresh, log: options.log });
  const services: Partial<Record<InfraName, Service>> = {};
  const stop = async (): Promise<void> => {
    await services.temporal?.stop();
    await services.postgres?.stop();
    data.release();
  };
  try {
    // Looked up (or built) before anything runs: the build takes minutes, and a missing tool should leave nothing behind.
    const given = options.env['TEMPORAL_ADDRESS']?.trim() || undefined;
    const tools = given === undefined ? await findTemporalTools({ ...options, dataDir: data.dir }) : undefined;
    const database = await startDatabase(data, options);
    if (database.service !== undefined) services.postgres = database.service;
    const namespace = options.env['TEMPORAL_NAMESPACE']?.trim() || 'shixian';
    let address = given ?? '';
    if (tools === undefined) {
      await ensureNamespace({ address, namespace, withinMs: 20_000, signal: options.signal });
    } else {
      await ensureStores({ ...options, stores: database.stores, tools, ours: database.ours });
      const ports = await rememberedPorts(data.at('temporal-ports.json'), temporalPorts);
      address = `127.0.0.1:${ports.frontend}`;
      const testMode = options.testMode ?? false;
      const spec = { data, tools, stores: database.stores, ports, namespace, testMode, env: options.env };
      services.temporal = await runService({
        name: 'Temporal',
        start: async () => startTemporalServer({ ...spec, signal: options.signal }),
        steps: stopSteps.temporal,
        supervise: options.supervise ?? false,
        log: options.log,
      });
    }
    return handles({ data, services, stop, databaseUrl: database.url, temporalAddress: address, namespace });
  } catch (error) {
    await stop();
    throw error;
  }
}

function handles(parts: {
  data: DataDir;
  services: Partial<Record<InfraName, Service>>;
  stop: () => Promise<void>;
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
}): Infra {
  const { services, ...rest } = parts;
  const own = (which: InfraName): Service => {
    const service = services[which];
    if (service === undefined) throw new Error(`expected ${which} to be our own process, but it was given by address`);
    return service;
  };
  return {
    ...rest,
    get pids() {
      return { postgres: services.postgres?.pid(), temporal: services.temporal?.pid() };
    },
    destroy: async () => {
      await rest.stop();
      for (const dir of [rest.data.dir, rest.data.elsewhere]) rmSync(dir, { recursive: true, force: true });
    },
    killHard: async (which) => own(which).killHard(),
    restart: async (which) => {
      await own(which).restart();
      const { temporalAddress: address, namespace } = rest;
      if (services.temporal?.pid() !== undefined) await ensureNamespace({ address, namespace, withinMs: 30_000 });
    },
  };
}

async function startDatabase(data: DataDir, options: InfraOptions): Promise<Database> {
  const { env, log, signal } = options;
  const given = env['DATABASE_URL']?.trim();
  if (given !== undefined && given !== '') {
    await ensureGivenDatabase(given);
    return { url: given, stores: storesOf(given), ours: false };
  }
  const runAs = postgresUser();
  const firstPassword = !existsSync(data.at('secrets', 'postgres-password'));
  const password = keptSecret(data, 'postgres-password');
  const cluster = await openCluster({ data, env, runAs, password, firstPassword, log, signal });
  const { postgres: port } = await rememberedPorts(data.at('postgres-port.json'), ['postgres']);
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/shixian`;
  const service = await runService({
    name: 'PostgreSQL',
    start: async () => startCluster({ cluster, data, port, url: databaseOf(url, 'postgres'), env, signal }),
    steps: stopSteps.postgres,
    supervise: options.supervise ?? false,
    log,
  });
  try {
    await createDatabases(url, ['shixian']);
    await renameOldStores(storesOf(url));
  } catch (error) {
    await service.stop();
    throw error;
  }
  return { url, stores: storesOf(url), ours: true, service };
}
