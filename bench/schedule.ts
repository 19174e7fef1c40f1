import type { BlockPlan, Variant } from './types.ts';

/** How long a run is: seconds of a block at each concurrency, and repeats. */
export interface Length {
  readonly name: 'quick' | 'full' | 'short' | 'smoke';
  readonly repeats: number;
  readonly warmMs: number;
  readonly blockMs: Readonly<Record<number, number>>;
  readonly sampledCases: number;
}

export const lengths: Readonly<Record<Length['name'], Length>> = {
  quick: { name: 'quick', repeats: 3, warmMs: 1_200, blockMs: { 1: 4_000, 8: 6_000, 32: 6_000 }, sampledCases: 20 },
  full: { name: 'full', repeats: 5, warmMs: 2_000, blockMs: { 1: 20_000, 8: 20_000, 32: 20_000 }, sampledCases: 100 },
  short: { name: 'short', repeats: 1, warmMs: 2_000, blockMs: { 8: 6_000 }, sampledCases: 10 },
  smoke: { name: 'smoke', repeats: 1, warmMs: 300, blockMs: { 8: 700 }, sampledCases: 3 },
};

/** A B B A, with what else is compared in the middle: each block of ours has a bare one beside it. */
const order: readonly Variant[] = ['bare', 'ours', 'awaiting', 'floor', 'tuned', 'ours', 'bare'];

/** Every block of a run in its order. One caller alone is compared with the bare Update only. */
export function scheduleOf({ repeats, warmMs, blockMs }: Length): BlockPlan[] {
  const plans: BlockPlan[] = [];
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    for (const [concurrency, ms] of Object.entries(blockMs)) {
      for (const variant of order) {
        if (concurrency === '1' && variant !== 'bare' && variant !== 'ours') continue;
        plans.push({ variant, concurrency: Number(concurrency), repeat, warmMs, ms });
      }
    }
  }
  return plans;
}
