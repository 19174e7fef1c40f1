import type { Db } from '../../db/client.ts';
import { liveWorkers } from '../../db/workers.ts';
import { currentRules } from '../../domain/case/machine.ts';

/** The newest rules that may be sent: those that this build and every live worker know. */
export interface KnownRules {
  current(): Promise<number>;
  /** Asks anew: a worker has refused what it does not know. */
  forget(): void;
}

const ttlMs = 1_000;

/** Asks the database at most once a second. Where no worker has told yet, our own are sent. */
export function createKnownRules(db: Db): KnownRules {
  let known: { readonly rules: Promise<number>; readonly until: number } | null = null;
  return {
    forget: () => {
      known = null;
    },
    current: async () => {
      if (known === null || performance.now() > known.until) {
        const rules = liveWorkers(db).then((live) => Math.min(currentRules, live.rules ?? currentRules));
        known = { rules, until: performance.now() + ttlMs };
        rules.catch(() => {
          known = null;
        });
      }
      return known.rules;
    },
  };
}
