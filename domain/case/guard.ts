import type { CivilDate } from '../clock/civil-date.ts';
import { can } from '../people/can.ts';
import type { Asked } from '../people/can.ts';
import type { Actor } from '../people/roles.ts';
import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { kindOf } from '../steps/index.ts';
import { dueOnOf, runningClock } from './clocks.ts';
import type { OrderType } from './orders.ts';
import type { CaseState, StepState, UntimedPhase, World } from './state.ts';

/** The case as one person finds it on a civil day. */
export interface Desk {
  readonly world: World;
  readonly state: CaseState;
  readonly actor: Actor;
  readonly today: CivilDate;
}

/** Orders that are messages about a case: facts in its journal, allowed on a closed case, changing no clock. */
const messages: readonly OrderType[] = ['acknowledge'];

/** The phase in which an order on an untimed step has its place. */
const phaseOf: { readonly [T in OrderType]?: readonly UntimedPhase[] } = {
  requestUntimedStep: ['waiting'],
  approveUntimedStep: ['requested'],
  declineUntimedStep: ['requested'],
  recordNotice: ['approved'],
  startUntimedStep: ['approved'],
};

/**
 * Law that needs no payload: may this person give this order to this case now? The same answer stands behind `decide` and behind
 * what screens offer. Null: yes.
 */
export function guard(desk: Desk, asked: Asked): Rejection | null {
  const { state, world, actor } = desk;
  if (state.status === 'closed' && !messages.includes(asked.type)) {
    return reject('case-closed', `expected an open case, but it was closed as ${state.result ?? 'ended'}`);
  }
  const step = findStep(state, asked);
  if (step === 'missing') {
    const code = asked.type === 'remind' ? 'nothing-to-remind' : 'step-not-open';
    return reject(code, `expected step ${asked.stepId} to be open, but it is not`);
  }
  const allowed = can(actor, asked, world, state);
  if (allowed !== true) return allowed;
  return (step && guardStep(desk, asked, step)) ?? guardCase(desk, asked);
}

function findStep(state: CaseState, { stepId }: Asked): StepState | null | 'missing' {
  if (stepId === undefined || stepId === null) return null;
  return state.steps.find((step) => step.id === stepId && step.outcome === null) ?? 'missing';
}

function guardStep({ world, actor }: Desk, asked: Asked, step: StepState): Rejection | null {
  const phases = phaseOf[asked.type];
  if (phases) return guardPhase(asked, step, phases) ?? guardApprover(actor, asked, step);
  if (asked.type === 'remind') return null;
  const planned = world.plan.steps.find((candidate) => candidate.id === step.id);
  if (!planned || !kindOf(planned.kind).orders.includes(asked.type)) {
    const expected = planned ? kindOf(planned.kind).orders.join(' or ') : 'no order';
    return reject('wrong-step-kind', `expected ${expected} for step ${step.id}, but got ${asked.type}`);
  }
  return step.phase === null ? null : guardPhase(asked, step, ['running']);
}

function guardPhase(asked: Asked, step: StepState, phases: readonly UntimedPhase[]): Rejection | null {
  if (step.phase === null) return reject('step-not-untimed', `expected an untimed step, but ${step.id} is timed`);
  if (!phases.includes(step.phase)) {
    return reject(
      'untimed-step-phase',
      `expected step ${step.id} to be ${phases.join(' or ')} for ${asked.type}, but it is ${step.phase}`,
    );
  }
  if (asked.type === 'startUntimedStep' && step.notice === null) {
    return reject('notice-required', 'expected the written notice of the time needed (XKF 45), but none is recorded');
  }
  return null;
}

/** Who approves a stop did not ask for it (domain.md 9.4). */
function guardApprover(actor: Actor, asked: Asked, step: StepState): Rejection | null {
  if (asked.type !== 'approveUntimedStep' || step.requestedBy !== actor.id) return null;
  return reject('four-eyes', 'expected approval by somebody else, but the same person asked for it');
}

function guardCase(desk: Desk, asked: Asked): Rejection | null {
  const { state } = desk;
  switch (asked.type) {
    case 'withdraw':
      if (state.decision === null) return null;
      return reject('withdraw-after-decision', 'expected a case without a decision, but it was decided');
    case 'requestExtension':
      return guardExtensionRequest(desk);
    case 'approveExtension':
    case 'declineExtension':
      return guardExtensionAnswer(desk, asked.type);
    case 'acknowledge':
      if (state.warnings.some((warning) => warning.acknowledgedBy === null)) return null;
      return state.warnings.length === 0
        ? reject('unknown-warning', 'expected a warning of this case, but there is none')
        : reject('warning-already-acknowledged', 'expected an open warning, but all are acknowledged');
    default:
      return null;
  }
}

function guardExtensionRequest(desk: Desk): Rejection | null {
  const { state, world } = desk;
  if (state.extension !== null && state.extension.state !== 'declined') {
    return reject(
      'extension-already-used',
      `expected no extension yet (XKF 42: once), but one is ${state.extension.state}`,
    );
  }
  if (world.plan.limits.extension === null) {
    return reject('extension-over-cap', 'expected an item whose limit can be extended, but this one cannot');
  }
  return extensionTooLate(desk);
}

function guardExtensionAnswer(desk: Desk, type: OrderType): Rejection | null {
  const { extension } = desk.state;
  if (extension?.state !== 'requested') {
    return reject('extension-not-requested', 'expected a requested extension, but there is none');
  }
  if (type === 'declineExtension') return null;
  if (extension.requestedBy === desk.actor.id) {
    return reject('four-eyes', 'expected approval by somebody else, but the same person asked for it');
  }
  return extensionTooLate(desk);
}

/** An extension is given by the due date or while the clock is stopped; it never cures an overdue (domain.md 1.4). */
function extensionTooLate({ state, world, today }: Desk): Rejection | null {
  const clock = runningClock(state, 'statutory');
  if (!clock) return reject('extension-too-late', 'expected a running statutory clock, but it does not run');
  const dueOn = dueOnOf(world, clock);
  if (dueOn === null || today <= dueOn) return null;
  return reject('extension-too-late', `expected an extension by ${dueOn}, but today is ${today}`);
}
