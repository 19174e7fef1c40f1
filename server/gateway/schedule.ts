import { setTimeout as pause } from 'node:timers/promises';
import type { Gateway, Log } from './types.ts';

/** The recurring work of an API process. */
export interface Schedule {
  /** The first sweep is over, or five seconds: /readyz may turn green. */
  readonly ready: Promise<void>;
  /** Stops; waits two seconds at most for what is under way, which another process may take up as well. */
  stop(): Promise<void>;
}

/** An operation whose sender died is open for its lease and this long: together well under the 30 s after which an answer is due. */
const sweepMs = 5_000;
const reconcileMs = 3_600_000;
const firstSweepMs = 5_000;
const partingMs = 2_000;

/** Sweeps at once and every 5 s, compares with Temporal every hour; one run of each at a time, a failure is logged. */
export function startSchedule(gateway: Gateway, log: Log): Schedule {
  const stopping = new AbortController();
  const { signal } = stopping;
  const first = guarded(log, 'sweep', async () => gateway.sweep());
  const sweeping = first.then(async () => repeat({ everyMs: sweepMs, signal, log, name: 'sweep' }, gateway.sweep));
  const comparing = repeat({ everyMs: reconcileMs, signal, log, name: 'reconcile' }, gateway.reconcile);
  return {
    ready: Promise.race([first, pause(firstSweepMs, undefined, { signal, ref: false }).catch(() => undefined)]),
    stop: async () => {
      stopping.abort();
      await Promise.race([Promise.all([sweeping, comparing]), pause(partingMs, undefined, { ref: false })]);
    },
  };
}

async function repeat(
  o: { everyMs: number; signal: AbortSignal; log: Log; name: string },
  work: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    await pause(o.everyMs, undefined, { signal: o.signal }).catch(() => undefined);
    if (o.signal.aborted) return;
    await guarded(o.log, o.name, work);
  }
}

async function guarded(log: Log, name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ err: error, name }, 'recurring work failed and will be tried again');
  }
}
