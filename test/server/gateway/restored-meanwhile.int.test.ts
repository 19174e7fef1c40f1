import { afterAll, beforeAll, expect, test } from 'vitest';
import { readIntent } from '../../../db/journal/intents.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import { drivenCase, official, writeOf } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await product.startWorker();
});
afterAll(async () => product.close());

/** The first look for the facts of an operation finds none, as one that comes before a restore has taken them. */
function lookTooEarly(): void {
  const { db } = product;
  const query = db.query.bind(db) as (...args: unknown[]) => unknown;
  let looked = false;
  Object.assign(db, {
    query: (statement: { name: string }, ...more: unknown[]) => {
      if (statement.name !== 'facts-of-request' || looked) return query(statement, ...more);
      looked = true;
      return Promise.resolve({ rows: [] });
    },
  });
}

test('an operation that was lost and registered again is not refused because its own facts are there already', async () => {
  const it = await drivenCase(product);
  const order = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;
  const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, people: [], order };
  const first = await product.gateway.give(request);
  expect(first.status).toBe(200);
  const opId = opIdOf(request);
  // As `registerAgain` writes it; the run that begins from the journal remembers no operation.
  const again = `UPDATE intent SET state = 'sent', attempt = 1, answer = NULL, answer_status = NULL, lease_until = now() WHERE op_id = $1`;
  await product.admin.query(again, [opId]);
  expect(await product.gateway.restore(it.caseId, { ahead: 'refuse' })).toMatchObject({ runs: true });
  lookTooEarly();
  await product.gateway.sweep();
  expect(await readIntent(product.db, opId)).toMatchObject({
    state: 'applied',
    attempt: 2,
    stored: { status: 200, answer: first.body },
  });
});
