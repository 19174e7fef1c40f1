import { can } from '../people/can.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { acts } from './acts/index.ts';
import type { OrderType } from './acts/index.ts';
import type { Place } from './acts/act.ts';
import type { Desk } from './desk.ts';
import { sameHand } from './other-hands.ts';
import { plannedStep } from './planned.ts';
import type { CaseState, StepState, UntimedPhase } from './state.ts';

/** An order as far as rights and places go: its type and the step it names. */
export interface Asked {
  readonly type: OrderType;
  readonly stepId?: string | null;
}

/**
 * Law that needs no payload: may this person give this order to this case now? The same answer stands behind `decide` and behind
 * what screens offer. Null: yes.
 */
export function guard(desk: Desk, asked: Asked): Rejection | null {
  const { state, world, actor } = desk;
  const act = acts[asked.type];
  if (state.status === 'closed' && act.onClosed !== true) {
    return reject('case-closed', `expected an open case, but it was closed as ${state.result ?? 'ended'}`);
  }
  const step = findStep(state, asked);
  if (step === 'missing') {
    const code = asked.type === 'remind' ? 'nothing-to-remind' : 'step-not-open';
    const steps = typeof asked.stepId === 'string' ? [asked.stepId] : [];
    return reject(code, `expected step ${asked.stepId} to be open, but it is not`, { steps });
  }
  const refused = can(actor, { ...asked, step, holder: act.holder }, { world, state });
  if (refused) return refused;
  return (step && guardPlace(desk, { asked, place: act.place, step })) ?? act.guard?.(desk, step) ?? null;
}

function findStep(state: CaseState, { stepId }: Asked): StepState | null | 'missing' {
  if (stepId === undefined || stepId === null) return null;
  return state.steps.find((step) => step.id === stepId && step.outcome === null) ?? 'missing';
}

function guardPlace(
  { world, state, actor }: Desk,
  o: { asked: Asked; place: Place; step: StepState },
): Rejection | null {
  const { asked, place, step } = o;
  if (typeof place === 'string') return null;
  if ('phases' in place) return guardPhase(asked, step, place.phases);
  const { kind } = plannedStep(world, step.id);
  if (!place.ends.includes(kind)) {
    return reject(
      'wrong-step-kind',
      `expected a step of kind ${place.ends.join(' or ')} for ${asked.type}, but ${step.id} is ${kind}`,
      { steps: [step.id] },
    );
  }
  const phase = step.phase === null || place.inAnyPhase ? null : guardPhase(asked, step, ['running']);
  return phase ?? sameHand({ world, state }, step, actor.id);
}

function guardPhase(asked: Asked, step: StepState, phases: readonly (UntimedPhase | null)[]): Rejection | null {
  if (phases.includes(step.phase)) return null;
  const about = { steps: [step.id] };
  if (step.phase === null)
    return reject('step-not-untimed', `expected an untimed step, but ${step.id} is timed`, about);
  return reject(
    'untimed-step-phase',
    `expected step ${step.id} to be ${phases.join(' or ')} for ${asked.type}, but it is ${step.phase}`,
    about,
  );
}
