/** Runs dear work a few pieces at a time. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets `atOnce` pieces of work run at once; the others wait in their order. @throws what `refuse` gives when `mostWaiting` wait already;
 * without it any number waits
 */
export function createInTurn(atOnce: number, limit?: { readonly mostWaiting: number; refuse(): Error }): InTurn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (limit !== undefined && waiting.length >= limit.mostWaiting) throw limit.refuse();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to who waits longest without being free in between.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
