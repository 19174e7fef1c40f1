import { nationalCalendar } from '../../domain/clock/calendar.ts';
import type { CalendarSnapshot } from '../../domain/clock/calendar.ts';
import type { NewOrder } from '../../db/journal/open-intent.ts';
import { createClockSource } from './clock-source.ts';
import { createHeads } from './heads.ts';
import type { Heads } from './heads.ts';
import type { ClockSource } from './clock-source.ts';
import type { GatewayDeps } from './types.ts';

/**
 * Orders whose outcome is open and whose intent may be gone. An intent that was committed without waiting is lost, with its words, when
 * PostgreSQL crashes in that moment; but an Update that the Temporal server holds outlives the crash, and the order is carried
 * out. The process that opened the intent still has all of it, and writes it again.
 */
export type Doubted = Map<string, NewOrder>;

/** What the parts of the gateway share. */
export interface Context extends GatewayDeps {
  readonly clock: ClockSource;
  readonly heads: Heads;
  readonly doubted: Doubted;
  /** The newest calendar of this build: new cases pin it, orders carry it to cases with an older one. */
  readonly calendar: CalendarSnapshot;
  /** For how long only one attempt may send an operation, in ms: past the submit deadline. */
  readonly leaseMs: number;
  readonly now: () => number;
}

/** How much longer than its deadline an attempt alone may send, in ms. */
export const marginMs = 5_000;

/** Makes the shared part of one gateway. */
export function createContext(deps: GatewayDeps): Context {
  return {
    ...deps,
    clock: createClockSource(deps.db, deps.config.production),
    heads: createHeads(),
    doubted: new Map(),
    calendar: deps.config.calendar ?? nationalCalendar(),
    leaseMs: deps.config.leaseMs ?? deps.config.submitDeadlineMs + marginMs,
    now: deps.config.now ?? Date.now,
  };
}
