import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import { readIntent } from '../../../db/journal/intents.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import { startOfDay } from '../../../domain/clock/civil-date.ts';
import type { FactType } from '../../../domain/case/facts/index.ts';
import { currentRules } from '../../../domain/case/machine.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import { createContext } from '../../../server/gateway/context.ts';
import { openCase } from '../../../server/gateway/filing.ts';
import { submitUpdate, workflowId } from '../../../workflows/messages.ts';
import {
  changeContact,
  digestOf,
  drivenCase,
  filingOf,
  newNumber,
  official,
  writeOf,
} from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';
import { beginFastForward, fastForward } from '../../support/time-skipping.ts';
import { until } from '../../support/until.ts';

const dayMs = 86_400_000;
let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct({ submitDeadlineMs: 30_000 });
  await publishTestFlow(product.admin);
});
afterEach(async () => product.stopWorkers());
afterAll(async () => product.close());

describe('while no worker runs', () => {
  test('a case is filed, its orders wait, and all is applied when a worker comes', async () => {
    const hasty = product.openGateway({ submitDeadlineMs: 300, leaseMs: 1 });
    const it = await drivenCase(product, hasty);
    expect(it.filed.status).toBe(201);
    const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('a') };
    const first = await hasty.give(request);
    const opId = opIdOf(request);
    expect(first).toEqual({ status: 202, body: { opId, statusUrl: `/api/v1/cases/${it.caseId}/orders/${opId}` } });
    const sweeping = hasty.sweep();
    await product.startWorker();
    expect(await sweeping).toBeGreaterThan(0);
    expect((await readIntent(product.db, opId))?.state).toBe('applied');
    expect(await hasty.give(request)).toMatchObject({ status: 200, body: { opId } });
    expect(await typesOf(it)).toContain('ContactChanged');
  });

  test('an act received before its limit lapsed counts, though it is handled after: the wrong warning is not raised', async () => {
    const receivedAt = product.now();
    const facts = await reviewedAfterOutage(receivedAt);
    expect(facts.filter(({ body }) => body.type === 'WarningRaised')).toEqual([]);
    const reviewed = facts.find(({ body }) => body.type === 'Reviewed');
    expect(reviewed?.recordedAt).toBeGreaterThan(receivedAt + 3 * dayMs);
    expect((reviewed?.at ?? 0) - receivedAt).toBeLessThan(dayMs);
  }, 30_000);

  test('of an act received after its limit lapsed the warning is recorded first', async () => {
    const facts = await reviewedAfterOutage(product.now() + 30 * dayMs);
    const warned = facts.findIndex(({ body }) => body.type === 'WarningRaised' && body.rung === 'Y1-step');
    const reviewed = facts.findIndex(({ body }) => body.type === 'Reviewed');
    expect(warned).toBeGreaterThan(0);
    expect(warned).toBeLessThan(reviewed);
  }, 30_000);
});

describe('the sweeper', () => {
  test('finishes an order whose sender died before it sent', async () => {
    await product.startWorker();
    const it = await drivenCase(product);
    const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('b') };
    const opId = opIdOf(request);
    await openIntent(product.db, { ...request, opId, leaseMs: 0, durable: true });
    expect(await product.gateway.sweep()).toBe(1);
    expect(await readIntent(product.db, opId)).toMatchObject({ state: 'applied', attempt: 2 });
    expect(await product.gateway.give(request)).toMatchObject({ status: 200, body: { opId } });
  });

  test('finishes an order whose sender died after the case had answered, without a second effect', async () => {
    await product.startWorker();
    const it = await drivenCase(product);
    const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('c') };
    const opId = opIdOf(request);
    const opened = await openIntent(product.db, { ...request, opId, leaseMs: 0, durable: true });
    if (opened.kind !== 'new' || opened.head === null) throw new Error('expected a new intent of a filed case');
    const { order, actor, receivedAt } = request;
    const known = { ackSeq: opened.head.seq, ackHash: opened.head.hash, rules: currentRules };
    await product.client.workflow.getHandle(workflowId(it.caseId)).executeUpdate(submitUpdate, {
      args: [{ opId, order, actor, receivedAt, ...known, businessClock: { version: 0, offset: 0 } }],
    });
    expect(await product.gateway.sweep()).toBe(1);
    expect((await typesOf(it)).filter((type) => type === 'ContactChanged')).toHaveLength(1);
    expect((await readIntent(product.db, opId))?.stored?.status).toBe(200);
  });

  test('starts a case whose sender died before it was started, with the facts and the number it had', async () => {
    await product.startWorker();
    const { db, worlds, client, metrics, now } = product;
    const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const config = { submitDeadlineMs: 5_000, leaseMs: 0, production: false, secret: 's', durableIntents: true, now };
    const chooseByForm = () => ({ branch: null, branchEvidence: null });
    const dying = createContext({ db, worlds, client, metrics, log: quiet, config, chooseByForm });
    const request = filingOf(product);
    const opened = await openCase(dying, request);
    if (opened.kind !== 'new') throw new Error('expected a new filing');
    expect(await readHead(db, opened.caseId)).toBeNull();
    expect(await product.gateway.sweep()).toBe(1);
    const answer = await product.gateway.file(request);
    expect(answer).toMatchObject({ status: 201, body: { caseId: opened.caseId, caseNo: opened.payload.caseNo } });
    expect(await readFacts(db, opened.caseId, 0)).toEqual(opened.payload.facts);
  });
});

test('a message about a closed case is recorded in a new run of it, once', async () => {
  await product.startWorker();
  const it = await drivenCase(product);
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: newNumber('受') });
  const answer = await product.gateway.advance({ days: 40, actor: official('systemAdmin') });
  expect(answer.status).toBe(200);
  await it.must('windowClerk', { type: 'withdraw', statement: digestOf('statement') });
  const handle = product.client.workflow.getHandle(workflowId(it.caseId));
  await handle.result();
  const warningId = (await readHead(product.db, it.caseId))?.state.warnings[0]?.id ?? 'none';
  const done = await it.give('supervisor', { type: 'acknowledge', warningId });
  expect(done).toMatchObject({ status: 200, body: { facts: [{ type: 'WarningAcknowledged' }] } });
  const again = await it.give('supervisor', { type: 'acknowledge', warningId });
  expect(again).toMatchObject({ status: 409, body: { code: 'warning-already-acknowledged' } });
  expect(await it.give('windowClerk', changeContact('d'))).toMatchObject({
    status: 409,
    body: { code: 'case-closed' },
  });
  await until('the end of the reopened run', async () => (await handle.describe()).status.name === 'COMPLETED', 30_000);
});

/**
 * Review with a limit of 4 working days, finished by an order received at `receivedAt`. The worker stops, the durable timer fires at the
 * lapse in virtual time, and the order and the timer meet the worker that comes back in one workflow task.
 */
async function reviewedAfterOutage(receivedAt: number) {
  const worker = await product.startWorker();
  const it = await drivenCase(product);
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: newNumber('受') });
  // The wake that was meant for a rung of the notice clock passes first, on the last day of the review: the next timer is the lapse.
  const dueOn = (await readHead(product.db, it.caseId))?.state.clocks.find(({ id }) => id === 'step:review')?.told
    ?.dueOn;
  if (!dueOn) throw new Error('expected the review to have a due date, but it has none');
  // A new case begins at the wall clock, wherever earlier cases have moved the API's.
  await fastForward(product, it.caseId, startOfDay(dueOn) + dayMs / 2 - Date.now());
  await worker.stop();
  const handle = product.client.workflow.getHandle(workflowId(it.caseId));
  const fired = async () =>
    (await handle.fetchHistory()).events?.filter(({ timerFiredEventAttributes: timer }) => timer).length ?? 0;
  const before = await fired();
  await beginFastForward(product, it.caseId, 20 * dayMs);
  await until('the timer of the lapse', async () => (await fired()) > before);
  const opinion = digestOf('opinion');
  const order = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion } as const;
  const answer = it.must('caseOfficer', order, { receivedAt });
  await until('the order at the door', async () => {
    const { rowCount } = await product.db.query(`SELECT FROM intent WHERE case_id = $1 AND state = 'sent'`, [
      it.caseId,
    ]);
    return rowCount === 1;
  });
  await product.startWorker();
  await answer;
  return readFacts(product.db, it.caseId, 0);
}

async function typesOf({ caseId }: DrivenCase): Promise<FactType[]> {
  return (await readFacts(product.db, caseId, 0)).map(({ body }) => body.type);
}
