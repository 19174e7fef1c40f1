import type { CivilDate } from '../../clock/civil-date.ts';
import type { Limit } from '../../clock/clock.ts';
import type { ClockKind } from '../../flow/definition.ts';
import type { CaseState, ClockState } from '../state.ts';
import { sayDay } from '../../words/day.ts';
import { sayLimit } from '../../words/limit.ts';
import { en, sentence, zh } from '../../words/sentence.ts';
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
  reading: ({ clock, startedOn, limit }, book) => {
    const [title, day, length] = [book.clock(clock), sayDay(startedOn), sayLimit(limit)];
    return sentence({
      zh: zh`${title}自${day}的次日起计算，共 ${length}`,
      en: en`${title} began: ${length}, counted from the day after ${day}`,
    });
  },
  derived: true,
  byTime: true,
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
  reading: ({ clock, stepId, from }, book) => {
    const [title, step, day] = [book.clock(clock), book.step(stepId), sayDay(from)];
    return sentence({
      zh: zh`因${step}，${title}自${day}的次日起暂停计时`,
      en: en`${title} stands still for ${step} from the day after ${day}`,
    });
  },
  derived: true,
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
  reading: ({ clock, stepId, to }, book) => {
    const [title, step, day] = [book.clock(clock), book.step(stepId), sayDay(to)];
    return sentence({
      zh: zh`因${step}暂停的${title}自${day}的次日起恢复计时`,
      en: en`${title}, which stood still for ${step}, runs on from the day after ${day}`,
    });
  },
  derived: true,
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
  reading: ({ clock, count, from }, book) => {
    const [title, length, day] = [book.clock(clock), book.amount(clock, count), sayDay(from)];
    return sentence({ zh: zh`${day}，${title}延长 ${length}`, en: en`${title} was extended by ${length} on ${day}` });
  },
  derived: true,
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
  reading: ({ clock, endedOn }, book) => {
    const [title, day] = [book.clock(clock), sayDay(endedOn)];
    return sentence({ zh: zh`${title}于${day}结束计时`, en: en`${title} ended on ${day}` });
  },
  derived: true,
  byTime: true,
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
  reading: ({ clock, dueOn }, book) => {
    const [title, day] = [book.clock(clock), sayDay(dueOn)];
    return sentence({ zh: zh`超过${title}，截止日期为${day}`, en: en`${title} was overrun: it was due on ${day}` });
  },
  derived: true,
  byTime: true,
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
  title: { zh: '确定截止日期', en: 'Due date set' },
  reading: ({ clock, dueOn, provisional }, book) => {
    const title = book.clock(clock);
    if (dueOn === null) return sentence({ zh: zh`${title}的截止日期待定`, en: en`${title} has no due date for now` });
    const day = sayDay(dueOn);
    return sentence({
      zh: zh`${title}的截止日期为${day}${provisional ? '（暂定）' : ''}`,
      en: en`${title} is due on ${day}${provisional ? ' (provisional)' : ''}`,
    });
  },
  derived: true,
  byTime: true,
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
