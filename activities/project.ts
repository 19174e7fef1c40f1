import type { Db } from '../db/client.ts';
import { applyFacts } from '../db/journal/apply.ts';
import type { Worlds } from '../db/journal/worlds.ts';
import type { Fact } from '../domain/case/facts/index.ts';

/** What a workflow may ask of the world. */
export interface Activities {
  /**
   * Writes facts that had no caller into the journal and the read tables; facts that are there already change nothing.
   * Answers the seq up to which the journal has them. Throws JournalConflict (an incident; Temporal tries again for ever).
   */
  project(input: { readonly caseId: string; readonly facts: readonly Fact[] }): Promise<number>;
}

/** The activities over one database. `onFacts` hears what was written, for the metrics. */
export function createActivities(deps: {
  db: Db;
  worlds: Worlds;
  onFacts?: (facts: readonly Fact[]) => void;
}): Activities {
  const { db, worlds, onFacts } = deps;
  return {
    project: async ({ caseId, facts }) => {
      const { seq, fresh } = await applyFacts(db, worlds, { caseId, facts });
      onFacts?.(fresh);
      return seq;
    },
  };
}
