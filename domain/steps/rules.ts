import type { CivilDate } from '../clock/civil-date.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { StepContext } from './step-kind.ts';

/** Refuses an outcome that the published flow does not list for the step. */
export function unknownOutcome({ plan, step }: StepContext<object>, outcome: string): Rejection | null {
  if (plan.outcomes.includes(outcome)) return null;
  return reject(
    'unknown-outcome',
    `expected an outcome of step ${plan.id} (${plan.outcomes.join(', ')}), but got ${outcome}`,
    { steps: [step.id] },
  );
}

/** Refuses a day on which the procedure cannot have been held: before its step began, or still to come. */
export function heldOutside({ step, today }: StepContext<object>, heldOn: CivilDate): Rejection | null {
  const from = step.startedOn ?? step.openedOn;
  if (heldOn >= from && heldOn <= today) return null;
  const detail = `expected a day from ${from} to ${today}, but it was said to be held on ${heldOn}`;
  return reject('held-on-invalid', detail, { steps: [step.id] });
}
