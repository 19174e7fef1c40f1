import { setFlagsFromString } from 'node:v8';
import { openDb } from '../db/client.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { leaveWorker, tellWorker } from '../db/workers.ts';
import { currentRules } from '../domain/case/machine.ts';
import { beginBeat } from './beat.ts';
import { connectTemporal, createCaseWorker, workerName } from './case-worker.ts';
import { configOrExit } from './config.ts';
import { bundleFolder, workflowBundle } from './gateway/bundle.ts';
import { insistOnLeastRights } from './least-rights.ts';
import { tellReady, whenLauncherGone } from './launcher/parent.ts';
import { ensureNamespace } from './launcher/temporal-namespace.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { insistOnSignIn, runOrTell, serveFigures } from './start-up.ts';
import { temporalOf } from './temporal-place.ts';
import { installRuntime } from './temporal-runtime.ts';
import { version } from './version.ts';

const { config } = configOrExit();
// Each promise of a workflow takes a stack trace: one line of it costs half as much. Set here and not on the command line, where it
// would break the loader of TypeScript; it holds for the threads started from now on, that is for the workflows'.
setFlagsFromString('--stack-trace-limit=1');
const { log, lost } = openLog({ process: 'worker', level: config.LOG_LEVEL });
await runOrTell(run);

/** Works on cases until SIGINT, SIGTERM or the end of the launcher; what is under way is finished first. */
async function run(): Promise<void> {
  installRuntime(log);
  const place = temporalOf(config);
  const namespace = config.TEMPORAL_NAMESPACE;
  // A misspelt namespace would be made, and none of the cases worked on: in production only `npm run migrate` makes one.
  const mayRegister = config.NODE_ENV !== 'production';
  const onWait = (why: string): void =>
    log.warn({ address: place.address, namespace, why }, 'Temporal does not answer at TEMPORAL_ADDRESS: waits for it');
  await ensureNamespace({ ...place, namespace, withinMs: 60_000, mayRegister, onWait });
  const db = openDb(config.DATABASE_URL ?? '', {
    applicationName: 'shixian-worker',
    onError: (error) => log.warn({ err: error }, 'an idle connection to PostgreSQL broke'),
  });
  await insistOnSignIn(db, 'DATABASE_URL');
  await insistOnLeastRights(config, db);
  const metrics = createMetrics('worker', lost);
  const bundle = await workflowBundle(bundleFolder);
  const connection = await connectTemporal(place);
  const worker = await createCaseWorker({ connection, namespace, db, worlds: createWorlds(db), metrics, log, bundle });
  const server = await serveFigures(metrics, 'METRICS_PORT', config);

  const stop = (): void => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  whenLauncherGone(stop);
  const endBeat = await beginBeat({
    who: 'worker',
    tell: async () => tellWorker(db, { worker: workerName, rules: currentRules, version }),
    leave: async () => leaveWorker(db, workerName),
    log,
  });
  const running = worker.run();
  tellReady();
  log.info({ address: place.address, namespace, version, rules: currentRules }, 'worker runs');
  try {
    await running;
  } finally {
    server?.close();
    await endBeat();
    await connection.close();
    await db.end();
    log.info({}, 'worker stopped');
  }
}
