import { activityInfo } from '@temporalio/activity';
import type { Db } from '../db/client.ts';
import { applyFacts } from '../db/journal/apply.ts';
import { isJournalConflict, isUnregistered } from '../db/journal/conflict.ts';
import type { IncidentKind } from '../db/journal/incidents.ts';
import type { Worlds } from '../db/journal/worlds.ts';
import type { Fact } from '../domain/case/facts/index.ts';

/** What a workflow may ask of the world. */
export interface Activities {
  /**
   * Writes facts that had no caller into the journal and the read tables; facts that are there already change nothing.
   * Answers the seq up to which the journal has them. Throws JournalConflict and UnregisteredFacts (Temporal tries again for ever: the
   * intent may be written again in a moment, or the case restored).
   */
  project(input: { readonly caseId: string; readonly facts: readonly Fact[] }): Promise<number>;
}

/** What activities stand on. `onFacts` hears what was written; `onRefused` that the journal did not take it, and for how long (ms). */
export interface ActivityDeps {
  readonly db: Db;
  readonly worlds: Worlds;
  readonly onFacts: (facts: readonly Fact[]) => void;
  readonly onRefused: (caseId: string, kind: IncidentKind, forMs: number) => Promise<void>;
}

/** The activities over one database. */
export function createActivities({ db, worlds, onFacts, onRefused }: ActivityDeps): Activities {
  return {
    project: async ({ caseId, facts }) => {
      try {
        const { seq, fresh } = await applyFacts(db, worlds, { caseId, facts });
        onFacts(fresh);
        return seq;
      } catch (error) {
        const kind = isUnregistered(error) ? 'unregistered' : isJournalConflict(error) ? 'forked' : null;
        if (kind !== null) await onRefused(caseId, kind, Date.now() - activityInfo().scheduledTimestampMs);
        throw error;
      }
    },
  };
}
