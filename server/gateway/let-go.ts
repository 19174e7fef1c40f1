import { releaseIntent } from '../../db/journal/intents.ts';
import type { Context } from './context.ts';

/** Long enough that a sweep does not take at once what has just failed in it. */
const afterMs = 2_000;

/** Ends the lease of an attempt that came to no outcome. Where the database is away, the lease runs out by itself. */
export async function letGo(
  { db, log }: Context,
  { opId, attempt }: { readonly opId: string; readonly attempt: number },
): Promise<void> {
  await releaseIntent(db, { opId, attempt, afterMs }).catch((err: unknown) => {
    log.debug({ opId, attempt, err }, 'the lease of an open operation could not be ended');
  });
}
