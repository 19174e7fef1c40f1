import type { Db } from '../../db/client.ts';
import { readBusinessClock } from '../../db/journal/business-clock.ts';
import type { BusinessClock } from '../../domain/case/business-clock.ts';

/** How long a process may use the business clock it has read; an advance waits this long before its last look. */
export const clockTtlMs = 1_000;

/** The business clock as this process knows it. */
export interface ClockSource {
  current(): Promise<BusinessClock>;
  /** Forgets what was read. */
  forget(): void;
}

const still: BusinessClock = { version: 0, offset: 0 };

/** In production there is no business clock: nothing is read and the offset is 0. */
export function createClockSource(db: Db, production: boolean): ClockSource {
  let known: { readonly clock: Promise<BusinessClock>; readonly until: number } | null = null;
  return {
    forget: () => {
      known = null;
    },
    current: async () => {
      if (production) return still;
      if (known === null || performance.now() > known.until) {
        known = { clock: readBusinessClock(db), until: performance.now() + clockTtlMs };
        known.clock.catch(() => {
          known = null;
        });
      }
      return known.clock;
    },
  };
}
