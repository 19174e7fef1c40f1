import type { Db } from '../db/client.ts';
import { casePlaces } from '../db/views/places.ts';
import type { CasePlace } from '../db/views/places.ts';
import { canSee } from '../domain/people/can.ts';
import type { Actor } from '../domain/people/roles.ts';
import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/problem.ts';

/** Whether a person sees a case. */
export interface Visibility {
  /** Null: yes. A foreign case and an unknown id are answered alike. */
  refusalFor(actor: Actor, caseId: string): Promise<Problem | null>;
}

const cacheLimit = 50_000;

/** The one sentence for what is not there and for what may not be seen. */
export function noSuchCase(): Problem {
  return problem('not-found', 'expected a case that you can see, but there is none with this id');
}

/**
 * Remembers who was let in to cases. Nobody is ever put out, so what is remembered may say too little (a task given meanwhile, perhaps
 * by another process) but never too much: a yes is believed, a no is asked anew.
 */
export function createVisibility(db: Db): Visibility {
  const places = new Map<string, CasePlace>();
  return {
    refusalFor: async (actor, caseId) => {
      const known = places.get(caseId);
      if (known !== undefined && canSee(actor, known)) return null;
      const [place] = await casePlaces(db, [caseId]);
      if (place === undefined) return noSuchCase();
      if (places.size >= cacheLimit) places.clear();
      places.set(caseId, place);
      return canSee(actor, place) ? null : noSuchCase();
    },
  };
}
