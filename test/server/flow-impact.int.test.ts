import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flowVersions } from '../../db/catalogue/flows.ts';
import { item } from '../../db/catalogue/items.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { impactOf } from '../../server/flow-impact.ts';
import { accepted, drivenCase } from '../support/driven-case.ts';
import { testFlow } from '../support/flow-fixture.ts';
import { publishTestFlow } from '../support/played-case.ts';
import { openTestProduct } from '../support/temporal.ts';
import type { TestProduct } from '../support/temporal.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await product.startWorker();
  const open = await drivenCase(product);
  await accepted(open);
  const withdrawn = await drivenCase(product);
  await withdrawn.must('windowClerk', { type: 'withdraw', statement: 'a'.repeat(64) });
});
afterAll(async () => product.close());

async function impact(definition: FlowDefinition) {
  const [version] = await flowVersions(product.db, testFlow.itemCode);
  const of = await item(product.db, testFlow.itemCode);
  if (version === undefined || of === null) throw new Error('expected the flow of the tests to be published');
  const flow = { ...version, definition, findings: [], superseded: false };
  return impactOf(product, { flow, of, today: civilDateOf(product.now()), language: 'zh' });
}

describe('the impact of a version on cases that run and that are closed', () => {
  it('is nothing where it is the version they have', async () => {
    const same = await impact(testFlow);
    expect(same).toMatchObject({ before: { open: 1, closed: 1, onTime: 1 }, movedCount: 0, moved: [] });
    expect(same.after).toEqual(same.before);
  });

  it('names each limit whose date moves, and the case', async () => {
    const { limits } = testFlow;
    const sooner = await impact({ ...testFlow, limits: { ...limits, promised: { ...limits.promised, count: 3 } } });
    expect(sooner).toMatchObject({ movedCount: 1, moved: [{ open: true, clock: '承诺时限' }] });
    const [moved] = sooner.moved;
    expect(String(moved?.after?.dueOn) < String(moved?.before?.dueOn)).toBe(true);
  });
});
