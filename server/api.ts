import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import closeWithGrace from 'close-with-grace';
import { openDb } from '../db/client.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { sweepSessions } from '../db/people/sessions.ts';
import { createApp } from './app.ts';
import { chooseBranch } from './conditions.ts';
import { configOrExit } from './config.ts';
import { createGateway } from './gateway/gateway.ts';
import { startSchedule } from './gateway/schedule.ts';
import { tellReady, whenLauncherGone } from './launcher/parent.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createReadiness } from './readiness.ts';
import { connectClient } from './temporal-client.ts';
import { temporalOf } from './temporal-place.ts';

/** After /readyz has turned 503, so long for whoever asks it to send requests elsewhere. */
const drainMs = 300;
const sessionSweepMs = 3_600_000;

const { config } = configOrExit();
const { log, lost } = openLog({
  process: 'api',
  level: config.LOG_LEVEL,
  redact: ['req.headers', '*.password', '*.idNo', '*.phone'],
});
await run();

/** Serves HTTP until SIGTERM, SIGINT or the end of the launcher; requests under way are finished first. */
async function run(): Promise<void> {
  // Production insists on a secret; without one, sessions and query codes end with this process.
  const secret = config.SESSION_SECRET ?? randomBytes(32).toString('hex');
  const db = openDb(config.DATABASE_URL ?? '', {
    applicationName: 'shixian-api',
    onError: (error) => log.warn({ err: error }, 'an idle connection to PostgreSQL broke'),
  });
  const connection = await connectClient(temporalOf(config));
  const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
  const metrics = createMetrics('api', lost);
  const worlds = createWorlds(db);
  const production = config.NODE_ENV === 'production';
  const gateway = createGateway({
    db,
    worlds,
    client,
    log,
    metrics,
    chooseBranch,
    config: {
      submitDeadlineMs: config.SUBMIT_DEADLINE_MS,
      production: !config.DEMO || production,
      secret,
      durableIntents: production,
    },
  });
  const state = { swept: false, stopping: false };
  const app = await createApp({
    config: {
      https: config.PUBLIC_URL?.startsWith('https:') === true,
      demo: config.DEMO && !production,
      sessionSecret: secret,
      limits: true,
      checkAnswers: config.NODE_ENV === 'test',
    },
    db,
    worlds,
    gateway,
    metrics,
    log,
    readiness: createReadiness({ db, connection, state }),
    isStopping: () => state.stopping,
  });
  await app.listen({ port: config.PORT, host: config.HOST });
  const schedule = startSchedule(gateway, log);
  void schedule.ready.then(() => {
    state.swept = true;
  });
  const sweeping = setInterval(() => {
    sweepSessions(db, Date.now()).catch((err: unknown) => log.warn({ err }, 'old sessions were not swept'));
  }, sessionSweepMs);

  const { close } = closeWithGrace({ delay: 20_000, logger: false }, async ({ err, signal }) => {
    if (err) log.error({ err }, 'stops because of a bug');
    log.info({ signal }, 'stopping: requests under way are finished');
    state.stopping = true;
    clearInterval(sweeping);
    await pause(drainMs);
    await app.close();
    await schedule.stop();
    await connection.close();
    await db.end();
    log.info({}, 'api stopped');
  });
  whenLauncherGone(close);
  tellReady();
}
