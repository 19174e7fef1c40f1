import type { CivilDate } from './civil-date.ts';

/** The unit in which a limit is published. A law's own unit is kept: 90 civil days are not 90 working days. */
export type LimitUnit = 'workday' | 'calendarDay' | 'month' | 'year';

/** A limit: a non-negative integer and its unit. */
export type Limit = { count: number; unit: LimitUnit };

/** Time taken out of a clock: the days x with from < x <= to; `to` is null while the stop is open. */
export type Stop = { from: CivilDate; to: CivilDate | null };

/**
 * The ledger of one clock; every due date is derived from it and a calendar.
 * `extension` has the limit's unit (0 when none). Stops are a union in any order. `endedOn` is there once it is over.
 */
export type Clock = {
  startedOn: CivilDate;
  limit: Limit;
  extension: number;
  stops: readonly Stop[];
  endedOn?: CivilDate;
};

/** Every reason why a clock cannot be read or reckoned. A closed list. */
export type ClockErrorCode =
  | 'not-an-object'
  | 'unknown-key'
  | 'missing-key'
  | 'invalid-date'
  | 'invalid-limit'
  | 'unknown-unit'
  | 'invalid-count'
  | 'invalid-extension'
  | 'invalid-stops'
  | 'stop-ends-before-it-starts'
  | 'ended-before-start'
  | 'calendar-not-covered';

/** A refusal of the clock: a closed code and a sentence "expected ..., but ...". */
export type ClockError = { code: ClockErrorCode; detail: string };

/** Tells a refusal from a result. */
export function isClockError(value: unknown): value is ClockError {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}
