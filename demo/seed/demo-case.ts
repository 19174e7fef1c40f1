import type { ItemSeed } from '../../db/seed/items/item-seed.ts';
import type { Act } from './courses.ts';

/** A demo case: filed on the n-th working day of the span, then its acts; acts that fall after today are left to people. */
export interface DemoCase {
  readonly name: string;
  readonly seed: ItemSeed;
  readonly start: number;
  readonly form: Record<string, unknown>;
  readonly acts: readonly Act[];
  /** Necessary materials that are not there at the filing. */
  readonly without?: readonly string[];
  /** An act of it is lawful only after some days: it cannot be played on one. */
  readonly waits?: true;
}
