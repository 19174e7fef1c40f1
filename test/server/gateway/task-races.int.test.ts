import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../../db/journal/facts.ts';
import { readHead } from '../../../db/journal/head.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import { verifyChain } from '../../../domain/case/seal.ts';
import { accepted, digestOf, drivenCase, official, writeOf } from '../../support/driven-case.ts';
import { publishTestFlow } from '../../support/played-case.ts';
import { peopleOf } from '../../support/scene.ts';
import { openTestProduct } from '../../support/temporal.ts';
import type { TestProduct } from '../../support/temporal.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await openTestProduct();
  await publishTestFlow(product.admin);
  await product.startWorker();
});
afterAll(async () => product.close());

const officers = Array.from({ length: 6 }, (_, n) => official('caseOfficer', `officer ${n}`));
const claim: Order = { type: 'claimTask', stepId: 'review' };

/** One order of each of several people in the same moment, through two gateways in turn. */
async function race(caseId: string, orders: readonly { by: (typeof officers)[number]; order: Order }[]) {
  const gateways = [product.gateway, product.openGateway()];
  return Promise.all(
    orders.map(async ({ by, order }, n) =>
      (gateways[n % 2] ?? product.gateway).give({
        ...writeOf(by, product, randomUUID()),
        caseId,
        order,
        people: peopleOf(order),
      }),
    ),
  );
}

const codeOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => body['code'] ?? 'taken';

describe('several people in the same second', () => {
  test('who claim one task: one has it, the others are told that somebody does', async () => {
    const it = await drivenCase(product);
    await accepted(it);
    const answers = await race(
      it.caseId,
      officers.map((by) => ({ by, order: claim })),
    );
    expect(answers.filter((answer) => codeOf(answer) === 'taken')).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'task-of-another')).toHaveLength(5);
    const facts = await readFacts(product.db, it.caseId, 0);
    const [claimed, ...more] = facts.filter(({ body }) => body.type === 'TaskClaimed');
    expect(more).toEqual([]);
    const winner = officers[answers.findIndex((answer) => codeOf(answer) === 'taken')];
    expect(claimed?.actorId).toBe(winner?.id);
    expect((await readHead(product.db, it.caseId))?.state.steps.find(({ id }) => id === 'review')?.assignee).toBe(
      winner?.id,
    );
    expect(verifyChain(facts)).toBeNull();
  });

  test('who hand it over, give it back, move it and act on it: the journal has one order of things, and who holds it last is in it', async () => {
    const it = await drivenCase(product);
    await accepted(it);
    const [holder = official('caseOfficer'), other = official('caseOfficer', 'other')] = officers;
    const reason = digestOf('reason');
    await race(it.caseId, [{ by: holder, order: claim }]);
    const answers = await race(it.caseId, [
      { by: holder, order: { type: 'handOverTask', stepId: 'review', to: other.id, reason } },
      { by: holder, order: { type: 'releaseTask', stepId: 'review', reason } },
      { by: official('sectionChief'), order: { type: 'reassignTask', stepId: 'review', to: other.id, reason } },
      { by: holder, order: { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: reason } },
      { by: other, order: claim },
    ]);
    for (const { status } of answers) expect([200, 409, 422]).toContain(status);
    const facts = await readFacts(product.db, it.caseId, 0);
    const moves = facts.filter(({ body }) => body.type.startsWith('Task') || body.type === 'Reviewed');
    expect(moves.length).toBe(1 + answers.filter(({ status }) => status === 200).length);
    // Each one follows from who held the task before it.
    let held: string | null = null;
    for (const { body, actorId } of moves) {
      if (body.type === 'TaskClaimed') expect(held).toBeNull();
      if (body.type === 'TaskHandedOver' || body.type === 'TaskReassigned') expect(body.from).toBe(held);
      if (body.type === 'TaskReleased') expect(held).toBe(actorId);
      if (body.type === 'Reviewed') expect([null, actorId]).toContain(held);
      held =
        body.type === 'TaskClaimed'
          ? actorId
          : body.type === 'TaskHandedOver' || body.type === 'TaskReassigned'
            ? body.to
            : body.type === 'TaskReleased'
              ? null
              : held;
    }
    const state = (await readHead(product.db, it.caseId))?.state;
    expect(state?.steps.find(({ id }) => id === 'review')?.assignee ?? null).toBe(held);
  });
});
