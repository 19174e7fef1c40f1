import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesBehind } from '../../../db/journal/calendars.ts';
import { factsOf, readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import { nationalCalendar } from '../../../domain/clock/calendar.ts';
import type { CalendarSnapshot } from '../../../domain/clock/calendar.ts';
import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { systemActor } from '../../../domain/people/system.ts';
import { workflowId } from '../../../workflows/messages.ts';
import { revised, turned } from '../../support/clock-of.ts';
import { accepted, changeContact, drivenCase, official, writeOf } from '../../support/driven-case.ts';
import type { DrivenCase } from '../../support/driven-case.ts';
import { keepCalendar, publishTestFlow } from '../../support/played-case.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;
let revision3: CalendarSnapshot;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await product.startWorker();
  // Every day of the next three weeks is turned: no due date stays.
  const days = Array.from({ length: 21 }, (_, i) => addDays(civilDateOf(product.now()), i + 1));
  revision3 = turned(new Set(days), 3);
  await keepCalendar(product.admin, revision3);
  await keepCalendar(product.admin, revised('cn-2026.1', 0));
});
afterAll(async () => product.close());

const dueOf = async ({ caseId }: DrivenCase) =>
  (await product.db.query(`SELECT due_on FROM case_clock WHERE case_id = $1 AND clock = 'promised'`, [caseId])).rows;

test('a case adopts a calendar by the order of the system alone, once, and its dates move', async () => {
  const it = await drivenCase(product);
  await accepted(it);
  const before = await dueOf(it);
  const two = [1, 2].map(() => product.openGateway({ calendar: revision3 }));
  const answers = await Promise.all([...two, ...two].map(async (gateway) => gateway.adopt(it.caseId)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  const opId = String(answers[0]?.body['opId']);
  const own = await factsOf(product.db, it.caseId, opId);
  expect(own.map(({ body, actorId }) => [body.type, actorId])).toEqual(
    ['CalendarAdopted', 'DeadlineSet', 'DeadlineSet', 'DeadlineSet'].map((type) => [type, systemActor.id]),
  );
  expect((await readHead(product.db, it.caseId))?.state.calendar).toEqual(revision3.revision);
  expect(await dueOf(it)).not.toEqual(before);
  const { rows } = await product.db.query('SELECT actor_id, posts, payload, state FROM intent WHERE op_id = $1', [
    opId,
  ]);
  const payload = { type: 'adoptCalendar', revision: revision3.revision };
  expect(rows).toEqual([{ actor_id: systemActor.id, posts: [], payload, state: 'applied' }]);
});

test('a case that has the calendar answers with no fact, also where it came with another order', async () => {
  const it = await drivenCase(product);
  const gateway = product.openGateway({ calendar: revision3 });
  await gateway.give({ ...writeOf(official('windowClerk'), product), caseId: it.caseId, order: changeContact('a') });
  const facts = await readFacts(product.db, it.caseId, 0);
  expect(facts.slice(-3).map(({ body }) => body.type)).toEqual(['CalendarAdopted', 'DeadlineSet', 'ContactChanged']);
  expect(await gateway.adopt(it.caseId)).toMatchObject({ status: 200, body: { firstSeq: 0, facts: [] } });
  expect(await readFacts(product.db, it.caseId, 0)).toEqual(facts);
});

test('a case of another region, a closed case and none are answered', async () => {
  const gateway = product.openGateway({ calendar: revised('cn-2026.1', 1, '210000') });
  const it = await drivenCase(product);
  expect(await gateway.adopt(it.caseId)).toMatchObject({
    status: 409,
    body: { code: 'calendar-of-another-region', detail: expect.stringContaining('另一个行政区划') },
  });
  await it.must('windowClerk', { type: 'withdraw', statement: 's' });
  await product.client.workflow.getHandle(workflowId(it.caseId)).result();
  expect(await product.gateway.adopt(it.caseId)).toMatchObject({ status: 409, body: { code: 'case-closed' } });
  expect(await product.gateway.adopt(randomUUID())).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

const command = ['--import', 'tsx', join(import.meta.dirname, '../../../tools/calendar-adopt.ts'), '--all'];

test('fault A10, A11: the command brings every open case that is behind to the newest calendar, stopped and continued', async () => {
  const older = product.openGateway({ calendar: revised('cn-2026.1', 0) });
  const cases = await Promise.all(Array.from({ length: 24 }, async () => drivenCase(product, older)));
  const newest = nationalCalendar().revision;
  const behind = await casesBehind(product.db, newest);
  expect(behind).toEqual(cases.map(({ caseId }) => caseId).toSorted());
  const env = { ...process.env, ...product.env };

  const first = spawn(process.execPath, command, { env });
  // The first line of progress: some have the calendar, most do not.
  first.stderr.once('data', () => first.kill('SIGTERM'));
  const [said, [code]] = await Promise.all([text(first.stdout), once(first, 'close')]);
  const left = await casesBehind(product.db, newest);
  expect([code, left.length > 0, left.length < 24]).toEqual([1, true, true]);
  expect(said).toBe(
    `${24 - left.length} of 24 cases have the newest calendar; stopped with ${left.length} left, start it again to go on\n`,
  );

  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  expect(stdout).toBe(`${left.length} of ${left.length} cases have the newest calendar\n`);
  expect(await casesBehind(product.db, newest)).toEqual([]);
  for (const { caseId } of cases) {
    const facts = await readFacts(product.db, caseId, 0);
    expect(facts.filter(({ body }) => body.type === 'CalendarAdopted')).toHaveLength(1);
    expect((await readHead(product.db, caseId))?.state.calendar).toEqual(newest);
  }
});
