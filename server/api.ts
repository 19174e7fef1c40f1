import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import closeWithGrace from 'close-with-grace';
import { openDb } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { leaveApi, tellApi } from '../db/workers.ts';
import { currentRules } from '../domain/case/machine.ts';
import { createApp } from './app.ts';
import { beginBeat } from './beat.ts';
import { chooseByForm } from './conditions.ts';
import { configOrExit } from './config.ts';
import { documentsOfConfig } from './documents/open-documents.ts';
import { filesOfConfig } from './files/open-files.ts';
import type { AppConfig } from './deps.ts';
import { createGateway } from './gateway/gateway.ts';
import type { GatewayConfig } from './gateway/gateway.ts';
import { startSchedule } from './gateway/schedule.ts';
import { tellReady, whenLauncherGone } from './launcher/parent.ts';
import { insistOnLeastRights } from './least-rights.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createReadiness } from './readiness.ts';
import { insistOnSignIn, portError, runOrTell, serveFigures } from './start-up.ts';
import { connectClient, insistOnNamespace } from './temporal-client.ts';
import { startSweeping } from './sweeping.ts';
import { temporalOf } from './temporal-place.ts';
import { version } from './version.ts';

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** After /readyz has turned 503, so long for whoever asks it to send requests elsewhere. */
const drainMs = 300;

const { config } = configOrExit();
const { TEMPORAL_NAMESPACE: namespace } = config;
const { log, lost } = openLog({
  process: 'api',
  level: config.LOG_LEVEL,
  redact: ['req.headers', '*.password', '*.idNo', '*.phone'],
});
await runOrTell(run);

/** Serves HTTP until SIGTERM, SIGINT or the end of the launcher; requests under way are finished first. */
async function run(): Promise<void> {
  // Production insists on a secret; without one, sessions and query codes end with this process.
  const secret = config.SESSION_SECRET ?? randomBytes(32).toString('hex');
  const db = openDb(config.DATABASE_URL ?? '', {
    applicationName: 'shixian-api',
    onError: (error) => log.warn({ err: error }, 'an idle connection to PostgreSQL broke'),
  });
  const auditDb = openAudit();
  await insistOnSignIn(db, 'DATABASE_URL');
  if (auditDb !== null) await insistOnSignIn(auditDb, 'AUDIT_DATABASE_URL');
  await insistOnLeastRights(config, db, auditDb);
  const connection = await connectTemporal();
  const client = new Client({ connection, namespace });
  const metrics = createMetrics('api', lost);
  const worlds = createWorlds(db);
  const files = await filesOfConfig(config, (err) => log.warn({ err }, 'a file was not scanned and waits'));
  const documents = documentsOfConfig(config, secret);
  const production = config.NODE_ENV === 'production';
  const gateway = createGateway({ db, worlds, client, log, metrics, chooseByForm, config: gatewayConfig(secret) });
  const state = { swept: false, stopping: false };
  const app = await createApp({
    config: appConfig(secret),
    db,
    auditDb,
    worlds,
    files,
    documents,
    gateway,
    metrics,
    log,
    readiness: createReadiness({ db, auditDb, store: files.store, connection, namespace, production, state }),
    isStopping: () => state.stopping,
  });
  const figures = await serveFigures(metrics, 'API_METRICS_PORT', config);
  await app.listen({ port: config.PORT, host: config.HOST }).catch((error: unknown) => {
    throw portError('PORT', config, error);
  });
  log.info({ version, rules: currentRules }, 'api runs');
  const api = `api@${hostname()}:${process.pid}`;
  const endBeat = await beginBeat({
    who: 'API',
    tell: async () => tellApi(db, { api, rules: currentRules, version }),
    leave: async () => leaveApi(db, api),
    log,
  });
  const schedule = startSchedule(gateway, log);
  void schedule.ready.then(() => {
    state.swept = true;
  });
  const endSweeping = startSweeping({ db, files, log });

  const { close } = closeWithGrace({ delay: 20_000, logger: false, skip: [...stopSignals] }, async ({ err }) => {
    if (err) log.error({ err }, 'stops because of a bug');
    log.info({}, 'stopping: requests under way are finished');
    state.stopping = true;
    endSweeping();
    await endBeat();
    await pause(drainMs);
    figures?.close();
    await app.close();
    await documents.renderer.close();
    await schedule.stop();
    await connection.close();
    await auditDb?.end();
    await db.end();
    log.info({}, 'api stopped');
  });
  stopOnce(close);
  tellReady();
}

async function connectTemporal(): ReturnType<typeof connectClient> {
  const place = temporalOf(config);
  const connection = await connectClient(place, log);
  // Elsewhere the worker makes the namespace, perhaps at this moment.
  if (config.NODE_ENV === 'production')
    await insistOnNamespace(connection, { address: place.address, namespace: namespace });
  return connection;
}

/** The audit is read on connections of its own: those of the application may not. */
function openAudit(): Db | null {
  if (config.AUDIT_DATABASE_URL === undefined) return null;
  return openDb(config.AUDIT_DATABASE_URL, {
    applicationName: 'shixian-audit',
    max: 2,
    onError: (error) => log.warn({ err: error }, 'an idle connection to PostgreSQL broke'),
  });
}

function appConfig(sessionSecret: string): AppConfig {
  return {
    https: config.PUBLIC_URL?.startsWith('https:') === true,
    deviceBridge: config.DEVICE_BRIDGE_URL ?? null,
    trustedProxies: config.TRUSTED_PROXIES?.split(',') ?? [],
    demo: config.DEMO && config.NODE_ENV !== 'production',
    sessionSecret,
    limits: true,
    checkAnswers: config.NODE_ENV === 'test',
  };
}

function gatewayConfig(secret: string): GatewayConfig {
  const production = config.NODE_ENV === 'production';
  return {
    submitDeadlineMs: config.SUBMIT_DEADLINE_MS,
    production: !config.DEMO || production,
    secret,
    durableIntents: production,
  };
}

/**
 * Stops at the first of these signals or with the launcher. npm passes on a signal that its whole group has got (from a terminal, from
 * systemd): the second one must not cut short what the first began.
 */
function stopOnce(close: () => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    close();
  };
  for (const signal of stopSignals) process.on(signal, stop);
  whenLauncherGone(stop);
}
