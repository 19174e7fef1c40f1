import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { nextWake, tick } from '../domain/case/machine.ts';
import { now } from './now.ts';
import { step } from './run.ts';
import type { Run } from './run.ts';

/** The one timer of a case. */
export interface Alarm {
  /** Sees to it that the case wakes for the earliest thing due. */
  arm(): void;
}

const leastMs = 1_000;

/**
 * The timer is replaced only by an earlier one; a wake-up that finds nothing due arms the next, so that a step that moves
 * the due date later costs no event. `onFacts` is called when time alone caused facts.
 */
export function createAlarm({ run, root, onFacts }: { run: Run; root: CancellationScope; onFacts: () => void }): Alarm {
  let armed: { readonly at: number; readonly scope: CancellationScope } | null = null;

  const ring = (): void => {
    armed = null;
    const stepped = tick(run.world, run.state, now());
    step(run, stepped);
    if (stepped.facts.length > 0) onFacts();
    arm();
  };
  const arm = (): void => {
    const next = nextWake(run.world, run.state);
    if (next === null) return;
    const present = now();
    const at = Math.max(next, present + leastMs);
    if (armed !== null && at >= armed.at) return;
    armed?.scope.cancel();
    const scope = new CancellationScope({ cancellable: true, parent: root });
    armed = { at, scope };
    void scope
      .run(async () => sleep(at - present))
      .then(ring, (error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  };
  return { arm };
}
