import type { caseTask } from '../../../db/schema/index.ts';
import type { Matter } from '../../../domain/words/matters.ts';
import { seededRandom } from '../../support/random-clock.ts';

/** Days that crowd around 2026-03-10. */
export const days = [
  '2026-03-01',
  '2026-03-05',
  '2026-03-08',
  '2026-03-09',
  '2026-03-10',
  '2026-03-12',
  '2026-03-13',
  '2026-04-01',
];

/** Picks at random, the same of the same seed. */
export type Picker = ReturnType<typeof picker>;

/** A picker of a seed. */
export function picker(seed: number) {
  const random = seededRandom(seed);
  const int = (below: number) => Math.floor(random() * below);
  return {
    int,
    chance: (share: number) => random() < share,
    of: <T>(list: readonly T[]): T => {
      const one = list[int(list.length)];
      if (one === undefined) throw new Error('expected a list with something in it, but it is empty');
      return one;
    },
  };
}

/** The days of a task: yellow comes with red or before it, red after the earliest due date; what has no date never shines. */
export function randomKeys(pick: Picker): Pick<typeof caseTask.$inferInsert, 'dueKey' | 'yellowKey' | 'redKey'> {
  const dueKey = pick.of([...days, 'infinity']);
  if (dueKey === 'infinity') return { dueKey, yellowKey: dueKey, redKey: dueKey };
  const redKey = pick.of([...days, 'infinity'].filter((day) => day > dueKey));
  return { dueKey, yellowKey: pick.of([...days, redKey].filter((day) => day <= redKey)), redKey };
}

/** What the window has to see to in one case of eight: a withdrawal, an identity, or both. */
export function mattersOf(caseId: string): Matter[] {
  const at = Number.parseInt(caseId.slice(-1), 16);
  return [...(at < 2 ? (['withdrawal'] as const) : []), ...(at > 0 && at < 3 ? (['identity'] as const) : [])];
}
