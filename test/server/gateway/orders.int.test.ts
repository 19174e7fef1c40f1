import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import { openIntent } from '../../../db/journal/open-intent.ts';
import { verifyChain } from '../../../domain/case/seal.ts';
import { submitUpdate, workflowId } from '../../../workflows/messages.ts';
import { currentRules } from '../../../domain/case/machine.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import { accepted, changeContact, drivenCase, filingOf, official, writeOf } from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct({ maxEvents: 40 });
  await publishTestFlow(product.admin);
  await product.startWorker();
});
afterAll(async () => product.close());

describe('an order through the gateway', () => {
  test('is applied to the journal, folded and answered with its facts', async () => {
    const it = await drivenCase(product);
    expect(it.filed).toMatchObject({
      status: 201,
      body: { firstSeq: 1, queryCode: expect.stringMatching(/^[0-9A-Z]{10}$/) },
    });
    const answer = await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    const facts = await readFacts(product.db, it.caseId, 0);
    const head = await readHead(product.db, it.caseId);
    expect(verifyChain(facts)).toBeNull();
    expect(head?.seq).toBe(facts.at(-1)?.seq);
    expect(answer.body).toMatchObject({ caseId: it.caseId, lastSeq: head?.seq });
    expect(facts.map(({ body }) => body.type)).toContain('CheckedIn');
  });

  test('that the law refuses changes nothing and is refused again in the same words', async () => {
    const it = await drivenCase(product);
    const before = await readHead(product.db, it.caseId);
    const key = randomUUID();
    const order = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
    const first = await it.give('windowClerk', order, { key });
    const again = await it.give('windowClerk', order, { key });
    expect(first).toMatchObject({ status: 409, body: { code: 'step-not-open' } });
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(await readHead(product.db, it.caseId)).toEqual(before);
  });

  test('that the law refuses says what it is about', async () => {
    const it = await drivenCase(product);
    const order = { type: 'checkIn', stepId: 'intake', received: ['nothing'] } as const;
    const refused = await it.give('windowClerk', order);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'unknown-material', about: { materials: ['nothing'] } },
    });
    const missing = await it.give('windowClerk', { ...order, received: [] });
    expect(missing).toMatchObject({ status: 409, body: { code: 'materials-missing', about: { materials: ['plan'] } } });
  });

  test('to a case that is none is answered with 404', async () => {
    const it = await drivenCase(product);
    const answer = await it.give('windowClerk', changeContact('a'), { caseId: randomUUID() });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('under a key that was used for another body is refused', async () => {
    const it = await drivenCase(product);
    const key = randomUUID();
    await it.must('windowClerk', changeContact('a'), { key });
    const other = await it.give('windowClerk', changeContact('b'), { key, bodyHash: 'other' });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  test('sent 50 times at once through two gateways has one effect and one answer', async () => {
    const it = await drivenCase(product);
    const other = product.openGateway();
    const key = randomUUID();
    const before = (await readFacts(product.db, it.caseId, 0)).length;
    const request = { ...filingOf(product), key, caseId: it.caseId, people: [], order: changeContact('c') };
    const gateways = Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? product.gateway : other));
    const answers = await Promise.all(gateways.map(async (gateway) => gateway.give(request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await readFacts(product.db, it.caseId, before)).toHaveLength(1);
  });

  test('gives the same stored answer before and after continue-as-new, after 100 other orders, and on a closed case', async () => {
    const it = await drivenCase(product);
    const key = randomUUID();
    const again = async () => JSON.stringify(await it.must('windowClerk', changeContact('d'), { key }));
    const first = await again();
    const firstRun = await runIdOf(it);
    await orders(it, 12);
    expect(await runIdOf(it)).not.toBe(firstRun);
    expect(await again()).toBe(first);
    await orders(it, 100);
    expect(await again()).toBe(first);
    await it.must('windowClerk', { type: 'withdraw', statement: 's' });
    await ended(it);
    expect(await again()).toBe(first);
    const facts = await readFacts(product.db, it.caseId, 0);
    expect(verifyChain(facts)).toBeNull();
    expect(facts.filter(({ body }) => body.type === 'ContactChanged')).toHaveLength(113);
    const late = await it.give('windowClerk', changeContact('e'));
    expect(late).toMatchObject({ status: 409, body: { code: 'case-closed' } });
  }, 60_000);

  test('keeps at most eight of one case in hand and refuses the next before it leaves a trace', async () => {
    const it = await drivenCase(product);
    const answers = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => it.give('windowClerk', changeContact(`f${i}`))),
    );
    const counts = [200, 503].map((status) => answers.filter((answer) => answer.status === status).length);
    expect(counts).toEqual([8, 4]);
    expect(answers.find(({ status }) => status === 503)?.body).toMatchObject({
      code: 'too-many-orders',
      retryAfter: 1,
    });
    const { rows } = await product.db.query('SELECT count(*)::int AS n FROM intent WHERE case_id = $1', [it.caseId]);
    expect(rows).toEqual([{ n: 9 }]);
  });
});

describe('the reconciler', () => {
  test('finds no drift in a case whose orders were all applied', async () => {
    await accepted(await drivenCase(product));
    expect(await product.gateway.reconcile()).toMatchObject({ drifted: 0 });
  });

  test('writes the facts of an order whose sender died before it applied them', async () => {
    const it = await drivenCase(product);
    const head = await readHead(product.db, it.caseId);
    if (head === null) throw new Error('expected the filing to be applied');
    const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('g') };
    const opId = opIdOf(request);
    await openIntent(product.db, { ...request, opId, leaseMs: 60_000, durable: true });
    await product.client.workflow.getHandle(workflowId(it.caseId)).executeUpdate(submitUpdate, {
      args: [
        {
          opId,
          order: request.order,
          actor: request.actor,
          receivedAt: product.now(),
          ackSeq: head.seq,
          ackHash: head.hash,
          rules: currentRules,
          businessClock: { version: 0, offset: 0 },
        },
      ],
    });
    expect(await product.gateway.reconcile()).toMatchObject({ drifted: 1, repaired: 1 });
    expect((await readHead(product.db, it.caseId))?.seq).toBe(head.seq + 1);
    expect(await product.gateway.reconcile()).toMatchObject({ drifted: 0 });
  });
});

async function orders(it: DrivenCase, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await it.must('windowClerk', changeContact(`${i}`));
}

async function runIdOf({ caseId }: DrivenCase): Promise<string> {
  return (await product.client.workflow.getHandle(workflowId(caseId)).describe()).runId;
}

async function ended({ caseId }: DrivenCase): Promise<void> {
  await product.client.workflow.getHandle(workflowId(caseId)).result();
}
