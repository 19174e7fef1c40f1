import type { LightName } from '../../contract/shapes.ts';
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

/** The light of a clock: overdue outweighs a stop, and a card outweighs the days that are left. */
export function lightOf(clock: { ended: boolean; overdue: boolean; stopped: boolean; level: Level | null }): LightName {
  if (clock.ended) return 'ended';
  if (clock.overdue || clock.level === 'red') return 'red';
  if (clock.stopped) return 'stopped';
  return clock.level === null ? 'green' : 'yellow';
}
