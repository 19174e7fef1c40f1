import { run } from './client.ts';
import type { Queryable } from './client.ts';

/** How often a worker says that it lives, and after what silence it counts as gone, in ms. */
export const workerBeatMs = 5_000;
const goneAfterMs = 3 * workerBeatMs;

/** Workers that live: how many, and the newest rules that all of them know; null when none does. */
export interface LiveWorkers {
  readonly count: number;
  readonly rules: number | null;
}

const tell = {
  name: 'worker-tell',
  text: `INSERT INTO worker_seen (worker, rules, seen_at) VALUES ($1, $2, clock_timestamp())
    ON CONFLICT (worker) DO UPDATE SET rules = EXCLUDED.rules, seen_at = EXCLUDED.seen_at`,
};
const leave = {
  name: 'worker-leave',
  text: `DELETE FROM worker_seen WHERE worker = $1 OR seen_at < clock_timestamp() - interval '1 day'`,
};
const live = {
  name: 'workers-live',
  text: `SELECT count(*)::int AS count, min(rules) AS rules FROM worker_seen
    WHERE seen_at > clock_timestamp() - $1 * interval '1 millisecond'`,
};

/** A worker lives, and knows these rules. */
export async function tellWorker(db: Queryable, o: { worker: string; rules: number }): Promise<void> {
  await run(db, tell, [o.worker, o.rules]);
}

/** A worker ends; those that never said so are forgotten after a day. */
export async function leaveWorker(db: Queryable, worker: string): Promise<void> {
  await run(db, leave, [worker]);
}

/** The workers that live now. */
export async function liveWorkers(db: Queryable): Promise<LiveWorkers> {
  const [row] = await run<{ count: number; rules: number | null }>(db, live, [goneAfterMs]);
  return row ?? { count: 0, rules: null };
}
