import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyFacts } from '../../../db/journal/apply.ts';
import { readHead } from '../../../db/journal/head.ts';
import { openIncidents } from '../../../db/journal/incidents.ts';
import { openOperations } from '../../../db/seed/operations.ts';
import { submit } from '../../../domain/case/machine.ts';
import { isRejection } from '../../../domain/rejection.ts';
import type { Gateway } from '../../../server/gateway/gateway.ts';
import { workflowId, workflowType } from '../../../workflows/messages.ts';
import { changeContact, drivenCase, official } from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { publishTestFlow, uuidOf } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';
import { until } from '../../support/until.ts';

let product: TestProduct;
let gateway: Gateway;

beforeAll(async () => {
  product = await openTestProduct({ submitDeadlineMs: 2_000, incidentAfterMs: 300 });
  gateway = product.gateway;
  await publishTestFlow(product.admin);
  await product.startWorker();
});
afterAll(async () => product.close());

/** The journal goes one order further than the workflow, as after Temporal came back from an earlier moment. */
async function goAhead({ caseId }: DrivenCase): Promise<void> {
  const head = await readHead(product.db, caseId);
  if (head === null) throw new Error('expected a case');
  const world = await product.worlds.worldOf(head.state);
  const given = { order: changeContact('ahead'), actor: official('windowClerk'), receivedAt: product.now() };
  const known = {
    ackSeq: head.seq,
    ackHash: head.hash,
    rules: head.state.rules,
    businessClock: { version: 0, offset: 0 },
  };
  const stepped = submit(world, head.state, { opId: uuidOf(caseId), ...given, ...known }, product.now());
  if (isRejection(stepped)) throw new Error(stepped.detail);
  await openOperations(product.db, caseId, stepped.facts);
  await applyFacts(product.db, product.worlds, { caseId, facts: stepped.facts });
}

test('fault I2: a workflow behind its journal is forked, not repaired, and soon an incident; its orders wait for the restore', async () => {
  const it = await drivenCase(product);
  await goAhead(it);
  expect(await gateway.reconcile()).toMatchObject({ drifted: 1, repaired: 0, unanswered: 0 });
  await until('the incident', async () => {
    await gateway.sweep();
    return (await openIncidents(product.db)).some(({ caseId, kind }) => caseId === it.caseId && kind === 'forked');
  });
  expect((await it.give('windowClerk', changeContact('waits'))).status).toBe(202);
  expect(await gateway.differing()).toEqual([it.caseId]);
  await gateway.restore(it.caseId, { ahead: 'refuse' });
  expect(await openIncidents(product.db)).toEqual([]);
  expect(await gateway.reconcile()).toMatchObject({ drifted: 0 });
  await it.must('windowClerk', changeContact('goes on'));
});

test('fault I2: a case that does not answer is counted, and the round goes on', async () => {
  const [silent, forked] = [await drivenCase(product), await drivenCase(product)];
  await goAhead(forked);
  const handle = product.client.workflow.getHandle(workflowId(silent.caseId));
  await handle.terminate('by the test');
  await product.client.workflow.start(workflowType, { workflowId: handle.workflowId, taskQueue: 'nobody', args: [{}] });
  expect(await gateway.reconcile()).toMatchObject({ drifted: 1, repaired: 0, unanswered: 1 });
  const metrics = await product.metrics.registry.metrics();
  expect(metrics).toMatch(/shixian_drift_cases\{[^}]*\} 1\n/);
  expect(metrics).toMatch(/shixian_unanswered_cases\{[^}]*\} 1\n/);
  for (const { caseId } of [silent, forked]) await gateway.restore(caseId, { ahead: 'refuse' });
  expect(await gateway.reconcile()).toMatchObject({ drifted: 0, unanswered: 0 });
});

test('fault I2: one process at a time compares', async () => {
  const rounds = await Promise.all([gateway, product.openGateway()].map(async (one) => one.reconcile()));
  expect(rounds.filter((round) => round === null)).toHaveLength(1);
});
