import type { Db } from '../../db/client.ts';
import { liveWorkers } from '../../db/workers.ts';
import { currentRules } from '../../domain/case/machine.ts';
import { remembered } from './remembered.ts';
import type { Remembered } from './remembered.ts';

/** The newest rules that may be sent: those that this build and every live worker know. */
export type KnownRules = Remembered<number>;

/** Asks the database at most once a second. Where no worker has told yet, our own are sent. */
export function createKnownRules(db: Db): KnownRules {
  return remembered(async () => Math.min(currentRules, (await liveWorkers(db)).rules ?? currentRules), 1_000);
}
