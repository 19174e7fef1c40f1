import { run } from './client.ts';
import type { Queryable } from './client.ts';

/** How often a worker or an API says that it lives, and after what silence it counts as gone, in ms. */
export const beatMs = 5_000;
const goneAfterMs = 3 * beatMs;

/** Workers that live: how many, and the newest rules that all of them know; null when none does. */
export interface LiveWorkers {
  readonly count: number;
  readonly rules: number | null;
}

/** Processes of one kind that live and are alike. `version` is null for those of a release that did not say it. */
export interface LiveBuild {
  readonly kind: 'worker' | 'api';
  readonly version: string | null;
  readonly rules: number;
  readonly count: number;
}

const tell = {
  name: 'worker-tell',
  text: `INSERT INTO worker_seen (worker, rules, version, seen_at) VALUES ($1, $2, $3, clock_timestamp())
    ON CONFLICT (worker) DO UPDATE SET rules = EXCLUDED.rules, version = EXCLUDED.version, seen_at = EXCLUDED.seen_at`,
};
const tellAsApi = {
  name: 'api-tell',
  text: `INSERT INTO api_seen (api, rules, version, seen_at) VALUES ($1, $2, $3, clock_timestamp())
    ON CONFLICT (api) DO UPDATE SET rules = EXCLUDED.rules, version = EXCLUDED.version, seen_at = EXCLUDED.seen_at`,
};
const leaveAsApi = {
  name: 'api-leave',
  text: `DELETE FROM api_seen WHERE api = $1 OR seen_at < clock_timestamp() - interval '1 day'`,
};
const builds = {
  name: 'builds-live',
  text: `SELECT kind, version, rules, count(*)::int AS count FROM (
      SELECT 'worker' AS kind, version, rules, seen_at FROM worker_seen UNION ALL SELECT 'api', version, rules, seen_at FROM api_seen) AS s
    WHERE seen_at > clock_timestamp() - $1 * interval '1 millisecond'
    GROUP BY kind, version, rules ORDER BY kind DESC, rules, version`,
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

/** A worker lives, is of this version and knows these rules. */
export async function tellWorker(
  db: Queryable,
  o: { worker: string; rules: number; version: string | null },
): Promise<void> {
  await run(db, tell, [o.worker, o.rules, o.version]);
}

/** An API lives, likewise. */
export async function tellApi(db: Queryable, o: { api: string; rules: number; version: string }): Promise<void> {
  await run(db, tellAsApi, [o.api, o.rules, o.version]);
}

/** An API ends. */
export async function leaveApi(db: Queryable, api: string): Promise<void> {
  await run(db, leaveAsApi, [api]);
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

/** The workers and APIs that live now, alike ones together, workers first. */
export async function liveBuilds(db: Queryable): Promise<LiveBuild[]> {
  return run<{ kind: 'worker' | 'api'; version: string | null; rules: number; count: number }>(db, builds, [
    goneAfterMs,
  ]);
}
