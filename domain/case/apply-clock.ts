import type { CivilDate } from '../clock/civil-date.ts';
import type { FactOf } from './facts.ts';
import type { CaseState, ClockState } from './state.ts';

type ClockFact =
  | FactOf<'ClockStarted' | 'ClockStopped' | 'ClockResumed' | 'ClockExtended' | 'ClockEnded'>
  | FactOf<'ClockLapsed' | 'DeadlineSet' | 'WarningRaised'>;

/** Folds what happened to one clock. */
export function applyClockFact(state: CaseState, body: ClockFact): CaseState {
  if (body.type === 'ClockStarted') return { ...state, clocks: [...state.clocks, startedClock(body)] };
  const clocks = state.clocks.map((clock) => (clock.id === body.clock ? changed(clock, body) : clock));
  if (body.type !== 'WarningRaised') return { ...state, clocks };
  const { warningId: id, clock, rung, level } = body;
  return { ...state, clocks, warnings: [...state.warnings, { id, clock, rung, level, acknowledgedBy: null }] };
}

function startedClock(body: FactOf<'ClockStarted'>): ClockState {
  return {
    id: body.clock,
    kind: body.kind,
    stepId: body.stepId,
    startedOn: body.startedOn,
    limit: body.limit,
    extension: 0,
    stops: [],
    endedOn: null,
    epoch: 1,
    epochFrom: body.startedOn,
    fired: [],
    lapsedFor: null,
  };
}

function changed(clock: ClockState, body: Exclude<ClockFact, FactOf<'ClockStarted'>>): ClockState {
  switch (body.type) {
    case 'ClockStopped': {
      const stops = [...clock.stops, { from: body.from, to: null, stepId: body.stepId }];
      return { ...clock, stops };
    }
    case 'ClockResumed': {
      const stops = clock.stops.map((stop) =>
        stop.stepId === body.stepId && stop.to === null ? { ...stop, to: body.to } : stop,
      );
      return { ...clock, stops };
    }
    case 'ClockExtended':
      return { ...clock, extension: clock.extension + body.count };
    case 'ClockEnded':
      return { ...clock, endedOn: body.endedOn };
    case 'ClockLapsed':
      return { ...clock, lapsedFor: body.dueOn };
    case 'DeadlineSet': {
      const told = { dueOn: body.dueOn, provisional: body.provisional };
      const moved = clock.told !== undefined && clock.told.dueOn !== body.dueOn;
      return { ...(moved ? nextEpoch(clock, body.on) : clock), told };
    }
    case 'WarningRaised':
      return { ...clock, fired: [...clock.fired, body.rung, ...body.passedOver] };
  }
  return body satisfies never;
}

/** What moves the date begins a new epoch: only rungs dated after it are armed again. A stop past the due date moves nothing. */
function nextEpoch(clock: ClockState, from: CivilDate): ClockState {
  return { ...clock, epoch: clock.epoch + 1, epochFrom: from, fired: [] };
}
