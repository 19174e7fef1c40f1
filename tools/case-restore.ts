import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client } from '@temporalio/client';
import pino from 'pino';
import { openDb } from '../db/client.ts';
import { openIncidents } from '../db/journal/incidents.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { chooseBranch } from '../server/conditions.ts';
import { configOrExit } from '../server/config.ts';
import { eachOf } from '../server/gateway/each-of.ts';
import { createGateway } from '../server/gateway/gateway.ts';
import type { Gateway } from '../server/gateway/gateway.ts';
import { createMetrics } from '../server/metrics.ts';
import { connectClient } from '../server/temporal-client.ts';
import { temporalOf } from '../server/temporal-place.ts';

const usage = `npm run case:restore -- <caseId> ... | --file <list> | --all | --list   [--journal-was-restored]

Ends the run of a case and begins it anew from its journal. --file: case ids, one a line. --all: every case that differs from its journal.
--list: tells the incidents that are not over and changes nothing. --journal-was-restored: also takes operations that the run took and the
database, restored to an earlier moment, does not know; never after an attack.
With DATABASE_URL and TEMPORAL_ADDRESS; workers run.`;

const usageError = 64;
const casesAtOnce = 4;

const options = {
  file: { type: 'string' },
  all: { type: 'boolean' },
  list: { type: 'boolean' },
  'journal-was-restored': { type: 'boolean' },
} as const;

/** `npm run case:restore`: exit 1 unless every case named runs from its journal. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { config } = configOrExit();
  const { DATABASE_URL, TEMPORAL_ADDRESS } = config;
  const ways = [positionals.length > 0, values.file !== undefined, values.all, values.list].filter(Boolean).length;
  if (ways !== 1 || DATABASE_URL === undefined || TEMPORAL_ADDRESS === undefined) {
    process.stderr.write(`${usage}\n`);
    process.exit(usageError);
  }
  const db = openDb(DATABASE_URL, { applicationName: 'shixian-restore' });
  if (values.list === true) {
    for (const { caseId, kind, seenAt } of await openIncidents(db))
      process.stdout.write(`${caseId} ${kind} since ${new Date(seenAt).toISOString()}\n`);
    return db.end();
  }
  const connection = await connectClient(temporalOf(config), pino({ level: 'warn' }, pino.destination(2)));
  const gateway = createGateway({
    db,
    worlds: createWorlds(db),
    client: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE }),
    log: pino({ level: 'error' }, pino.destination(2)),
    metrics: createMetrics('restore'),
    chooseBranch,
    // No filing and no business clock here: the secret of query codes is not needed.
    config: { submitDeadlineMs: config.SUBMIT_DEADLINE_MS, production: true, secret: '', durableIntents: true },
  });
  const named =
    values.file === undefined ? positionals : readFileSync(values.file, 'utf8').split(/\s+/).filter(Boolean);
  const caseIds = values.all === true ? await gateway.differing() : named;
  const failed = await restoreAll(gateway, caseIds, values['journal-was-restored'] === true);
  process.stdout.write(`${caseIds.length - failed} of ${caseIds.length} cases restored\n`);
  await connection.close();
  await db.end();
  process.exitCode = failed === 0 ? 0 : 1;
}

/** How many could not be restored. */
async function restoreAll(gateway: Gateway, caseIds: readonly string[], journalWasRestored: boolean): Promise<number> {
  let failed = 0;
  await eachOf(caseIds, casesAtOnce, async (caseId) => {
    try {
      const { taken, dropped, runs } = await gateway.restore(caseId, { journalWasRestored });
      const now = runs ? 'runs from its journal' : 'has no open journal and does not run';
      process.stdout.write(`${caseId}: ${taken} facts taken, ${dropped} dropped, ${now}\n`);
    } catch (error) {
      failed += 1;
      process.stderr.write(`${caseId}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  });
  return failed;
}

await main();
