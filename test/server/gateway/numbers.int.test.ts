import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIntent } from '../../../db/journal/open-intent.ts';
import { faultyNumbers } from '../../../db/numbers/check.ts';
import { readHead } from '../../../db/journal/head.ts';
import { readFacts } from '../../../db/journal/facts.ts';
import { currentRules } from '../../../domain/case/machine.ts';
import { numberTold } from '../../../domain/numbers/papers.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { opIdOf } from '../../../server/gateway/answers.ts';
import { submitUpdate, workflowId } from '../../../workflows/messages.ts';
import { accepted, digestOf, drivenCase, newNumber, official, reviewed, writeOf } from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { inForce } from '../../support/numbers.ts';
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

const checkedIn = async (): Promise<DrivenCase> => {
  const it = await drivenCase(product);
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  return it;
};
const accept = (documentNo: string) => ({ type: 'accept', stepId: 'acceptance', documentNo }) as const;
const caseNoOf = ({ filed }: DrivenCase) => String(filed.body['caseNo']);
const told = async ({ caseId }: DrivenCase) =>
  (await readFacts(product.db, caseId, 0)).flatMap(({ body }) => numberTold(body)?.text ?? []);
const registered = async (text: string) => {
  const { rows } = await product.db.query<{ state: string; reason: string | null }>(
    'SELECT state, reason FROM document_number WHERE text = $1 ORDER BY at, state',
    [text],
  );
  return rows.map(({ state, reason }) => [state, reason]);
};

test('fault B6: a number that another paper of the kind bears is refused in a sentence that names that paper', async () => {
  const [one, two] = [await checkedIn(), await checkedIn()];
  const text = newNumber('受〔2026〕');
  await one.must('windowClerk', accept(text));
  const refused = await two.give('windowClerk', accept(text));
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'number-taken', other: { caseNo: caseNoOf(one), text } },
  });
  expect(String(refused.body['reason'])).toContain(
    `${text} is that of the notice of acceptance in case ${caseNoOf(one)}`,
  );
  expect(await told(two)).toEqual([]);
  await two.must('windowClerk', accept(newNumber('受〔2026〕')));
});

test('fault B6: two that come at once with one number are two papers, and one is refused', async () => {
  const both = [await checkedIn(), await checkedIn()];
  const text = newNumber('受〔2026〕');
  const other = product.openGateway();
  const answers = await Promise.all(
    both.map(async ({ caseId }, n) =>
      (n === 0 ? product.gateway : other).give({
        ...writeOf(official('windowClerk'), product),
        caseId,
        order: accept(text),
      }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await registered(text)).toEqual([['used', null]]);
});

test('a typed number whose order was refused may be typed again', async () => {
  const it = await drivenCase(product);
  const text = newNumber('受〔2026〕');
  expect(await it.give('windowClerk', accept(text))).toMatchObject({ body: { code: 'step-not-open' } });
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  await it.must('windowClerk', accept(text));
  expect(await registered(text)).toEqual([
    ['void', 'refused'],
    ['used', null],
  ]);
});

test('a number that nobody gives is refused where the department has no pattern', async () => {
  const it = await checkedIn();
  expect(await it.give('windowClerk', accept(''))).toMatchObject({ status: 422, body: { code: 'number-missing' } });
});

test('fault B6: with a pattern the register gives the number, once an operation; typed by hand it is refused', async () => {
  await inForce(product.admin, 'timeNeededNotice', '沈水告〔{年}〕{号}号');
  const it = await drivenCase(product);
  await accepted(it);
  await reviewed(it, 'pass');
  const on = civilDateOf(product.now());
  await it.must('caseOfficer', { type: 'requestUntimedStep', stepId: 'experts', reason: digestOf('reason') });
  const notice = { type: 'recordNotice', stepId: 'experts', servedOn: on } as const;
  const early = await it.give('caseOfficer', { ...notice, documentNo: '' });
  expect(early).toMatchObject({ status: 409, body: { code: 'untimed-step-phase' } });
  await it.must('sectionChief', { type: 'approveUntimedStep', stepId: 'experts' });
  const byHand = await it.give('caseOfficer', { ...notice, documentNo: '沈水告〔2026〕7号' });
  expect(byHand).toMatchObject({ status: 422, body: { code: 'number-from-register' } });
  const key = randomUUID();
  const first = await it.must('caseOfficer', { ...notice, documentNo: '' }, { key });
  expect(await it.must('caseOfficer', { ...notice, documentNo: '' }, { key })).toEqual(first);
  const year = on.slice(0, 4);
  expect((await told(it)).at(-1)).toBe(`沈水告〔${year}〕2号`);
  expect(await registered(`沈水告〔${year}〕1号`)).toEqual([['void', 'refused']]);
  expect(await registered(`沈水告〔${year}〕2号`)).toEqual([['used', null]]);
});

test('an order whose sender died after the number was taken is finished with that number', async () => {
  const it = await checkedIn();
  const request = { ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: accept(newNumber('受')) };
  const number = { paper: 'acceptanceNotice', year: 2026, typed: request.order.documentNo } as const;
  await openIntent(product.db, { ...request, opId: opIdOf(request), leaseMs: 0, durable: true, number });
  // And one that was left before the register was asked: what it typed is taken, or refused.
  const rival = await checkedIn();
  const late = { ...writeOf(official('windowClerk'), product), caseId: rival.caseId, order: request.order };
  await openIntent(product.db, { ...late, opId: opIdOf(late), leaseMs: 0, durable: true });
  await product.gateway.sweep();
  expect(await told(it)).toEqual([request.order.documentNo]);
  expect(await told(rival)).toEqual([]);
  expect(await rival.give('windowClerk', request.order, late)).toMatchObject({ body: { code: 'number-taken' } });
});

/** An order that the case takes and nobody has registered: past the door, or lost with the database. */
async function pastTheDoor(it: DrivenCase, documentNo: string): Promise<void> {
  const head = await readHead(product.db, it.caseId);
  const submission = {
    opId: randomUUID(),
    order: accept(documentNo),
    actor: official('windowClerk'),
    receivedAt: product.now(),
    ackSeq: head?.seq ?? 0,
    ackHash: head?.hash ?? '',
    rules: currentRules,
    businessClock: { version: 0, offset: 0 },
  };
  await product.client.workflow
    .getHandle(workflowId(it.caseId))
    .executeUpdate(submitUpdate, { args: [submission], updateId: submission.opId });
}

test('fault B6: a number that a restored database has lost, or a restored case drops, is explained and never given again', async () => {
  const [taken, dropped, next] = [await checkedIn(), await checkedIn(), await checkedIn()];
  await inForce(product.admin, 'acceptanceNotice', '沈水受〔{年}〕{号}号');
  const year = civilDateOf(product.now()).slice(0, 4);
  await pastTheDoor(taken, `沈水受〔${year}〕1号`);
  await pastTheDoor(dropped, `沈水受〔${year}〕2号`);
  expect(await product.gateway.restore(taken.caseId, { ahead: 'take' })).toMatchObject({ dropped: 0 });
  expect(await product.gateway.restore(dropped.caseId, { ahead: 'drop' })).toMatchObject({ taken: 0 });
  await next.must('windowClerk', accept(''));
  expect(await registered(`沈水受〔${year}〕1号`)).toEqual([['used', null]]);
  expect(await registered(`沈水受〔${year}〕2号`)).toEqual([['void', 'dropped']]);
  expect(await told(next)).toEqual([`沈水受〔${year}〕3号`]);
});

test('after all of that each number is explained', async () => {
  await product.gateway.sweep();
  expect(await faultyNumbers(product.admin)).toEqual([]);
});
