import { hostname } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, makeTelemetryFilterString } from '@temporalio/worker';
import { root } from '../server/root.ts';
import { openDb, run } from '../db/client.ts';
import { connectTemporal, workerSettings } from '../server/case-worker.ts';
import { temporalOf } from '../server/temporal-place.ts';
import { configOrExit } from '../server/config.ts';
import { modernSyntax } from '../server/gateway/bundle.ts';
import { tellReady, whenLauncherGone } from '../server/launcher/parent.ts';
import { bareQueue, tunedQueue } from './bare-messages.ts';

/** The worker of the bare workflows: another task queue, the same settings and flags as the product's; from `bare-worker-tuned.ts`: its bundling too. */
const { config } = configOrExit();
const tuned = /bare-worker-tuned\.[jt]s$/.test(process.argv[1] ?? '');
setFlagsFromString('--stack-trace-limit=1');
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('WARN'),
  telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }) } },
});
const db = openDb(config.DATABASE_URL ?? '', { applicationName: 'bench-bare-worker' });
const insertRow = {
  name: 'bench-row',
  text: 'INSERT INTO bench_row (op_id, seq, filler) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
};
const { code } = await bundleWorkflowCode({
  workflowsPath: join(root, 'bench/bare-workflows.ts'),
  logger: new DefaultLogger('WARN'),
  ...(tuned ? { webpackConfigHook: modernSyntax } : {}),
});
const connection = await connectTemporal(temporalOf(config));
const worker = await Worker.create({
  ...workerSettings,
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: tuned ? tunedQueue : bareQueue,
  workflowBundle: { code },
  activities: {
    projectRow: async (row: { opId: string; seq: number; filler: string }): Promise<void> => {
      await run(db, insertRow, [row.opId, row.seq, row.filler]);
    },
  },
  identity: `bench-bare@${hostname()}:${process.pid}`,
});
const stop = (): void => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.on('SIGINT', stop).on('SIGTERM', stop);
whenLauncherGone(stop);
const running = worker.run();
tellReady();
await running;
await connection.close();
await db.end();
