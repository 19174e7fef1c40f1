import { Client } from '@temporalio/client';
import pino from 'pino';
import { openDb } from '../db/client.ts';
import { casesBehind } from '../db/journal/calendars.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { newestRevision } from '../domain/clock/calendar.ts';
import { chooseBranch } from '../server/conditions.ts';
import { configOrExit } from '../server/config.ts';
import { eachOf } from '../server/gateway/each-of.ts';
import { createGateway } from '../server/gateway/gateway.ts';
import { createMetrics } from '../server/metrics.ts';
import { connectClient } from '../server/temporal-client.ts';
import { temporalOf } from '../server/temporal-place.ts';

const usage = 'npm run calendar:adopt -- <caseId> ... | --all';
const casesAtOnce = 4;

/** `npm run calendar:adopt`: orders the newest calendar into cases, or into every open case that is behind. Exit 1 unless each has it. */
async function main(): Promise<void> {
  const { config } = configOrExit();
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE: namespace } = config;
  const named = process.argv.slice(2);
  if (named.length === 0 || DATABASE_URL === undefined || TEMPORAL_ADDRESS === undefined) {
    process.stderr.write(`${usage}, with DATABASE_URL and TEMPORAL_ADDRESS\n`);
    process.exit(64);
  }
  const db = openDb(DATABASE_URL, { applicationName: 'shixian-calendar' });
  const connection = await connectClient(temporalOf(config));
  const gateway = createGateway({
    db,
    worlds: createWorlds(db),
    client: new Client({ connection, namespace }),
    log: pino({ level: 'warn' }, pino.destination(2)),
    metrics: createMetrics('calendar'),
    chooseBranch,
    // No filing and no business clock here: the secret of query codes is not needed.
    config: { submitDeadlineMs: config.SUBMIT_DEADLINE_MS, production: true, secret: '', durableIntents: true },
  });
  const caseIds = named[0] === '--all' ? await casesBehind(db, newestRevision()) : named;
  let open = 0;
  await eachOf(caseIds, casesAtOnce, async (caseId) => {
    const { status, body } = await gateway.adopt(caseId);
    if (status === 200) return;
    open += 1;
    process.stderr.write(`${caseId}: ${status} ${String(body['detail'] ?? 'not answered yet')}\n`);
  });
  process.stdout.write(`${caseIds.length - open} of ${caseIds.length} cases have the newest calendar\n`);
  await connection.close();
  await db.end();
  process.exitCode = open === 0 ? 0 : 1;
}

await main();
