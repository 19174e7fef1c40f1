import { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import fastify from 'fastify';
import { openDb, run } from '../db/client.ts';
import type { Statement } from '../db/client.ts';
import { connectTemporal } from '../server/case-worker.ts';
import { temporalOf } from '../server/temporal-place.ts';
import { configOrExit } from '../server/config.ts';
import { tellReady, whenLauncherGone } from '../server/launcher/parent.ts';
import { bareStep } from './bare-messages.ts';
import type { BareStep } from './bare-messages.ts';

/**
 * The least that a step over HTTP does which is as durable as ours: one statement that keeps the request, the bare Update, one
 * statement that writes journal, head and answer. No rights, no law, no check, no read tables: what is above this is the product's.
 */
const { config } = configOrExit();
Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
const url = config.DATABASE_URL ?? '';
const db = openDb(url, { applicationName: 'bench-floor' });
await db.query('SELECT 1');

const keep: Statement = {
  name: 'floor-keep',
  text: `WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO floor_intent (op_id, body) SELECT $1, $2 FROM quick`,
};
const apply: Statement = {
  name: 'floor-apply',
  text: `WITH guard AS (UPDATE floor_head SET seq = $3 WHERE case_id = $1 AND seq = $2 RETURNING case_id),
    facts AS (INSERT INTO floor_fact SELECT guard.case_id, f.seq, f."opId", f.filler
      FROM guard, json_to_recordset($4::json) AS f (seq int, "opId" uuid, filler text)),
    done AS (UPDATE floor_intent SET answer = $4 WHERE op_id = $5)
    SELECT case_id FROM guard`,
};
const start: Statement = { name: 'floor-start', text: 'INSERT INTO floor_head (case_id, seq) VALUES ($1, 0)' };

const connection = await connectTemporal(temporalOf(config));
const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
// Its turn comes after a minute of others: a socket that it closed just then would end the load.
const app = fastify({ keepAliveTimeout: 600_000 });
app.post<{ Params: { caseId: string } }>('/cases/:caseId', async ({ params }) => {
  await run(db, start, [params.caseId]);
  return {};
});
app.post<{ Params: { caseId: string }; Body: BareStep }>('/cases/:caseId/steps', async ({ params, body }) => {
  const { caseId } = params;
  await run(db, keep, [body.opId, JSON.stringify(body)]);
  const answer = await connection.withDeadline(Date.now() + 10_000, async () =>
    client.workflow.getHandle(caseId).executeUpdate(bareStep, { args: [body], updateId: body.opId }),
  );
  const applied = await run(db, apply, [caseId, body.seq, answer.op[1], JSON.stringify(answer.facts), body.opId]);
  if (applied.length !== 1) throw new Error(`expected the head of ${caseId} at ${body.seq}, but it is elsewhere`);
  return answer;
});
await app.listen({ host: '127.0.0.1', port: config.PORT });
const stop = (): void => {
  void app.close().then(async () => {
    await connection.close();
    await db.end();
  });
};
process.on('SIGINT', stop).on('SIGTERM', stop);
whenLauncherGone(stop);
tellReady();
