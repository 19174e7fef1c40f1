import { proxySinks } from '@temporalio/workflow';
import type { Sinks, WorkflowInterceptors } from '@temporalio/workflow';

/** Where a replayed run says what it would tell the world now. */
export interface ReplaySinks extends Sinks {
  replay: {
    update(updateId: string, outcome: string): void;
    project(input: string): void;
    timer(ms: number): void;
    next(input: string): void;
  };
}

const { replay } = proxySinks<ReplaySinks>();

/** Bundled beside the workflow for replays only: it listens and changes nothing. */
export const interceptors = (): WorkflowInterceptors => ({
  inbound: [
    {
      handleUpdate: async (input, next) => {
        try {
          const outcome = await next(input);
          replay.update(input.updateId, JSON.stringify(outcome));
          return outcome;
        } catch (error) {
          replay.update(input.updateId, `failed: ${error instanceof Error ? error.message : String(error)}`);
          throw error;
        }
      },
    },
  ],
  outbound: [
    {
      scheduleActivity: async (input, next) => {
        replay.project(JSON.stringify(input.args[0]));
        return next(input);
      },
      startTimer: async (input, next) => {
        replay.timer(input.durationMs);
        return next(input);
      },
      continueAsNew: async (input, next) => {
        replay.next(JSON.stringify(input.args[0]));
        return next(input);
      },
    },
  ],
});
