import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** How often somebody may try: `most` times within `windowMs`; one more locks the key for `lockMs`. */
export interface Allowance {
  readonly most: number;
  readonly windowMs: number;
  readonly lockMs: number;
}

/** Tries under `key` are over until then (epoch ms). */
export interface Lock {
  readonly key: string;
  readonly lockedUntil: number;
}

/** What is counted: tries under `key`. Keys of one `subject` are forgotten together, when somebody unlocks it. */
export interface Counted extends Allowance {
  readonly key: string;
  readonly subject: string;
}

/**
 * A try is counted before it is judged: tries that come at once take turns at the row, so that no more than allowed are ever judged.
 * After a lock one try is left of the window: whoever goes on guessing has one a lock.
 */
const count = {
  name: 'attempt-count',
  text: `INSERT INTO attempt AS a (key, subject, tries, since) VALUES ($1, $2, 1, $3)
    ON CONFLICT (key) DO UPDATE SET
      tries = CASE WHEN a.locked_until > $3 THEN a.tries WHEN a.since <= $5 THEN 1
        WHEN a.tries >= $4 THEN $4 - 1 ELSE a.tries + 1 END,
      since = CASE WHEN a.locked_until > $3 OR a.since > $5 THEN a.since ELSE $3 END,
      locked_until = CASE WHEN a.locked_until > $3 THEN a.locked_until WHEN a.since > $5 AND a.tries >= $4 THEN $6 END
    RETURNING (extract(epoch FROM locked_until) * 1000)::bigint AS "lockedUntil"`,
};

/**
 * Counts one try at `now` (epoch ms) under each of the keys, in their order, up to the first that is locked; then those before it get
 * theirs back. @returns what is locked until when, or null: the try may be judged
 */
export async function countTry(db: Queryable, keys: readonly Counted[], now: number): Promise<Lock | null> {
  for (const [index, { key, subject, most, windowMs, lockMs }] of keys.entries()) {
    const values = [key, subject, new Date(now), most, new Date(now - windowMs), new Date(now + lockMs)];
    const [row] = await run<{ lockedUntil: number | null }>(db, count, values);
    const lockedUntil = row?.lockedUntil ?? null;
    if (lockedUntil !== null) {
      await giveBackTry(db, keys.slice(0, index));
      return { key, lockedUntil };
    }
  }
  return null;
}

/** Takes one try back: it was not judged, or it was right. */
export async function giveBackTry(db: Queryable, keys: readonly Pick<Counted, 'key'>[]): Promise<void> {
  const text = 'UPDATE attempt SET tries = greatest(tries - 1, 0) WHERE key = ANY ($1::text[])';
  await run(db, { name: 'attempt-back', text }, [keys.map(({ key }) => key)]);
}

/** Forgets the tries under these keys. */
export async function forgetTries(db: Queryable, keys: readonly Pick<Counted, 'key'>[]): Promise<void> {
  const text = 'DELETE FROM attempt WHERE key = ANY ($1::text[])';
  await run(db, { name: 'attempt-forget', text }, [keys.map(({ key }) => key)]);
}

/** Forgets all tries at a subject, locks included. */
export async function unlock(db: Queryable, subject: string): Promise<void> {
  await run(db, { name: 'attempt-unlock', text: 'DELETE FROM attempt WHERE subject = $1' }, [subject]);
}

/** Throws away what nobody has tried for so long that it counts no more at `now` (epoch ms). */
export async function sweepTries(db: Queryable, now: number): Promise<void> {
  const text = `DELETE FROM attempt WHERE since < $1 AND (locked_until IS NULL OR locked_until < $2)`;
  await db.query({ text, values: [new Date(now - longestWindowMs), new Date(now)] });
}

/** No allowance counts longer back than this. */
const longestWindowMs = 3_600_000;
