import { nationalCalendar } from '../../domain/clock/calendar.ts';
import type { CalendarSnapshot } from '../../domain/clock/calendar.ts';
import type { NewOrder } from '../../db/journal/open-intent.ts';
import { createClockSource } from './clock-source.ts';
import { createHeads } from './heads.ts';
import type { Heads } from './heads.ts';
import type { ClockSource } from './clock-source.ts';
import { createKnownRules } from './known-rules.ts';
import type { KnownRules } from './known-rules.ts';
import type { GatewayDeps } from './types.ts';

/**
 * Orders whose outcome is open and whose intent may be gone. An intent that was committed without waiting is lost, with its words, when
 * PostgreSQL crashes in that moment; but an Update that the Temporal server holds outlives the crash, and the order is carried
 * out. The process that opened the intent still has all of it, and writes it again.
 */
export type Doubted = Map<string, NewOrder>;

/**
 * Cases that are not as their journal, and since when this process knows (performance ms). Most are well again in a moment: an intent that a
 * crash took is written again (decision 0006), a run that ended is begun anew. What lasts is an incident.
 */
export interface Suspects {
  readonly since: Map<string, number>;
  /** They are being looked at. */
  busy: boolean;
}

/** So long a case may differ from its journal before that is an incident, in ms. */
export const incidentAfterMs = 30_000;

/** What the parts of the gateway share. */
export interface Context extends GatewayDeps {
  readonly clock: ClockSource;
  readonly rules: KnownRules;
  readonly heads: Heads;
  readonly doubted: Doubted;
  readonly suspects: Suspects;
  /** So long a case may differ from its journal before that is an incident, in ms. */
  readonly incidentAfterMs: number;
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
    rules: createKnownRules(deps.db),
    heads: createHeads(),
    doubted: new Map(),
    suspects: { since: new Map(), busy: false },
    incidentAfterMs: deps.config.incidentAfterMs ?? incidentAfterMs,
    calendar: deps.config.calendar ?? nationalCalendar(),
    leaseMs: deps.config.leaseMs ?? deps.config.submitDeadlineMs + marginMs,
    now: deps.config.now ?? Date.now,
  };
}
