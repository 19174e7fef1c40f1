import { readHead } from '../db/journal/head.ts';
import type { Db } from '../db/client.ts';
import { canSee } from '../domain/people/can.ts';
import type { Actor } from '../domain/people/roles.ts';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';

/** Whether a person sees a case, from where the case was filed; that never changes, so it is read once. */
export interface Visibility {
  /** Null: yes. A foreign case and an unknown id are answered alike. */
  refusalFor(actor: Actor, caseId: string): Promise<Problem | null>;
}

const cacheLimit = 50_000;

/** The one sentence for what is not there and for what may not be seen. */
export function noSuchCase(): Problem {
  return problem('not-found', 'expected a case that you can see, but there is none with this id');
}

/** A cache of departments and regions of cases. */
export function createVisibility(db: Db): Visibility {
  const places = new Map<string, { departmentId: string; regionCode: string }>();
  return {
    refusalFor: async (actor, caseId) => {
      let place = places.get(caseId);
      if (place === undefined) {
        const head = await readHead(db, caseId);
        if (head === null) return noSuchCase();
        const { departmentId, regionCode } = head.state.filing;
        place = { departmentId, regionCode };
        if (places.size >= cacheLimit) places.clear();
        places.set(caseId, place);
      }
      return canSee(actor, place) ? null : noSuchCase();
    },
  };
}
