import { useMemo, useState } from 'react';
import { nationalCalendar } from '../../../domain/clock/calendar.ts';
import { startOfDay } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { FlowDefinition } from '../../../domain/flow/definition.ts';
import type { StepChoice, TrialChoices } from '../../../domain/flow/simulate/choices.ts';
import type { TrialFailure } from '../../../domain/flow/simulate/failure.ts';
import { tryFlow } from '../../../domain/flow/simulate/try-flow.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';

/** What is chosen on the page: a day for the instant. */
export type Chosen = Omit<TrialChoices, 'filedAt'> & { readonly filedOn: CivilDate };

/** A trial as it is chosen, what came of it, and how to choose otherwise. */
export interface ChosenTrial {
  readonly chosen: Chosen;
  readonly result: Trial | TrialFailure;
  readonly choose: (change: Partial<Chosen>) => void;
  readonly chooseStep: (stepId: string, change: Partial<StepChoice>) => void;
  readonly reset: () => void;
}

/** The calendar of the whole country: a region has none of its own yet. */
export const calendar = nationalCalendar();

/** An application comes in when the window opens. */
const opensAt = 9 * 3_600_000;

/** A trial of a definition, played again with each choice. */
export function useTrial(definition: FlowDefinition, today: CivilDate): ChosenTrial {
  const usual: Chosen = { filedOn: today, branch: null, supplement: null, deferred: null, steps: {} };
  const [chosen, setChosen] = useState(usual);
  const result = useMemo(() => {
    const { filedOn, branch, ...choices } = chosen;
    // A branch may be drawn away while it is tried.
    const known = definition.limitBranches.some(({ id }) => id === branch) ? branch : null;
    return tryFlow(definition, { ...choices, branch: known, filedAt: startOfDay(filedOn) + opensAt }, calendar);
  }, [definition, chosen]);
  return {
    chosen,
    result,
    choose: (change) => setChosen((before) => ({ ...before, ...change })),
    chooseStep: (stepId, change) =>
      setChosen((before) => ({
        ...before,
        steps: { ...before.steps, [stepId]: { ...before.steps[stepId], ...change } },
      })),
    reset: () => setChosen(usual),
  };
}
