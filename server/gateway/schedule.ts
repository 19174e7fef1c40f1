import { setTimeout as pause } from 'node:timers/promises';
import type { Gateway, Log } from './types.ts';

/** The recurring work of an API process. */
export interface Schedule {
  /** A sweep has succeeded, or the first one has been under way for five seconds: /readyz may turn green. */
  readonly ready: Promise<void>;
  /** Stops; waits two seconds at most for what is under way, which another process may take up as well. */
  stop(): Promise<void>;
}

/** An operation whose sender died is open for its lease and this long: together well under the 30 s after which an answer is due. */
const sweepMs = 5_000;
const reconcileMs = 3_600_000;
const firstSweepMs = 5_000;
const partingMs = 2_000;

/** Sweeps at once and every 5 s, then compares with Temporal, and again every hour; one run of each at a time, a failure is logged. */
export function startSchedule(gateway: Gateway, log: Log): Schedule {
  const stopping = new AbortController();
  const { signal } = stopping;
  let tellReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });
  const sweep = async (): Promise<void> => {
    if (await guarded(log, 'sweep', gateway.sweep)) tellReady();
  };
  const first = sweep();
  void Promise.race([first, pause(firstSweepMs, 'slow', { signal, ref: false }).catch(() => undefined)]).then(
    (how) => how === 'slow' && tellReady(),
  );
  const sweeping = first.then(async () => repeat({ everyMs: sweepMs, signal }, sweep));
  const compare = async (): Promise<void> => void (await guarded(log, 'reconcile', gateway.reconcile));
  const comparing = ready.then(async () => {
    if (!signal.aborted) await compare();
    await repeat({ everyMs: reconcileMs, signal }, compare);
  });
  return {
    ready,
    stop: async () => {
      stopping.abort();
      tellReady();
      await Promise.race([Promise.all([sweeping, comparing]), pause(partingMs, undefined, { ref: false })]);
    },
  };
}

async function repeat(o: { everyMs: number; signal: AbortSignal }, work: () => Promise<void>): Promise<void> {
  for (;;) {
    await pause(o.everyMs, undefined, { signal: o.signal }).catch(() => undefined);
    if (o.signal.aborted) return;
    await work();
  }
}

/** Whether it succeeded. */
async function guarded(log: Log, name: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.error({ err: error, name }, 'recurring work failed and will be tried again');
    return false;
  }
}
