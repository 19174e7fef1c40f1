import { refusal } from './answers.ts';
import type { Answer } from './types.ts';

/** Temporal takes 10 Updates at a time per case; the sweeper and the business clock need room too. */
const mostPerCase = 8;

/** Who may send now, in this process. */
export interface Turns {
  /** Copies of one operation that come at once share one answer; another body under the same key is refused (422). */
  once(opId: string, bodyHash: string, act: () => Promise<Answer>): Promise<Answer>;
  /** At most 8 orders of a case at a time; 503 beyond, before anything is written. */
  inCase(caseId: string, act: () => Promise<Answer>): Promise<Answer>;
}

/** Nothing here is needed for correctness across processes (the intents are): it saves work and keeps limits. */
export function createTurns(): Turns {
  const running = new Map<string, { readonly bodyHash: string; readonly answer: Promise<Answer> }>();
  const counts = new Map<string, number>();
  return {
    once: async (opId, bodyHash, act) => {
      const first = running.get(opId);
      if (first !== undefined) return first.bodyHash === bodyHash ? first.answer : keyReused();
      const answer = act().finally(() => running.delete(opId));
      running.set(opId, { bodyHash, answer });
      return answer;
    },
    inCase: async (caseId, act) => {
      const count = counts.get(caseId) ?? 0;
      if (count >= mostPerCase) {
        return refusal('too-many-orders', `expected at most ${mostPerCase} orders at once, but more wait`, {
          retryAfter: 1,
        });
      }
      counts.set(caseId, count + 1);
      try {
        return await act();
      } finally {
        const left = (counts.get(caseId) ?? 1) - 1;
        if (left > 0) counts.set(caseId, left);
        else counts.delete(caseId);
      }
    },
  };
}

/** The answer to a key that was used for another body. */
export function keyReused(): Answer {
  return refusal('key-reused', 'expected the same body as with this key before, but it differs');
}
