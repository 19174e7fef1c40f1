import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpReadTables } from '../../../db/dump.ts';
import { readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import { openIncidents } from '../../../db/journal/incidents.ts';
import { readIntent } from '../../../db/journal/intents.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { currentRules } from '../../../domain/case/machine.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import type { Gateway } from '../../../server/gateway/gateway.ts';
import { incidentLines } from '../../../tools/restore-command.ts';
import { headQuery, submitUpdate, workflowId } from '../../../workflows/messages.ts';
import { accepted, changeContact, digestOf, drivenCase, official, writeOf } from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';
import { until } from '../../support/until.ts';

/** Somebody reaches Temporal past the door: the journal takes only operations that the door has registered (design 9.9). */
let product: TestProduct;
let gateway: Gateway;

beforeAll(async () => {
  product = await openTestProduct({ incidentAfterMs: 300 });
  gateway = product.gateway;
  await publishTestFlow(product.admin);
  await product.startWorker();
});
afterAll(async () => product.close());

/** An Update as the gateway would send it, but nobody has registered it. */
async function forge(it: DrivenCase, order: Order, change: { opId?: string; actor?: Actor } = {}): Promise<void> {
  const head = await readHead(product.db, it.caseId);
  const invented = { ...official('windowClerk'), id: randomUUID() };
  await product.client.workflow.getHandle(workflowId(it.caseId)).executeUpdate(submitUpdate, {
    args: [
      {
        opId: change.opId ?? randomUUID(),
        order,
        actor: change.actor ?? invented,
        receivedAt: product.now(),
        ackSeq: head?.seq ?? 0,
        ackHash: head?.hash ?? '',
        rules: currentRules,
        businessClock: { version: 0, offset: 0 },
      },
    ],
  });
}

const withdraw: Order = { type: 'withdraw', statement: digestOf('forged') };
const seen = async () => ({ rows: await dumpReadTables(product.admin), journal: await journal() });
const journal = async () =>
  (await product.admin.query('SELECT count(*)::int AS facts FROM case_event')).rows[0]?.['facts'];

async function restore(...args: string[]): Promise<string> {
  const env = { ...process.env, ...product.env };
  const command = ['--import', 'tsx', join(import.meta.dirname, '../../../tools/case-restore.ts'), ...args];
  return (await promisify(execFile)(process.execPath, command, { env })).stdout;
}

async function incidentOf({ caseId }: DrivenCase) {
  return until('the incident', async () => {
    await gateway.sweep();
    return (await openIncidents(product.db)).find((one) => one.caseId === caseId);
  });
}

test('fault D8: an order past the door is in no journal and no list, is told, and restore brings the case back with its honest orders', async () => {
  const it = await drivenCase(product);
  await accepted(it);
  const before = await seen();
  await forge(it, withdraw);
  expect(await seen()).toEqual(before);
  const order: Order = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: digestOf('opinion') };
  const request = { ...writeOf(official('caseOfficer'), product), caseId: it.caseId, order };
  // The forged case would refuse it as closed: that must not become its answer.
  expect((await gateway.give(request)).status).toBe(202);
  expect((await readIntent(product.db, opIdOf(request)))?.state).toBe('sent');
  expect(await incidentOf(it)).toMatchObject({ kind: 'unregistered' });
  expect(await product.metrics.registry.metrics()).toMatch(/shixian_incidents_total\{kind="unregistered".*\} 1/);
  const list = await restore('--list');
  expect(list).toContain(`${it.caseId} unregistered since `);
  expect(list).toContain('\n1 incidents; not compared yet');
  expect(await seen()).toEqual(before);

  // By default nothing is dropped: the same standing is told where the database came back from an earlier moment.
  await expect(restore('--all')).rejects.toMatchObject({
    code: 65,
    stderr: expect.stringMatching(/--journal-was-restored[\s\S]*--drop-unregistered/),
  });
  expect(await seen()).toEqual(before);
  expect((await product.client.workflow.getHandle(workflowId(it.caseId)).query(headQuery)).seq).toBeGreaterThan(
    (await readHead(product.db, it.caseId))?.seq ?? 0,
  );
  expect(await incidentOf(it)).toMatchObject({ kind: 'unregistered' });

  expect(await restore('--all', '--drop-unregistered')).toContain('1 of 1 cases restored');
  expect(await openIncidents(product.db)).toEqual([]);
  const applied = await until('the honest order', async () => {
    await gateway.sweep();
    const intent = await readIntent(product.db, opIdOf(request));
    return intent?.state === 'applied' ? intent : null;
  });
  expect(await gateway.give(request)).toEqual({ status: 200, body: applied.stored?.answer });
  const types = (await readFacts(product.db, it.caseId, 0)).map(({ body }) => body.type);
  expect(types).toContain('Reviewed');
  expect(types).not.toContain('CaseWithdrawn');
  await it.must('windowClerk', changeContact('goes on'));
  expect(await gateway.reconcile()).toMatchObject({ drifted: 0, unanswered: 0 });
  expect(await incidentLines(product.db)).toEqual([expect.stringMatching(/^0 incidents; compared at 2\S+Z, 1 cases$/)]);
});

test('fault D8: neither the name of time, nor a real person, nor a registered operation of another case or person lets it in', async () => {
  const [other, intent] = [await drivenCase(product), randomUUID()];
  const clerk = official('windowClerk');
  const kept = { ...writeOf(clerk, product), caseId: other.caseId, order: changeContact('other'), opId: intent };
  await openIntent(product.db, { ...kept, leaseMs: 600_000, durable: true });
  const nobody: Actor = JSON.parse(JSON.stringify({ ...clerk, id: null }));
  for (const change of [
    { opId: 'tick', actor: nobody },
    { opId: 'tick', actor: clerk },
    { opId: 'not a uuid', actor: clerk },
    { actor: clerk },
    { opId: intent, actor: clerk },
  ]) {
    const it = await drivenCase(product);
    const before = await seen();
    await forge(it, withdraw, change);
    expect((await it.give('windowClerk', changeContact('honest'))).status).toBe(202);
    expect(await incidentOf(it)).toMatchObject({ kind: 'unregistered' });
    expect(await seen()).toEqual(before);
    expect(await gateway.restore(it.caseId, { ahead: 'refuse' })).toMatchObject({ strangers: expect.any(Number) });
    expect(await gateway.restore(it.caseId, { ahead: 'drop' })).toMatchObject({ taken: 0, runs: true });
    expect(
      await until('the honest order', async () => {
        await gateway.sweep();
        return (await readFacts(product.db, it.caseId, 0)).find(({ body }) => body.type === 'ContactChanged');
      }),
    ).toMatchObject({ actorId: clerk.id });
  }
});

test('fault D8: a run that somebody ended is begun again from the journal', async () => {
  const it = await drivenCase(product);
  await accepted(it);
  await product.client.workflow.getHandle(workflowId(it.caseId)).terminate('by somebody');
  const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('a') };
  expect((await gateway.give(request)).status).toBe(202);
  expect(await incidentOf(it)).toMatchObject({ kind: 'lost' });
  await gateway.restore(it.caseId, { ahead: 'refuse' });
  await until('the order', async () => {
    await gateway.sweep();
    return (await readIntent(product.db, opIdOf(request)))?.state === 'applied';
  });
});
