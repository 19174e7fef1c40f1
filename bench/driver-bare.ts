import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { bareStep, factsPerStep } from './bare-messages.ts';
import { reviewsPerCase } from './bench-item.ts';
import { spread } from './driver.ts';
import type { Driver } from './driver.ts';
import type { Subject } from './hot-set.ts';

interface BareSubject extends Subject {
  seq: number;
}

/** An order of the product with actor and posts is about this long, with the digest of an opinion and the hash of a fact in it. */
const orderWords = 'o'.repeat(492);
const noise = (): string => randomBytes(64).toString('hex');
const openWidth = 16;

/** Calls the Update of a bare workflow directly, with an Update id and a deadline as the gateway does. */
export function bareDriver(
  client: Client,
  { workflowType, taskQueue }: { workflowType: 'bareCase' | 'awaitingCase'; taskQueue: string },
): Driver<BareSubject> {
  return {
    stepsPerCase: reviewsPerCase,
    open: async (count) =>
      spread(count, openWidth, async () => {
        const id = `${workflowType}/${randomUUID()}`;
        await client.workflow.start(workflowType, { workflowId: id, taskQueue, args: [] });
        const subject: BareSubject = { id, left: reviewsPerCase + 1, seq: 0 };
        // As with our cases, acts before the measured ones bring the run into the worker's memory.
        await step(client, subject);
        return subject;
      }),
    step: async (subject) => step(client, subject),
    workflowIdOf: (subject) => subject.id,
  };
}

async function step(client: Client, subject: BareSubject): Promise<void> {
  const opId = randomUUID();
  const handle = client.workflow.getHandle(subject.id);
  const args = [{ opId, seq: subject.seq, filler: `${noise()}${orderWords}` }] as const;
  const answer = await client.connection.withDeadline(Date.now() + 10_000, async () =>
    handle.executeUpdate(bareStep, { args: [...args], updateId: opId }),
  );
  const [first, last] = answer.op;
  const isRight =
    first === subject.seq + 1 &&
    last === subject.seq + factsPerStep &&
    answer.facts.length === factsPerStep &&
    answer.facts.every((fact, i) => fact.seq === first + i && fact.opId === opId);
  if (!isRight) throw new Error(`expected facts from ${subject.seq + 1}, but got ${JSON.stringify(answer.op)}`);
  subject.seq = last;
  subject.left -= 1;
}
