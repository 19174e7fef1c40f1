import { useMemo, useState } from 'react';
import { nationalCalendar } from '../../../domain/clock/calendar.ts';
import { startOfDay } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { FlowDefinition, FormField } from '../../../domain/flow/definition.ts';
import type { StepChoice, TrialChoices } from '../../../domain/flow/simulate/choices.ts';
import { failure } from '../../../domain/flow/simulate/failure.ts';
import type { TrialFailure } from '../../../domain/flow/simulate/failure.ts';
import { tryFlow } from '../../../domain/flow/simulate/try-flow.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';
import { fieldsRead, firstAnswers, waysOf } from './ways.ts';
import type { Answers, Ways } from './ways.ts';

/** What is chosen on the page: a day for the instant, a form for what it chooses. */
export type Chosen = Omit<TrialChoices, 'filedAt' | 'branch' | 'byForm'> & {
  readonly filedOn: CivilDate;
  /** Only what was changed: the other fields stand as they begin. */
  readonly answers: Answers;
};

/** A trial as it is chosen, what came of it, and how to choose otherwise. */
export interface ChosenTrial {
  readonly chosen: Chosen;
  /** The fields of the form that choose something, how they stand, and what they choose. */
  readonly form: { readonly fields: readonly FormField[]; readonly answers: Answers; readonly ways: Ways };
  readonly result: Trial | TrialFailure;
  readonly choose: (change: Partial<Chosen>) => void;
  readonly chooseStep: (stepId: string, change: Partial<StepChoice>) => void;
  readonly reset: () => void;
}

/** The calendar of the whole country: a region has none of its own yet. */
const calendar = nationalCalendar();

/** An application comes in when the window opens. */
const opensAt = 9 * 3_600_000;

/** A trial of a definition, played again with each choice. */
export function useTrial(definition: FlowDefinition, today: CivilDate): ChosenTrial {
  const usual: Chosen = { filedOn: today, answers: {}, supplement: null, deferred: null, steps: {} };
  const [chosen, setChosen] = useState(usual);
  const fields = useMemo(() => fieldsRead(definition), [definition]);
  const { filedOn, answers: changed, supplement, deferred, steps } = chosen;
  const form = useMemo(() => {
    const answers = { ...firstAnswers(fields, today), ...changed };
    return { fields, answers, ways: waysOf(definition, answers) };
  }, [definition, fields, today, changed]);
  const result = useMemo(() => {
    const { ways } = form;
    if ('undecided' in ways) return failure('form-undecided');
    const filedAt = startOfDay(filedOn) + opensAt;
    return tryFlow(definition, { ...ways, filedAt, supplement, deferred, steps }, calendar);
  }, [definition, form, filedOn, supplement, deferred, steps]);
  return {
    chosen,
    form,
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
