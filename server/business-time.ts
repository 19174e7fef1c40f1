import type { Db } from '../db/client.ts';
import { civilDateOf } from '../domain/clock/civil-date.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';
import { createClockSource } from './gateway/clock-source.ts';

/** The time screens reckon by: the wall clock, in demonstrations moved by the business clock. */
export interface BusinessTime {
  /** Version and offset of the business clock, the moved instant (ms) and its civil day. */
  read(): Promise<{ version: number; offset: number; now: number; today: CivilDate }>;
  /** Forgets what was read, after an advance. */
  forget(): void;
}

/** Reads the business clock at most once a second; in production its offset is 0. */
export function createBusinessTime(db: Db, production: boolean): BusinessTime {
  const source = createClockSource(db, production);
  return {
    forget: source.forget,
    read: async () => {
      const { version, offset } = await source.current();
      const now = Date.now() + offset;
      return { version, offset, now, today: civilDateOf(now) };
    },
  };
}
