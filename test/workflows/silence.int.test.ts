import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFacts } from '../../db/journal/facts.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { addDays, startOfDay } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { drivenCase, official } from '../support/driven-case.ts';
import type { DrivenCase } from '../support/driven-case.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';

const hourMs = 3_600_000;
let product: TestProduct;

// One each: a case that is moved through time takes the clock of the API along.
beforeEach(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
});
afterEach(async () => product.close());

test('an application that nobody answers is accepted once, at its civil instant, by the durable timer alone', async () => {
  await product.startWorker();
  const it = await drivenCase(product);
  const dueOn = await noticeDueOn(it);
  await fastForward(product, it.caseId, startOfDay(addDays(dueOn, 40)) - product.now());
  const facts = await until('the acceptance in the journal', async () => {
    const all = await readFacts(product.db, it.caseId, 0);
    return named(all, 'AcceptanceDeemed').length > 0 && all;
  });
  const [deemed, ...others] = named(facts, 'AcceptanceDeemed');
  expect(others).toEqual([]);
  expect(deemed?.at).toBe(startOfDay(addDays(dueOn, 1)));
  expect(deemed && deemed.recordedAt - deemed.at).toBeLessThan(20 * 60_000 + 5_000);
  expect(deemed?.actorId).toBeNull();
  expect(deemed?.body).toEqual({ type: 'AcceptanceDeemed', on: receivedOn(facts), dueOn });
  expect(await startsOf(it)).toEqual({ statutory: receivedOn(facts), promised: receivedOn(facts) });
});

test('with no worker from before midnight until three hours after it, the silence waits for the lead', async () => {
  const worker = await product.startWorker();
  const it = await drivenCase(product);
  const dueOn = await noticeDueOn(it);
  await fastForward(product, it.caseId, startOfDay(dueOn) + 22 * hourMs - product.now());
  await worker.stop();
  // Virtual time waits for who has work; the business clock does not.
  const moved = product.gateway.advance({ offset: 5 * hourMs, actor: official('systemAdmin') });
  await until('the order at the door', async () => {
    const { rowCount } = await product.db.query(`SELECT FROM intent WHERE case_id = $1 AND state = 'sent'`, [
      it.caseId,
    ]);
    return rowCount === 1;
  });
  await product.startWorker();
  expect(await moved).toMatchObject({ status: 200 });
  const late = await readFacts(product.db, it.caseId, 0);
  expect(named(late, 'SilenceReached').map(({ at }) => at)).toEqual([startOfDay(addDays(dueOn, 1))]);
  expect([named(late, 'AcceptanceDeemed'), await startsOf(it)]).toEqual([[], {}]);

  await it.must('windowLead', { type: 'confirmSilence' });
  const facts = await readFacts(product.db, it.caseId, 0);
  expect(named(facts, 'AcceptanceDeemed').map(({ body }) => body)).toEqual([
    { type: 'AcceptanceDeemed', on: receivedOn(facts), dueOn },
  ]);
  expect(await startsOf(it)).toEqual({ statutory: receivedOn(facts), promised: receivedOn(facts) });
});

function named(facts: readonly Fact[], type: Fact['body']['type']): readonly Fact[] {
  return facts.filter(({ body }) => body.type === type);
}

function receivedOn(facts: readonly Fact[]): CivilDate | undefined {
  return facts.flatMap(({ body }) => (body.type === 'CaseFiled' ? [body.filing.receivedOn] : []))[0];
}

async function noticeDueOn({ caseId }: DrivenCase): Promise<CivilDate> {
  const clocks = (await readHead(product.db, caseId))?.state.clocks;
  const dueOn = clocks?.find(({ id }) => id === 'notice')?.told?.dueOn;
  if (!dueOn) throw new Error('expected the answer to have a due date, but it has none');
  return dueOn;
}

/** The day from which each clock of the law and of the promise counts. */
async function startsOf({ caseId }: DrivenCase): Promise<Record<string, CivilDate>> {
  const clocks = (await readHead(product.db, caseId))?.state.clocks ?? [];
  const legal = clocks.filter(({ id }) => id === 'statutory' || id === 'promised');
  return Object.fromEntries(legal.map(({ id, startedOn }) => [id, startedOn]));
}
