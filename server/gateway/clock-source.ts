import type { Db } from '../../db/client.ts';
import { readBusinessClock } from '../../db/journal/business-clock.ts';
import type { BusinessClock } from '../../domain/case/business-clock.ts';
import { remembered } from './remembered.ts';
import type { Remembered } from './remembered.ts';

/** How long a process may use the business clock it has read; an advance waits this long before its last look. */
export const clockTtlMs = 200;

/** The business clock as this process knows it. */
export type ClockSource = Remembered<BusinessClock>;

const still: BusinessClock = { version: 0, offset: 0 };

/** In production there is no business clock: nothing is read and the offset is 0. */
export function createClockSource(db: Db, production: boolean): ClockSource {
  return remembered(async () => (production ? still : readBusinessClock(db)), clockTtlMs);
}
