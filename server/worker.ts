import { setFlagsFromString } from 'node:v8';
import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { LogLevel } from '@temporalio/worker';
import { openDb } from '../db/client.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { leaveWorker, tellWorker, workerBeatMs } from '../db/workers.ts';
import { currentRules } from '../domain/case/machine.ts';
import { connectTemporal, createCaseWorker, workerName } from './case-worker.ts';
import { configOrExit } from './config.ts';
import { bundleFolder, workflowBundle } from './gateway/bundle.ts';
import { insistOnLeastRights } from './least-rights.ts';
import { tellReady, whenLauncherGone } from './launcher/parent.ts';
import { ensureNamespace } from './launcher/temporal-namespace.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { serveMetrics } from './metrics-listener.ts';
import { temporalOf } from './temporal-place.ts';

const levelOf = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

const { config } = configOrExit();
// Each promise of a workflow takes a stack trace: one line of it costs half as much. Set here and not on the command line, where it
// would break the loader of TypeScript; it holds for the threads started from now on, that is for the workflows'.
setFlagsFromString('--stack-trace-limit=1');
const { log, lost } = openLog({ process: 'worker', level: config.LOG_LEVEL });
await run();

/** Works on cases until SIGINT, SIGTERM or the end of the launcher; what is under way is finished first. */
async function run(): Promise<void> {
  installRuntime();
  const place = temporalOf(config);
  const namespace = config.TEMPORAL_NAMESPACE;
  await ensureNamespace({ ...place, namespace, withinMs: 60_000 });
  const db = openDb(config.DATABASE_URL ?? '', {
    applicationName: 'shixian-worker',
    onError: (error) => log.warn({ err: error }, 'an idle connection to PostgreSQL broke'),
  });
  await insistOnLeastRights(config, db);
  const metrics = createMetrics('worker', lost);
  const bundle = await workflowBundle(bundleFolder);
  const connection = await connectTemporal(place);
  const worker = await createCaseWorker({ connection, namespace, db, worlds: createWorlds(db), metrics, log, bundle });
  const server = config.METRICS_PORT === undefined ? null : serveMetrics(metrics, config.METRICS_PORT);

  const stop = (): void => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  whenLauncherGone(stop);
  const beat = async (): Promise<void> =>
    tellWorker(db, { worker: workerName, rules: currentRules }).catch((err: unknown) =>
      log.warn({ err }, 'could not say that this worker lives'),
    );
  await beat();
  const beating = setInterval(() => void beat(), workerBeatMs);
  const running = worker.run();
  tellReady();
  log.info({ address: place.address, namespace }, 'worker runs');
  try {
    await running;
  } finally {
    clearInterval(beating);
    server?.close();
    await leaveWorker(db, workerName).catch(() => undefined);
    await connection.close();
    await db.end();
    log.info({}, 'worker stopped');
  }
}

/** The SDK's own lines go the way of all others: JSON, one a line. The process, not the SDK, handles signals. */
function installRuntime(): void {
  const write = (level: LogLevel, message: string, meta: object = {}): void => {
    log[levelOf[level]](meta, message);
  };
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: write,
      trace: (message, meta) => write('TRACE', message, meta),
      debug: (message, meta) => write('DEBUG', message, meta),
      info: (message, meta) => write('INFO', message, meta),
      warn: (message, meta) => write('WARN', message, meta),
      error: (message, meta) => write('ERROR', message, meta),
    },
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }) } },
  });
}
