import type { Calendar } from '../clock/calendar.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import { isClockError } from '../clock/clock.ts';
import { reckon } from '../clock/reckon.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { OutletStage, ServingStage } from '../words/serving-stages.ts';
import type { Digest } from './marks.ts';

/** How the service of a step stands; absent while nothing was tried. */
export interface ServingState {
  readonly stage: ServingStage;
  /** Since when: the day of the (last) telling, posting, return, try or announcement. */
  readonly on: CivilDate;
  /** The applicant was told to collect: since when, how often, where, and by when. */
  readonly told?: {
    readonly since: CivilDate;
    readonly times: number;
    readonly where: Digest;
    readonly until: CivilDate | null;
  };
  /** What was last posted. */
  readonly post?: { readonly carrier: Digest; readonly trackingNo: Digest };
  /** Tries that failed, the returned post among them. */
  readonly tries: number;
  /** The last day of the announcement, on which it counts as served. */
  readonly deemedOn?: CivilDate;
}

/** What a list tells of a service. */
export interface ListedServing<Stage extends OutletStage = OutletStage> {
  readonly stage: Stage;
  /** Since when the applicant is told to collect, and how often; null: never. */
  readonly toldSince: CivilDate | null;
  readonly toldTimes: number;
  readonly deemedOn: CivilDate | null;
}

/** A service as lists tell it. */
export function listedServing({ stage, told, deemedOn }: ServingState): ListedServing<ServingStage> {
  return { stage, toldSince: told?.since ?? null, toldTimes: told?.times ?? 0, deemedOn: deemedOn ?? null };
}

/** The period of an announcement since 2022 (民诉法 95 by analogy). */
const announcement = { count: 30, unit: 'calendarDay' } as const;

/**
 * The day on which an announced document counts as served: the last of thirty days, the first not counted; one that is free gives way to
 * the next working day (民法典 201, 203). Refusal `calendar-not-covered`.
 */
export function deemedServedOn(calendar: Calendar, announcedOn: CivilDate): CivilDate | Rejection {
  const due = reckon({ startedOn: announcedOn, limit: announcement, extension: 0, stops: [] }, calendar);
  return isClockError(due) || due.dueOn === null
    ? reject('calendar-not-covered', `expected the end of an announcement of ${announcedOn}, but it has none`)
    : due.dueOn;
}
