import type { Head } from '../../db/journal/head.ts';

/** The heads of the cases this process wrote last. Only a hint: PostgreSQL says whether one is still the head. */
export interface Heads {
  of(caseId: string): Head | null;
  keep(head: Head): void;
}

const mostHeads = 1_000;

/** An empty memory of at most 1,000 cases, about 10 KB each; those written longest ago are forgotten first. */
export function createHeads(): Heads {
  const heads = new Map<string, Head>();
  return {
    of: (caseId) => heads.get(caseId) ?? null,
    keep: (head) => {
      heads.delete(head.caseId);
      heads.set(head.caseId, head);
      const oldest = heads.keys().next();
      if (heads.size > mostHeads && oldest.done !== true) heads.delete(oldest.value);
    },
  };
}
