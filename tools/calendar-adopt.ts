import { Client } from '@temporalio/client';
import pino from 'pino';
import { openDb } from '../db/client.ts';
import { casesBehind } from '../db/journal/calendars.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { newestRevision } from '../domain/clock/calendar.ts';
import { chooseByForm } from '../server/conditions.ts';
import { configOrExit } from '../server/config.ts';
import { eachOf } from '../server/gateway/each-of.ts';
import { createGateway } from '../server/gateway/gateway.ts';
import { createMetrics } from '../server/metrics.ts';
import { connectClient } from '../server/temporal-client.ts';
import { temporalOf } from '../server/temporal-place.ts';
import { usageError } from '../server/launcher/launch-error.ts';
import { runCommand } from './command.ts';

const usage = 'npm run calendar:adopt -- <caseId> ... | --all';
const casesAtOnce = 4;
const progressMs = 1_000;

/**
 * `npm run calendar:adopt`: orders the newest calendar into cases, or into every open case that is behind. Exit 1 unless each has it.
 * SIGINT or SIGTERM lets the orders under way end and takes no further case; started again it goes on with those that are left.
 */
async function main(): Promise<void> {
  const { config } = configOrExit();
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE: namespace } = config;
  const named = process.argv.slice(2);
  if (named.length === 0 || DATABASE_URL === undefined || TEMPORAL_ADDRESS === undefined) {
    process.stderr.write(`${usage}, with DATABASE_URL and TEMPORAL_ADDRESS\n`);
    process.exit(usageError);
  }
  const db = openDb(DATABASE_URL, { applicationName: 'shixian-calendar' });
  const log = pino({ level: 'warn' }, pino.destination(2));
  const connection = await connectClient(temporalOf(config), log);
  const gateway = createGateway({
    db,
    worlds: createWorlds(db),
    client: new Client({ connection, namespace }),
    log,
    metrics: createMetrics('calendar'),
    chooseByForm,
    // No filing and no business clock here: the secret of query codes is not needed.
    config: { submitDeadlineMs: config.SUBMIT_DEADLINE_MS, production: true, secret: '', durableIntents: true },
  });
  const caseIds = named[0] === '--all' ? await casesBehind(db, newestRevision()) : named;
  const tally = { have: 0, refused: 0 };
  const report = reporter(caseIds.length);
  await eachOf(untilStopped(caseIds), casesAtOnce, async (caseId) => {
    const { status, body } = await gateway.adopt(caseId);
    if (status === 200) tally.have += 1;
    else {
      tally.refused += 1;
      process.stderr.write(`${caseId}: ${status} ${String(body['detail'] ?? 'not answered yet')}\n`);
    }
    report(tally.have + tally.refused);
  });
  const left = caseIds.length - tally.have - tally.refused;
  const stopped = left === 0 ? '' : `; stopped with ${left} left, start it again to go on`;
  if (caseIds.length === 0) process.stdout.write('no open case is behind the newest calendar\n');
  else process.stdout.write(`${tally.have} of ${caseIds.length} cases have the newest calendar${stopped}\n`);
  await connection.close();
  await db.end();
  process.exitCode = tally.have === caseIds.length ? 0 : 1;
}

function* untilStopped(caseIds: readonly string[]): Generator<string> {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  for (const caseId of caseIds) {
    if (isStopped) return;
    yield caseId;
  }
}

/** Says how far it is: with the first case, then at most once a second. */
function reporter(all: number): (done: number) => void {
  let next = 0;
  return (done) => {
    if (performance.now() < next) return;
    next = performance.now() + progressMs;
    process.stderr.write(`${done} of ${all} cases asked\n`);
  };
}

await runCommand(usage, main);
