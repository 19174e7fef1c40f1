/** Pseudo-random choices that follow from a seed: a campaign can be given again. */
export interface Chance {
  /** An integer from 0 to n - 1. */
  readonly below: (n: number) => number;
  /** True with probability p. */
  readonly yes: (p: number) => boolean;
  /** One of the list, undefined when it is empty. */
  readonly pick: <T>(list: readonly T[]) => T | undefined;
}

/** mulberry32: small, and good enough to spread moments and cases. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, yes: (p) => next() < p, pick: (list) => list[below(list.length)] };
}
