import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { bareStep } from './bare-messages.ts';
import { checkAnswer, newStep } from './bare-step.ts';
import type { BareSubject } from './bare-step.ts';
import { reviewsPerCase } from './bench-item.ts';
import { spread } from './driver.ts';
import type { Driver } from './driver.ts';

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
  const sent = newStep(subject);
  const handle = client.workflow.getHandle(subject.id);
  const answer = await client.connection.withDeadline(Date.now() + 10_000, async () =>
    handle.executeUpdate(bareStep, { args: [sent], updateId: sent.opId }),
  );
  checkAnswer(subject, sent.opId, answer);
}
