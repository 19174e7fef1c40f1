import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is neither null nor undefined nor false; throws after `withinMs` (20 s). */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  withinMs = 20_000,
): Promise<T> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline;) {
    const answer = await probe();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    await pause(25);
  }
  throw new Error(`expected ${what} within ${withinMs} ms, but it did not come`);
}
