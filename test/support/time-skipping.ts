import { randomUUID } from 'node:crypto';
import { msToTs } from '@temporalio/common/lib/time.js';
import { workflowId } from '../../workflows/messages.ts';
import type { TestProduct } from './temporal.ts';

/**
 * Moves one case's virtual time forward (server key WorkflowTimeSkippingEnabled, 1.32): its timers fire one after the other; work under
 * way holds time, people do not. The wall clock of the test's API moves along.
 */
export async function fastForward(product: TestProduct, caseId: string, ms: number): Promise<void> {
  const o = await beginFastForward(product, caseId, ms);
  await reached(product, o);
  product.skew(ms);
}

/** Lets a case's virtual time begin to pass; with no worker it stands at the first timer. The API's clock does not move. */
export async function beginFastForward(
  product: TestProduct,
  caseId: string,
  ms: number,
): Promise<{ execution: { workflowId: string }; id: string }> {
  const { client, namespace } = product;
  const service = client.workflowService;
  const execution = { workflowId: workflowId(caseId) };
  const id = randomUUID();
  await service.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: execution,
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: 1_000,
        fastForwardConfig: { id, duration: msToTs(ms) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  return { execution, id };
}

const pollTimeout = 1;
const completed = 2;

async function reached(product: TestProduct, o: { execution: { workflowId: string }; id: string }): Promise<void> {
  const { client, namespace } = product;
  const request = { namespace, workflowExecution: o.execution, fastForwardId: o.id };
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const answer = await client.connection.withDeadline(Date.now() + 30_000, async () =>
      client.workflowService.pollWorkflowExecutionTimeSkipping(request),
    );
    if (answer.fastForwardPollingResult === completed) return;
    if (answer.fastForwardPollingResult !== pollTimeout)
      throw new Error(`expected time to pass, but ${answer.failedReason}`);
  }
  throw new Error('expected time to pass within a minute, but something holds it');
}
