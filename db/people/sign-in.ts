import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** So many failures within `windowMs` lock the account for `lockMs`. */
export const lockout = { failures: 5, windowMs: 15 * 60_000, lockMs: 30 * 60_000 } as const;

const fail = {
  name: 'sign-in-failed',
  text: `UPDATE app_user u SET
      failed_sign_ins = CASE WHEN n.count >= $3 THEN 0 ELSE n.count END,
      failed_since = CASE WHEN n.count >= $3 THEN NULL WHEN n.count = 1 THEN $2::timestamptz ELSE failed_since END,
      locked_until = CASE WHEN n.count >= $3 THEN $2::timestamptz + $5::bigint * interval '1 millisecond' ELSE locked_until END
    FROM (SELECT id, CASE WHEN failed_since > $2::timestamptz - $4::bigint * interval '1 millisecond' THEN failed_sign_ins + 1 ELSE 1 END AS count
      FROM app_user WHERE id = $1 FOR UPDATE) n
    WHERE u.id = n.id
    RETURNING (extract(epoch FROM u.locked_until) * 1000)::bigint AS "lockedUntil"`,
};

/**
 * Counts a wrong password at `now` (epoch ms): the fifth within 15 minutes locks the account for 30. Failures while it is locked
 * are for the caller not to count.
 * @returns until when the account is locked (epoch ms, also a lock that is over), or null
 */
export async function countFailedSignIn(db: Queryable, o: { userId: string; now: number }): Promise<number | null> {
  const values = [o.userId, new Date(o.now), lockout.failures, lockout.windowMs, lockout.lockMs];
  const [row] = await run<{ lockedUntil: number | null }>(db, fail, values);
  return row?.lockedUntil ?? null;
}

/** Forgets failures and lock after the right password. */
export async function clearFailedSignIns(db: Queryable, userId: string): Promise<void> {
  const text = `UPDATE app_user SET failed_sign_ins = 0, failed_since = NULL, locked_until = NULL
    WHERE id = $1 AND (failed_sign_ins > 0 OR locked_until IS NOT NULL)`;
  await run(db, { name: 'sign-in-cleared', text }, [userId]);
}
