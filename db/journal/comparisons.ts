import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** What the last comparison of workflows with the journal found, when it ended (ms). */
export interface Comparison {
  readonly at: number;
  readonly compared: number;
  readonly differing: number;
  readonly unanswered: number;
}

const keep = {
  name: 'comparison-keep',
  text: `INSERT INTO comparison (id, at, compared, differing, unanswered) VALUES (1, clock_timestamp(), $1, $2, $3)
    ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at, compared = EXCLUDED.compared, differing = EXCLUDED.differing,
      unanswered = EXCLUDED.unanswered`,
};
const last = { name: 'comparison-last', text: 'SELECT at, compared, differing, unanswered FROM comparison' };

/** Keeps what a comparison found in the place of the one before. */
export async function keepComparison(db: Queryable, o: Omit<Comparison, 'at'>): Promise<void> {
  await run(db, keep, [o.compared, o.differing, o.unanswered]);
}

/** The last comparison of any process; null before the first. */
export async function lastComparison(db: Queryable): Promise<Comparison | null> {
  const [row] = await run<Omit<Comparison, 'at'> & { at: Date }>(db, last, []);
  return row === undefined ? null : { ...row, at: row.at.getTime() };
}
