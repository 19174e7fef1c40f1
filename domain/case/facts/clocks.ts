import type { CivilDate } from '../../clock/civil-date.ts';
import type { Limit } from '../../clock/clock.ts';
import type { ClockKind } from '../../flow/definition.ts';
import type { CaseState, ClockState } from '../state.ts';
import type { FactRecord } from './fact-record.ts';

/** Clock facts say what an act did to one clock, and why. `clock` is the id of the clock (domain/instance-id.ts). */
export interface ClockStarted {
  readonly type: 'ClockStarted';
  readonly clock: string;
  readonly kind: ClockKind;
  readonly stepId: string | null;
  readonly startedOn: CivilDate;
  readonly limit: Limit;
}

export const clockStarted: FactRecord<ClockStarted> = {
  title: { zh: '开始计时', en: 'Clock started' },
  fold: (state, body) => ({ ...state, clocks: [...state.clocks, startedClock(body)] }),
  tells: 'nobody',
};

function startedClock({ clock, kind, stepId, startedOn, limit }: ClockStarted): ClockState {
  return {
    id: clock,
    kind,
    stepId,
    startedOn,
    limit,
    extension: 0,
    stops: [],
    endedOn: null,
    epoch: 1,
    epochFrom: startedOn,
    fired: [],
    lapsedFor: null,
  };
}

export interface ClockStopped {
  readonly type: 'ClockStopped';
  readonly clock: string;
  readonly stepId: string;
  readonly from: CivilDate;
}

export const clockStopped: FactRecord<ClockStopped> = {
  title: { zh: '停止计时', en: 'Clock stopped' },
  fold: (state, { clock, stepId, from }) =>
    changeClock(state, clock, ({ stops }) => ({ stops: [...stops, { from, to: null, stepId }] })),
  tells: 'nobody',
};

export interface ClockResumed {
  readonly type: 'ClockResumed';
  readonly clock: string;
  readonly stepId: string;
  readonly to: CivilDate;
}

export const clockResumed: FactRecord<ClockResumed> = {
  title: { zh: '恢复计时', en: 'Clock resumed' },
  fold: (state, { clock, stepId, to }) =>
    changeClock(state, clock, ({ stops }) => ({
      stops: stops.map((stop) => (stop.stepId === stepId && stop.to === null ? { ...stop, to } : stop)),
    })),
  tells: 'nobody',
};

export interface ClockExtended {
  readonly type: 'ClockExtended';
  readonly clock: string;
  readonly count: number;
  readonly from: CivilDate;
}

export const clockExtended: FactRecord<ClockExtended> = {
  title: { zh: '延长时限', en: 'Limit extended' },
  fold: (state, { clock, count }) => changeClock(state, clock, ({ extension }) => ({ extension: extension + count })),
  tells: 'nobody',
};

export interface ClockEnded {
  readonly type: 'ClockEnded';
  readonly clock: string;
  readonly endedOn: CivilDate;
}

export const clockEnded: FactRecord<ClockEnded> = {
  title: { zh: '计时结束', en: 'Clock ended' },
  fold: (state, { clock, endedOn }) => changeClock(state, clock, () => ({ endedOn })),
  tells: 'nobody',
};

export interface ClockLapsed {
  readonly type: 'ClockLapsed';
  readonly clock: string;
  readonly dueOn: CivilDate;
}

export const clockLapsed: FactRecord<ClockLapsed> = {
  title: { zh: '超过时限', en: 'Limit lapsed' },
  fold: (state, { clock, dueOn }) => changeClock(state, clock, () => ({ lapsedFor: dueOn })),
  tells: 'nobody',
};

export interface DeadlineSet {
  readonly type: 'DeadlineSet';
  readonly clock: string;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  /** The type of the fact that moved the date, and the civil day it did. */
  readonly because: string;
  readonly on: CivilDate;
}

export const deadlineSet: FactRecord<DeadlineSet> = {
  title: { zh: '确定到期日', en: 'Due date set' },
  fold: (state, { clock: id, dueOn, provisional, on }) =>
    changeClock(state, id, (clock) => {
      const moved = clock.told !== undefined && clock.told.dueOn !== dueOn;
      return { ...(moved ? nextEpoch(clock, on) : {}), told: { dueOn, provisional } };
    }),
  tells: 'nobody',
};

/** What moves the date begins a new epoch: only rungs dated after it are armed again. A stop past the due date moves nothing. */
function nextEpoch(clock: ClockState, from: CivilDate): Partial<ClockState> {
  return { epoch: clock.epoch + 1, epochFrom: from, fired: [] };
}

/** The state with one clock changed. */
export function changeClock(
  state: CaseState,
  id: string,
  change: (clock: ClockState) => Partial<ClockState>,
): CaseState {
  return {
    ...state,
    clocks: state.clocks.map((clock) => (clock.id === id ? { ...clock, ...change(clock) } : clock)),
  };
}
