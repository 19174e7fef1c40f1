import { beatMs } from '../db/workers.ts';
import type { Log } from './gateway/types.ts';

/** Says every few seconds that this process lives, until what it answers is called; a database that is away is only warned of. */
export async function beginBeat(o: {
  readonly who: 'worker' | 'API';
  readonly tell: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly log: Log;
}): Promise<() => Promise<void>> {
  const beat = async (): Promise<void> =>
    o.tell().catch((err: unknown) => o.log.warn({ err }, `could not say that this ${o.who} lives`));
  await beat();
  const beating = setInterval(() => void beat(), beatMs);
  return async () => {
    clearInterval(beating);
    await o.leave().catch(() => undefined);
  };
}
