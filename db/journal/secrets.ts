import { run } from '../client.ts';
import type { Db, Queryable } from '../client.ts';

/** Reads the key of a case's digests: hex of 32 bytes; null when there is no such case. */
export type Secrets = (caseId: string) => Promise<string | null>;

const mostSecrets = 10_000;

/** A reader of keys that remembers the last 10,000 it read: a key never changes, and every order with words asks for one. */
export function createSecrets(db: Db): Secrets {
  const known = new Map<string, string>();
  return async (caseId) => {
    const remembered = known.get(caseId);
    if (remembered !== undefined) return remembered;
    const [found] = await run<{ secret: string }>(
      db,
      { name: 'case-secret', text: 'SELECT secret FROM case_secret WHERE case_id = $1' },
      [caseId],
    );
    if (found === undefined) return null;
    const oldest = known.keys().next();
    if (known.size >= mostSecrets && oldest.done !== true) known.delete(oldest.value);
    known.set(caseId, found.secret);
    return found.secret;
  };
}

/** Keeps the key of a case that has none, in the transaction that keeps its filing. */
export async function keepSecret(db: Queryable, caseId: string, secret: string): Promise<void> {
  await db.query('INSERT INTO case_secret (case_id, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING', [caseId, secret]);
}
