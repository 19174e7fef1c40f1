import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { checkAnswer, newStep } from './bare-step.ts';
import type { BareSubject } from './bare-step.ts';
import { tunedQueue } from './bare-messages.ts';
import type { BareAnswer } from './bare-messages.ts';
import { reviewsPerCase } from './bench-item.ts';
import { spread } from './driver.ts';
import type { Driver } from './driver.ts';
import { createDesks } from './http.ts';

const openWidth = 16;

/** Steps of the least that is as durable as ours, over HTTP (`floor-api.ts`). */
export function floorDriver(client: Client, url: string): Driver<BareSubject> {
  const post = createDesks([url]);
  const step = async (subject: BareSubject): Promise<void> => {
    const body = newStep(subject);
    const answer = await post({ path: `/cases/${subject.id}/steps`, body });
    checkAnswer(subject, body.opId, answer as unknown as BareAnswer);
  };
  return {
    stepsPerCase: reviewsPerCase,
    open: async (count) =>
      spread(count, openWidth, async () => {
        const id = randomUUID();
        await client.workflow.start('bareCase', { workflowId: id, taskQueue: tunedQueue, args: [] });
        await post({ path: `/cases/${id}`, body: {} });
        const subject: BareSubject = { id, left: reviewsPerCase + 1, seq: 0 };
        await step(subject);
        return subject;
      }),
    step,
    workflowIdOf: ({ id }) => id,
  };
}
