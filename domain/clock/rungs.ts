/**
 * Where a warning stands on a clock. `percent`: the least day with used >= ceil(p L / 100). `before`, `after`: the
 * n-th working day before or after dueOn, in every unit. `due`: dueOn. `lapsed`: the civil day after dueOn.
 */
export type RungAt =
  | { percent: number }
  | { before: number }
  | { due: true }
  | { lapsed: true }
  | { after: number }
  | { earliest: readonly RungAt[] };
