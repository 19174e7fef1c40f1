import { proxyActivities } from '@temporalio/workflow';
import type { CancellationScope } from '@temporalio/workflow';
import type { ProjectInput } from './messages.ts';
import { confirm } from './run.ts';
import type { Run } from './run.ts';

/** Writes facts that have no caller into the journal. */
export interface Projector {
  /** Sees to it that every fact there is now gets into the journal. */
  write(): void;
  /** Whether an activity is under way. */
  isBusy(): boolean;
}

const { project } = proxyActivities<{ project(input: ProjectInput): Promise<number> }>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** One activity at a time, each with every fact that is not confirmed: so it also heals what a dead API left behind. */
export function createProjector(run: Run, root: CancellationScope): Projector {
  let wanted = 0;
  let busy = false;

  const catchUp = async (): Promise<void> => {
    while (run.ackSeq < wanted) confirm(run, await project({ caseId: run.state.caseId, facts: run.unacked }));
    busy = false;
  };
  return {
    isBusy: () => busy,
    write: () => {
      wanted = run.state.seq;
      if (busy || run.ackSeq >= wanted) return;
      busy = true;
      void root.run(catchUp);
    },
  };
}
