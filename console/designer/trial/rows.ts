import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { ClockKind } from '../../../domain/flow/definition.ts';
import type { TrialClock, TrialStep, TrialWarning } from '../../../domain/flow/simulate/told.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';

/** Days of a row that look alike, both of them with it. */
export interface Span {
  readonly what: 'runs' | 'waits' | 'stops' | 'over';
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** One line of a time line: a clock of the case, or a step with the clock of its own. */
export interface Row {
  readonly id: string;
  readonly step: TrialStep | null;
  readonly clock: TrialClock | null;
  readonly spans: readonly Span[];
  readonly dueOn: CivilDate | null;
  readonly warnings: readonly TrialWarning[];
}

/** Clocks that are told with their step. */
const ofSteps: readonly ClockKind[] = ['step', 'start', 'promise'];

/** The clocks of the case, in the order in which they started. */
export function clockRows({ clocks, warnings }: Trial): readonly Row[] {
  return clocks
    .filter(({ kind }) => !ofSteps.includes(kind))
    .map((clock) => ({
      id: clock.id,
      step: null,
      clock,
      spans: [
        { what: 'runs', from: clock.startedOn, to: clock.endedOn },
        ...clock.stops.map(({ from, to }): Span => ({ what: 'stops', from, to })),
        ...overOf(clock),
      ],
      dueOn: clock.dueOn,
      warnings: warnings.filter((warning) => warning.clock === clock.id),
    }));
}

/** The steps in the order in which they were opened, each with the clock of its limit or promise. */
export function stepRows({ steps, clocks, warnings }: Trial): readonly Row[] {
  return steps.map((step) => {
    const own = clocks.filter(({ stepId }) => stepId === step.id);
    const clock = own.find(({ kind }) => kind !== 'start') ?? null;
    const { openedOn, startedOn, endedOn } = step;
    return {
      id: step.id,
      step,
      clock,
      spans: [
        ...(startedOn === null ? [] : [{ what: 'waits', from: openedOn, to: startedOn } as const]),
        { what: 'runs', from: startedOn ?? openedOn, to: endedOn },
        ...own.flatMap(overOf),
      ],
      dueOn: clock?.dueOn ?? null,
      warnings: warnings.filter((warning) => own.some(({ id }) => id === warning.clock)),
    };
  });
}

/** The days over a limit. */
function overOf({ overdue, dueOn, endedOn }: TrialClock): Span[] {
  return overdue && dueOn !== null ? [{ what: 'over', from: dueOn, to: endedOn }] : [];
}
