import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import { civilDateOf, startOfDay } from '../../../domain/clock/civil-date.ts';
import { beginBusinessClock } from '../../../db/journal/business-clock.ts';
import { accepted, drivenCase, filingOf, official } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

const dayMs = 86_400_000;
const actor = official('systemAdmin');
let product: TestProduct;
let worker: Awaited<ReturnType<TestProduct['startWorker']>>;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  worker = await product.startWorker();
});
afterAll(async () => product.close());

test('demo data begins in the past, cases live through every midnight, and the clock ends at the present', async () => {
  expect(await beginBusinessClock(product.db, -60 * dayMs)).toBe(true);
  const receivedOn = civilDateOf(product.now() - 60 * dayMs);
  const cases = await Promise.all(
    [1, 2, 3].map(async () => drivenCase(product, product.gateway, { filing: { receivedOn } })),
  );
  for (const it of cases) await accepted(it);
  const filedAt = (await readHead(product.db, cases[0]?.caseId ?? ''))?.state.filedAt ?? 0;
  expect(civilDateOf(filedAt)).toBe(receivedOn);

  const seen: string[] = [];
  const onProgress = (done: number, all: number) => seen.push(`${done}/${all}`);
  expect(await product.gateway.advance({ days: 30, actor, onProgress })).toMatchObject({ status: 200 });
  expect(seen).toEqual(['1/3', '2/3', '3/3']);
  expect(await product.gateway.advance({ offset: 0, actor })).toMatchObject({ status: 200, body: { offset: 0 } });
  for (const { caseId } of cases) {
    const head = await readHead(product.db, caseId);
    expect(head?.state.businessClock).toMatchObject({ version: 3, offset: 0 });
    const facts = await readFacts(product.db, caseId, 0);
    const rungs = facts.flatMap(({ at, body }) => (body.type === 'WarningRaised' ? [{ at, body }] : []));
    expect(rungs.map(({ body }) => body.rung)).toEqual(expect.arrayContaining(['Y1-step', 'W1', 'R1', 'Y3', 'R2']));
    for (const { at, body } of rungs) expect(at).toBe(startOfDay(body.on));
  }
});

test('the clock only advances, and not at all once there are cases to begin again or in production', async () => {
  expect(await beginBusinessClock(product.db, -90 * dayMs)).toBe(false);
  const back = await product.gateway.advance({ offset: -dayMs, actor });
  expect(back).toMatchObject({ status: 422, body: { code: 'clock-not-ahead' } });
  const strict = product.openGateway({ production: true });
  expect(await strict.advance({ days: 1, actor })).toMatchObject({ status: 403, body: { code: 'demo-only' } });
});

test('who may not order the clock leaves it where it is', async () => {
  const before = await product.db.query('SELECT version, offset_ms FROM business_clock');
  const answer = await product.gateway.advance({ days: 1, actor: official('windowClerk') });
  expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  expect((await product.db.query('SELECT version, offset_ms FROM business_clock')).rows).toEqual(before.rows);
});

test('fault A15: while no worker runs the clock answers in bounded time, says which cases lag, and does not run away from them', async () => {
  const it = await drivenCase(product);
  await accepted(it);
  await worker.stop();
  const impatient = product.openGateway({ submitDeadlineMs: 2_000 });
  const before = await product.db.query<{ version: number }>('SELECT version FROM business_clock');
  const caseNo = (await readHead(product.db, it.caseId))?.state.filing.caseNo ?? '';

  const begun = performance.now();
  const first = await impatient.advance({ days: 30, actor });
  const more = [await impatient.advance({ days: 30, actor }), await impatient.advance({ days: 30, actor })];
  expect(performance.now() - begun).toBeLessThan(30_000);
  const named = expect.arrayContaining([
    { pointer: `/cases/${it.caseId}`, code: 'case-lagging', message: expect.stringContaining(caseNo) },
  ]);
  expect(first).toMatchObject({ status: 503, body: { code: 'clock-lagging', moved: true, errors: named } });
  for (const answer of more) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'clock-lagging', moved: false, errors: named } });
  }
  const after = await product.db.query<{ version: number; offset: string }>(
    'SELECT version, offset_ms AS offset FROM business_clock',
  );
  expect(after.rows[0]?.version).toBe((before.rows[0]?.version ?? 0) + 1);

  worker = await product.startWorker();
  expect(await product.gateway.advance({ days: 1, actor })).toMatchObject({ status: 200 });
  // What fell due while nobody recorded it is late, and recorded by the clock that was in force.
  const facts = await readFacts(product.db, it.caseId, 0);
  const lapsed = facts.find(({ body }) => body.type === 'WarningRaised' && body.rung === 'R1');
  expect(lapsed?.recordedAt).toBeGreaterThanOrEqual(begunAt(after.rows[0]));
  const { rows } = await product.db.query('SELECT late FROM warning WHERE case_id = $1 AND rung = $2', [
    it.caseId,
    'R1',
  ]);
  expect(rows).toEqual([{ late: true }]);
});

test('a filing that was taken answers the same to a second process that judges it by a later day', async () => {
  const { rows } = await product.db.query<{ offset: string }>('SELECT offset_ms AS offset FROM business_clock');
  const request = filingOf(product);
  const receivedOn = civilDateOf(product.now() + Number(rows[0]?.offset));
  const again = { ...request, filing: { ...request.filing, receivedOn } };
  const taken = await product.gateway.file(again);
  expect(taken.status).toBe(201);
  expect((await product.gateway.advance({ days: 30, actor })).status).toBe(200);
  const fresh = { ...again, key: randomUUID() };
  expect(await product.gateway.file(fresh)).toMatchObject({ body: { code: 'receipt-evidence-required' } });
  expect(await product.openGateway({}).file(again)).toEqual(taken);
});

test('a filing that was refused answers the same to a second process that judges it by a later day', async () => {
  const { rows } = await product.db.query<{ offset: string }>('SELECT offset_ms AS offset FROM business_clock');
  const request = filingOf(product);
  const receivedOn = civilDateOf(product.now() + Number(rows[0]?.offset) + 30 * 86_400_000);
  const early = { ...request, filing: { ...request.filing, receivedOn } };
  const refused = await product.gateway.file(early);
  expect(refused).toMatchObject({ body: { code: 'received-on-invalid' } });
  expect((await product.gateway.advance({ days: 30, actor })).status).toBe(200);
  expect(await product.openGateway({}).file(early)).toEqual(refused);
  expect((await product.gateway.file({ ...early, key: randomUUID() })).status).toBe(201);
  expect(await product.gateway.file({ ...early, bodyHash: 'other' })).toMatchObject({ body: { code: 'key-reused' } });
});

/** The business instant at which the test looked, at the latest. */
function begunAt(clock: { offset: string } | undefined): number {
  return product.now() - 60_000 + Number(clock?.offset ?? 0);
}
