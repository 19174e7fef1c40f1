/** The p-th percentile of ordered numbers by nearest rank; NaN of none. */
export function percentile(ordered: readonly number[], p: number): number {
  return ordered[Math.max(0, Math.ceil((p / 100) * ordered.length) - 1)] ?? NaN;
}

/** Median with the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Median, least and greatest of some numbers; NaN of none. */
export function spreadOf(numbers: readonly number[]): Spread {
  const ordered = numbers.toSorted((a, b) => a - b);
  const middle = ordered.length / 2;
  const [low, high] = [ordered[Math.ceil(middle) - 1] ?? NaN, ordered[Math.floor(middle)] ?? NaN];
  return { median: (low + high) / 2, min: ordered[0] ?? NaN, max: ordered.at(-1) ?? NaN };
}
