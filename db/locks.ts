import { withConnection } from './client.ts';
import type { Db } from './client.ts';

/** Runs `work` while no other process of the database does the same, by an advisory lock of its own connection; null when one does. */
export async function whenAlone<T>(db: Db, lock: number, work: () => Promise<T>): Promise<T | null> {
  return withConnection(db, async (client, broken) => {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lock]);
    if (rows[0]?.mine !== true) return null;
    try {
      return await work();
    } finally {
      // A connection that broke has let go of the lock by itself.
      await client.query('SELECT pg_advisory_unlock($1)', [lock]).catch(broken);
    }
  });
}
