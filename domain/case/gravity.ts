import type { CivilDate } from '../clock/civil-date.ts';

/** Lights from the gravest to what is over. */
const order = ['red', 'yellow', 'green', 'stopped', 'ended'] as const;

interface Shining {
  readonly light: (typeof order)[number];
  readonly dueOn: CivilDate | string | null;
}

/**
 * Clocks as a page and a row of a list show them, the gravest first, of equals the one due first, what has no date last. Lists say the
 * same in SQL (db/views/shining.ts).
 */
export function byGravity<C extends Shining>(clocks: readonly C[]): readonly C[] {
  const due = ({ dueOn }: C) => dueOn ?? 'never';
  // The page runs it too, in browsers that have no toSorted yet.
  return [...clocks].sort((a, b) => {
    const graver = order.indexOf(a.light) - order.indexOf(b.light);
    if (graver !== 0 || due(a) === due(b)) return graver;
    return due(a) < due(b) ? -1 : 1;
  });
}
