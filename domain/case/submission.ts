import type { CalendarSnapshot } from '../clock/calendar.ts';
import type { Actor } from '../people/roles.ts';
import type { Order } from './acts/index.ts';
import type { BusinessClock } from './business-clock.ts';

/** What travels to the case: the order, who gave it, when the API received it (ms), and what the API has already applied. */
export interface Submission {
  readonly opId: string;
  readonly order: Order;
  readonly actor: Actor;
  /** The people the order names, found by the door: existing, enabled, with the posts they hold. Absent before rules 3. */
  readonly people?: readonly Actor[];
  readonly receivedAt: number;
  readonly ackSeq: number;
  readonly ackHash: string;
  readonly rules: number;
  readonly businessClock: BusinessClock;
  /** A newer calendar for the case to adopt, when the API knows one. */
  readonly calendar?: CalendarSnapshot;
}
