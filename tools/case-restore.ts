import { Client } from '@temporalio/client';
import pino from 'pino';
import { openDb } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import { explainLostNumbers } from '../db/numbers/lost.ts';
import { createWorlds } from '../db/journal/worlds.ts';
import { chooseByForm } from '../server/conditions.ts';
import { configOrExit } from '../server/config.ts';
import { eachOf } from '../server/gateway/each-of.ts';
import { createGateway } from '../server/gateway/gateway.ts';
import type { Gateway, RestoreOptions } from '../server/gateway/gateway.ts';
import { createMetrics } from '../server/metrics.ts';
import { connectClient } from '../server/temporal-client.ts';
import { temporalOf } from '../server/temporal-place.ts';
import { usageError } from '../server/launcher/launch-error.ts';
import { runCommand } from './command.ts';
import { incidentLines, readCommand, usage } from './restore-command.ts';
import { factsWithoutWords } from './words.ts';

/** What a clerk of operations reads once below the cases that were refused. */
const whichIsIt = `What no order of this database stands for is neither taken nor dropped until you say which it is (docs/how-to/backup.md):
  the database came back from an earlier moment than Temporal: case:restore ... --journal-was-restored takes it
  somebody ordered past the door: case:restore ... --drop-unregistered drops it for good`;

const refused = 65;
const casesAtOnce = 4;

/** `npm run case:restore`: exit 0 when every case named runs from its journal, 65 when one was refused, 1 when one failed. */
async function main(): Promise<void> {
  const asked = readCommand(process.argv.slice(2));
  const { config } = configOrExit();
  const { DATABASE_URL, TEMPORAL_ADDRESS } = config;
  const missing = (['DATABASE_URL', 'TEMPORAL_ADDRESS'] as const).filter((key) => config[key] === undefined);
  if ('wrong' in asked || missing.length > 0 || DATABASE_URL === undefined || TEMPORAL_ADDRESS === undefined) {
    const wrong = 'wrong' in asked ? asked.wrong : `expected ${missing.join(' and ')}, but found none`;
    process.stderr.write(`${wrong}\n\n${usage}\n`);
    process.exit(usageError);
  }
  const db = openDb(DATABASE_URL, { applicationName: 'shixian-restore' });
  if (asked.ways.list) {
    process.stdout.write(`${(await incidentLines(db)).join('\n')}\n`);
    return db.end();
  }
  const connection = await connectClient(temporalOf(config), pino({ level: 'warn' }, pino.destination(2)));
  const gateway = createGateway({
    db,
    worlds: createWorlds(db),
    client: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE }),
    log: pino({ level: 'error' }, pino.destination(2)),
    metrics: createMetrics('restore'),
    chooseByForm,
    // No filing and no business clock here: the secret of query codes is not needed.
    config: { submitDeadlineMs: config.SUBMIT_DEADLINE_MS, production: true, secret: '', durableIntents: true },
  });
  const caseIds = asked.ways.all ? await gateway.differing() : asked.ways.caseIds;
  const { failed, strange, wordless } = await restoreAll({ gateway, db, caseIds, ahead: asked.ahead });
  process.stdout.write(`${caseIds.length - failed - strange} of ${caseIds.length} cases restored\n`);
  // Before the last case is back, a number without a row may be one of its facts.
  if (asked.ways.all && asked.ahead === 'take' && failed + strange === 0) await explainLostNumbers(db);
  if (wordless.length > 0) process.stdout.write(`without words of the lost moments: ${wordless.join(' ')}\n`);
  if (strange > 0) process.stderr.write(`${whichIsIt}\n`);
  await connection.close();
  await db.end();
  process.exitCode = failed > 0 ? 1 : strange > 0 ? refused : 0;
}

/** How many could not be restored, how many were refused, and which came back without words. */
async function restoreAll(o: {
  gateway: Gateway;
  db: Db;
  caseIds: readonly string[];
  ahead: RestoreOptions['ahead'];
}): Promise<{ failed: number; strange: number; wordless: readonly string[] }> {
  const { gateway, db, caseIds, ahead } = o;
  let [failed, strange] = [0, 0];
  const wordless: string[] = [];
  await eachOf(caseIds, casesAtOnce, async (caseId) => {
    try {
      const done = await gateway.restore(caseId, { ahead });
      if ('strangers' in done) {
        strange += 1;
        process.stderr.write(`${caseId}: refused, its run has ${done.strangers} facts that no order here stands for\n`);
        return;
      }
      const { taken, dropped, runs } = done;
      const lacking = ahead === 'take' ? await factsWithoutWords(db, caseId) : 0;
      if (lacking > 0) wordless.push(caseId);
      const now = runs ? 'runs from its journal' : 'has no open journal and does not run';
      const words = lacking > 0 ? `, ${lacking} facts without their words` : '';
      process.stdout.write(`${caseId}: ${taken} facts taken, ${dropped} dropped${words}, ${now}\n`);
    } catch (error) {
      failed += 1;
      process.stderr.write(`${caseId}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  });
  return { failed, strange, wordless };
}

await runCommand(usage, main);
