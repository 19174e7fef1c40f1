import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readIntent } from '../../../db/journal/intents.ts';
import { faultyNumbers } from '../../../db/numbers/check.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import { changeContact, digestOf, drivenCase, newNumber, official, writeOf } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';
import { until } from '../../support/until.ts';

/** An intent that was committed without waiting is gone after a crash of PostgreSQL; the Update that Temporal held is not. */
let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct({ submitDeadlineMs: 30_000 });
  await publishTestFlow(product.admin);
});
afterEach(async () => product.stopWorkers());
afterAll(async () => product.close());

async function orderOf(words: string) {
  const it = await drivenCase(product);
  const texts = [{ digest: digestOf(words), content: words }];
  const request = {
    ...writeOf(official('windowClerk'), product),
    texts,
    caseId: it.caseId,
    order: changeContact(words),
  };
  return { request, opId: opIdOf(request) };
}

async function loseIntent(opId: string): Promise<void> {
  await until('the intent', async () => readIntent(product.db, opId));
  await product.admin.query('DELETE FROM case_text WHERE case_id = (SELECT case_id FROM intent WHERE op_id = $1)', [
    opId,
  ]);
  await product.admin.query('DELETE FROM intent WHERE op_id = $1', [opId]);
  // What the same statement wrote goes with it, whatever the trigger holds.
  await product.admin.query('ALTER TABLE document_number DISABLE TRIGGER document_number_no_change');
  await product.admin.query('DELETE FROM document_number WHERE op_id = $1', [opId]);
  await product.admin.query('ALTER TABLE document_number ENABLE ALWAYS TRIGGER document_number_no_change');
}

async function wordsOf(caseId: string): Promise<readonly string[]> {
  const text = 'SELECT content FROM case_text WHERE case_id = $1';
  return (await product.admin.query<{ content: string }>(text, [caseId])).rows.map(({ content }) => content);
}

describe('an intent that a crash of PostgreSQL took', () => {
  test('is stored again with its words and answer when the order was applied, so that its key answers the same', async () => {
    const { request, opId } = await orderOf('applied');
    const giving = product.gateway.give(request);
    await loseIntent(opId);
    await product.startWorker();
    const answer = await giving;
    expect(answer).toMatchObject({ status: 200, body: { opId, facts: [{ type: 'ContactChanged' }] } });
    expect(await readIntent(product.db, opId)).toMatchObject({
      state: 'applied',
      stored: { status: 200, answer: answer.body },
    });
    expect(await wordsOf(request.caseId)).toContain('applied');
    expect(JSON.stringify(await product.gateway.give(request))).toBe(JSON.stringify(answer));
  });

  test('is stored again with the number that was typed, so that nobody else gets it', async () => {
    const worker = await product.startWorker();
    const it = await drivenCase(product);
    await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    await worker.stop();
    const order = { type: 'accept', stepId: 'acceptance', documentNo: newNumber('受') } as const;
    const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order };
    const giving = product.gateway.give(request);
    await loseIntent(opIdOf(request));
    await product.startWorker();
    expect(await giving).toMatchObject({ status: 200 });
    expect(await faultyNumbers(product.admin)).toEqual([]);
  });

  test('is opened again by the next sweep when the outcome was open, and brought to its end', async () => {
    const hasty = product.openGateway({ submitDeadlineMs: 300, leaseMs: 60_000 });
    const { request, opId } = await orderOf('open');
    const giving = hasty.give(request);
    await loseIntent(opId);
    expect((await giving).status).toBe(202);
    await product.startWorker();
    await hasty.sweep();
    await until('the end of the order', async () => {
      await hasty.sweep();
      await pause(50);
      return (await readIntent(product.db, opId))?.state === 'applied';
    });
    expect(await wordsOf(request.caseId)).toContain('open');
    const { rows } = await product.admin.query('SELECT 1 FROM case_event WHERE request_id = $1', [opId]);
    expect(rows).toHaveLength(1);
  });
});
