import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `probe` every `everyMs` until it answers something else than undefined. Throws what `late` makes of the last
 * failure after `withinMs`, and the reason of `signal` when it aborts.
 */
export async function waitFor<T>(options: {
  probe: () => Promise<T | undefined>;
  withinMs: number;
  late: (last: unknown) => Error;
  everyMs?: number | undefined;
  signal?: AbortSignal | undefined;
}): Promise<T> {
  const until = Date.now() + options.withinMs;
  let last: unknown;
  for (;;) {
    options.signal?.throwIfAborted();
    try {
      const answer = await options.probe();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) throw options.late(last);
    await delay(options.everyMs ?? 50, undefined, { signal: options.signal });
  }
}
