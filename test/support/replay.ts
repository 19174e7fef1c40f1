import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import type { InjectedSinks } from '@temporalio/worker';
import { workflowBundle } from '../../server/gateway/bundle.ts';
import { nothingTold } from './histories.ts';
import type { SavedHistory, Told } from './histories.ts';
import type { ReplaySinks } from './replay-recorder.ts';
import { quietRuntime } from './temporal.ts';

const cacheDir = join(import.meta.dirname, '../../node_modules/.cache/shixian');

/** Runs today's workflow code over recorded runs: what each would tell now, and the error where its commands no longer fit. */
export async function replayAll(
  histories: readonly SavedHistory[],
): Promise<Map<string, { told: Told; error: string | null }>> {
  quietRuntime();
  const results = new Map(histories.map(({ name }) => [name, { told: nothingTold(), error: <string | null>null }]));
  const toldBy = (workflowId: string): Told => results.get(workflowId)?.told ?? nothingTold();
  const sinks: InjectedSinks<ReplaySinks> = {
    replay: {
      update: {
        callDuringReplay: true,
        fn: ({ workflowId }, updateId, outcome) => {
          toldBy(workflowId).updates[updateId] = outcome;
        },
      },
      project: { callDuringReplay: true, fn: ({ workflowId }, input) => void toldBy(workflowId).projects.push(input) },
      timer: { callDuringReplay: true, fn: ({ workflowId }, ms) => void toldBy(workflowId).timers.push(ms) },
      next: { callDuringReplay: true, fn: ({ workflowId }, input) => void toldBy(workflowId).next.push(input) },
    },
  };
  const bundle = await workflowBundle(cacheDir, { interceptors: [join(import.meta.dirname, 'replay-recorder.ts')] });
  const runs = histories.map(({ name, history }) => ({ workflowId: name, history }));
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle, sinks }, runs)) {
    const result = results.get(workflowId);
    if (result !== undefined) result.error = error?.message ?? null;
  }
  return results;
}
