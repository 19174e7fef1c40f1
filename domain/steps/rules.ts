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

/** From these rules on an untimed step of every kind says the day on which it truly ended. */
const datesEnds = 4;

/**
 * When a step ends whose kind is held on no day of its own: a timed one today, an untimed one on the day it says, so that a late entry
 * buys no time (docs/decisions/0002). `dated` is what the fact keeps of it. Refusal `held-on-invalid`.
 */
export function endOf(
  context: StepContext<object>,
  heldOn: CivilDate | undefined,
): { readonly endedOn: CivilDate; readonly dated: { readonly heldOn?: CivilDate } } | Rejection {
  const { state, step, today } = context;
  if (state.rules < datesEnds) return { endedOn: today, dated: {} };
  if (step.phase === null) {
    if (heldOn === undefined) return { endedOn: today, dated: {} };
    return reject('held-on-invalid', `expected no other day than today for a timed step, but got ${heldOn}`);
  }
  if (heldOn === undefined) return reject('held-on-invalid', 'expected the day on which it ended, but none was given');
  return heldOutside(context, heldOn) ?? { endedOn: heldOn, dated: { heldOn } };
}
