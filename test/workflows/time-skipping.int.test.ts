import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFacts } from '../../db/journal/facts.ts';
import { readHead } from '../../db/journal/head.ts';
import { dueOnOf, runningClock } from '../../domain/case/clocks.ts';
import type { Fact, FactOf } from '../../domain/case/facts/index.ts';
import { civilDateOf, startOfDay } from '../../domain/clock/civil-date.ts';
import { accepted, digestOf, drivenCase, reviewed, started } from '../support/driven-case.ts';
import type { DrivenCase } from '../support/driven-case.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';
import { fastForward } from '../support/time-skipping.ts';
import { until } from '../support/until.ts';
import { headQuery, workflowId } from '../../workflows/messages.ts';

const dayMs = 86_400_000;
let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await product.startWorker();
});
afterAll(async () => product.close());

test('a 20-working-day case with an expert review fires each rung once, at its civil instant, by the durable timer alone', async () => {
  const it = await drivenCase(product);
  await accepted(it);
  await reviewed(it, 'pass');
  await started(it, { stepId: 'experts', by: 'caseOfficer', on: civilDateOf(product.now()) });

  // 10 working days of the review's promise are at most 24 civil days here; 45 leave it overdue, clocks of the law standing still.
  await fastForward(product, it.caseId, 45 * dayMs);
  const during = warnings(await settled(it, 1));
  expect(rungsOf(during, 'promise:experts')).toEqual(['Y2', 'R3']);
  expect(rungsOf(during, 'promised')).toEqual([]);
  expect(rungsOf(during, 'statutory')).toEqual([]);

  await it.must('caseOfficer', {
    type: 'finishExpertReview',
    stepId: 'experts',
    outcome: 'pass',
    heldOn: civilDateOf(product.now()),
    opinion: digestOf('opinion'),
    experts: ['a', 'b', 'c'].map(digestOf),
    officials: [],
  });
  await fastForward(product, it.caseId, 45 * dayMs);
  const all = await settled(it, during.length + 1);
  const raised = warnings(all);
  expect(rungsOf(raised, 'promised')).toEqual(['W1', 'Y1-promised', 'R1']);
  expect(rungsOf(raised, 'statutory')).toEqual(['Y3', 'R2']);
  expect(new Set(raised.map(({ warningId }) => warningId)).size).toBe(raised.length);
  for (const fact of all) {
    if (fact.body.type !== 'WarningRaised') continue;
    expect(fact.at).toBe(startOfDay(fact.body.on));
    expect(fact.recordedAt - fact.at).toBeLessThan(20 * 60_000 + 5_000);
  }
  const head = await readHead(product.db, it.caseId);
  const clock = head && runningClock(head.state, 'statutory');
  if (!head || !clock) throw new Error('expected a running statutory clock');
  const dueOn = dueOnOf(await product.worlds.worldOf(head.state), clock);
  const lapse = raised.find(({ rung }) => rung === 'R2');
  expect(lapse?.dueOn).toBe(dueOn);
  expect(lapse?.on).toBe(dueOn === null ? null : civilDateOf(startOfDay(dueOn) + dayMs));
}, 60_000);

/** The facts of the case, once the activity has written at least so many warnings and the journal stands where the case does. */
async function settled({ caseId }: DrivenCase, least: number): Promise<readonly Fact[]> {
  return until('the warnings in the journal', async () => {
    const { seq } = await product.client.workflow.getHandle(workflowId(caseId)).query(headQuery);
    const facts = await readFacts(product.db, caseId, 0);
    return facts.length === seq && warnings(facts).length >= least && facts;
  });
}

function warnings(facts: readonly Fact[]): FactOf<'WarningRaised'>[] {
  return facts.map(({ body }) => body).filter((body): body is FactOf<'WarningRaised'> => body.type === 'WarningRaised');
}

function rungsOf(raised: readonly FactOf<'WarningRaised'>[], clock: string): string[] {
  return raised.filter((warning) => warning.clock === clock).map(({ rung }) => rung);
}
