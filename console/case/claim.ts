import { call } from '../api.ts';

/** Claims the task of a step. Refusals and cut networks are thrown as by every call. */
export async function claim({ caseId, stepId }: { caseId: string; stepId: string }): Promise<void> {
  await call('giveOrder', { params: { caseId }, body: { type: 'claimTask', stepId } });
}
