import type { Level } from '../../domain/flow/definition.ts';

const ranks: readonly Level[] = ['notice', 'yellow', 'red'];

/** The level of a rank: 1 notice, 2 yellow, 3 red; null for none. */
export function levelOfRank(rank: number | null): Level | null {
  return rank === null ? null : (ranks[rank - 1] ?? null);
}

/** The highest of some levels; null of none. */
export function highestLevel(levels: readonly Level[]): Level | null {
  return ranks.findLast((level) => levels.includes(level)) ?? null;
}
