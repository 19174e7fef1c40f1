import type { Limit } from '../../clock/clock.ts';
import type { PlanStep } from '../plan.ts';
import type { ChosenByForm } from '../walk.ts';

/** How long something takes. Officials act on working days: what ends on another day is acted on the next one that works. */
export interface Lasting {
  readonly count: number;
  readonly unit: 'workday' | 'calendarDay';
}

/** How a step goes. */
export interface StepChoice {
  readonly outcome: string;
  /** Of an untimed step: from its opening to its start. */
  readonly waits: Lasting;
  /** From its opening, of an untimed step from its start, to its end. */
  readonly lasts: Lasting;
}

/** How a case is tried. */
export interface TrialChoices {
  /** When the application comes in at the window (ms). */
  readonly filedAt: number;
  /** The limit branch that its form chooses, and the case of each choice over the form. */
  readonly branch: string | null;
  readonly byForm: ChosenByForm;
  /** How long the applicant takes to supply what is asked for once; null: nothing is asked for. */
  readonly supplement: Lasting | null;
  /** How long after acceptance deferrable materials come; null: they come with the application. */
  readonly deferred: Lasting | null;
  /** By step; what is not said goes as usual. */
  readonly steps: Readonly<Record<string, Partial<StepChoice>>>;
}

/** Everything brought with the application, accepted at once, every step as usual. */
export function usualChoices(filedAt: number, branch: string | null = null): TrialChoices {
  return { filedAt, branch, byForm: {}, supplement: null, deferred: null, steps: {} };
}

/**
 * How a step goes where nothing is chosen: the first outcome that is not against the applicant; a start without delay; all of the time that
 * its limit or promise allows, for then one sees whether the promise of the case still holds. A step that has neither takes no day.
 */
export function usualChoice({ outcomes, negative = [], limit, untimed }: PlanStep): StepChoice {
  return {
    outcome: outcomes.find((id) => !negative.includes(id)) ?? outcomes[0] ?? '',
    waits: noDay,
    lasts: lastingOf(untimed?.promise ?? limit),
  };
}

/** How a step of a plan goes. */
export function choiceOf(step: PlanStep, { steps }: Pick<TrialChoices, 'steps'>): StepChoice {
  return { ...usualChoice(step), ...(Object.hasOwn(steps, step.id) ? steps[step.id] : undefined) };
}

/** On the same day. */
export const noDay: Lasting = { count: 0, unit: 'workday' };

/** Months and years are told in civil days: no internal limit of a step is that long. */
function lastingOf(limit: Limit | null): Lasting {
  if (limit === null) return noDay;
  const { count, unit } = limit;
  if (unit === 'workday' || unit === 'calendarDay') return { count, unit };
  return { count: count * (unit === 'month' ? 30 : 365), unit: 'calendarDay' };
}
