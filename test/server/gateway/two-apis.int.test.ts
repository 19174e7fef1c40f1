import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gateway } from '../../../server/gateway/gateway.ts';
import { changeContact, drivenCase, official, writeOf } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;
const seen: string[] = [];

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await product.startWorker();
  const { db } = product;
  const query = db.query.bind(db) as (...args: unknown[]) => unknown;
  // The pool itself runs every statement; it only tells their names here.
  Object.assign(db, {
    query: (statement: { name: string }, ...more: unknown[]) => {
      seen.push(statement.name);
      return query(statement, ...more);
    },
  });
});
afterAll(async () => product.close());

/** Live pages are told behind the answer, several cases together; the clock and the workers are asked for again after a while. */
const byTheClock = new Set(['live-notify', 'business-clock', 'workers-live']);

/** The statements of one order through an API process. */
async function statementsOf(gateway: Gateway, caseId: string, words: string): Promise<readonly string[]> {
  seen.length = 0;
  const order = { ...writeOf(official('windowClerk'), product), caseId, people: [], order: changeContact(words) };
  expect((await gateway.give(order)).status).toBe(200);
  return seen.filter((name) => !byTheClock.has(name));
}

test('fault I9: orders that take turns at two APIs take as many statements as those of one: only the state travels again', async () => {
  const { caseId } = await drivenCase(product);
  const [one, other] = [product.gateway, product.openGateway()];
  await statementsOf(one, caseId, 'first');
  const own = await statementsOf(one, caseId, 'second');
  await statementsOf(other, caseId, 'third');
  const inTurn = [await statementsOf(one, caseId, 'fourth'), await statementsOf(other, caseId, 'fifth')];
  expect(own.length).toBeGreaterThan(1);
  expect(inTurn).toEqual([own, own]);
});
