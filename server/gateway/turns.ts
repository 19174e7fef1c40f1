import { refusal } from './answers.ts';
import type { Answer } from './types.ts';

/** Temporal takes 10 Updates at a time per case; the sweeper and the business clock need room too. */
const mostPerCase = 8;

/** Who may send now, in this process. */
export interface Turns {
  /** Copies of one operation that come at once share one answer; another body under the same key is refused (422). */
  once(opId: string, bodyHash: string, act: () => Promise<Answer>): Promise<Answer>;
  /**
   * At most 8 orders of a case at a time; 503 beyond, before anything is written. They are opened one after the other, as they came, and
   * so begin to be sent in that order; then they go on side by side.
   */
  inCase<Opened>(
    caseId: string,
    o: { readonly open: () => Promise<Opened>; readonly goOn: (opened: Opened) => Promise<Answer> },
  ): Promise<Answer>;
}

/** Nothing here is needed for correctness across processes (the intents are): it saves work and keeps limits. */
export function createTurns(): Turns {
  const running = new Map<string, { readonly bodyHash: string; readonly answer: Promise<Answer> }>();
  const cases = new Map<string, { count: number; last: Promise<unknown> }>();
  return {
    once: async (opId, bodyHash, act) => {
      const first = running.get(opId);
      if (first !== undefined) return first.bodyHash === bodyHash ? first.answer : keyReused();
      const answer = act().finally(() => running.delete(opId));
      running.set(opId, { bodyHash, answer });
      return answer;
    },
    inCase: async (caseId, { open, goOn }) => {
      const line = cases.get(caseId) ?? { count: 0, last: Promise.resolve() };
      if (line.count >= mostPerCase) {
        return refusal('too-many-orders', `expected at most ${mostPerCase} orders at once, but more wait`, {
          retryAfter: 1,
        });
      }
      cases.set(caseId, line);
      line.count += 1;
      try {
        const opened = line.last.then(open);
        line.last = opened.catch(() => undefined);
        return await goOn(await opened);
      } finally {
        line.count -= 1;
        if (line.count === 0) cases.delete(caseId);
      }
    },
  };
}

/** The answer to a key that was used for another body. */
export function keyReused(): Answer {
  return refusal('key-reused', 'expected the same body as with this key before, but it differs');
}
