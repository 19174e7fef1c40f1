import { isDone, openSteps } from '../flow/walk.ts';
import { invariant } from '../invariant.ts';
import { isRejection } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import type { Actor } from '../people/roles.ts';
import { kindOf } from '../steps/index.ts';
import {
  acknowledge,
  approveExtension,
  closeCase,
  leaveStep,
  recordNotice,
  requestExtension,
  startUntimedStep,
} from './acts.ts';
import { coveredOr } from './clocks.ts';
import { dayOrNow, endClock, startClock } from './clock-acts.ts';
import { record, today } from './draft.ts';
import type { Draft } from './draft.ts';
import type { FactBody } from './facts.ts';
import { guard } from './guard.ts';
import type { Order } from './orders.ts';

/** Law: may this order happen now, and what then has happened? Records into the draft; a refusal leaves the draft to be thrown away. */
export function decide(draft: Draft, order: Order, actor: Actor): Rejection | null {
  const refusal = guard({ world: draft.world, state: draft.state, actor, today: today(draft) }, order);
  if (refusal) return refusal;
  const refused = act(draft, order, actor);
  if (refused) return refused;
  openNext(draft);
  return null;
}

function act(draft: Draft, order: Order, actor: Actor): Rejection | null {
  switch (order.type) {
    case 'requestUntimedStep':
      return only(draft, { type: 'UntimedStepRequested', stepId: order.stepId, reason: order.reason });
    case 'approveUntimedStep':
      return only(draft, { type: 'UntimedStepApproved', stepId: order.stepId });
    case 'declineUntimedStep':
      return only(draft, { type: 'UntimedStepDeclined', stepId: order.stepId, reason: order.reason });
    case 'recordNotice':
      return recordNotice(draft, order);
    case 'startUntimedStep':
      return startUntimedStep(draft, order);
    case 'withdraw':
      record(draft, { type: 'CaseWithdrawn', statement: order.statement });
      closeCase(draft, 'withdrawn');
      return null;
    case 'requestExtension':
      return requestExtension(draft, order);
    case 'approveExtension':
      approveExtension(draft, order);
      return null;
    case 'declineExtension':
      return only(draft, { type: 'ExtensionDeclined', reason: order.reason });
    case 'changeContact': {
      const { contact, address, eDelivery } = order;
      return only(draft, { type: 'ContactChanged', contact, address, eDelivery });
    }
    case 'acknowledge':
      return acknowledge(draft, order);
    case 'remind':
      return only(draft, { type: 'Reminded', stepId: order.stepId, note: order.note });
    case 'advanceClock':
      return null;
    case 'checkIn':
    case 'accept':
    case 'refuseAcceptance':
    case 'finishReview':
    case 'finishExpertReview':
    case 'finishInspection':
    case 'finishHearing':
    case 'makeDecision':
    case 'issueCertificate':
    case 'deliver':
      return finishStep(draft, order, actor);
  }
  return order satisfies never;
}

function only(draft: Draft, body: FactBody): null {
  record(draft, body);
  return null;
}

type StepOrder = Extract<Order, { stepId: string }>;

function finishStep(draft: Draft, order: StepOrder, actor: Actor): Rejection | null {
  const { world, state } = draft;
  const step = state.steps.find((open) => open.id === order.stepId && open.outcome === null);
  const plan = world.plan.steps.find((planned) => planned.id === order.stepId);
  invariant(step && plan, 'the guard lets only orders to open steps pass');
  const context = { world, state, step, plan, actorId: actor.id, today: today(draft) };
  const answer = kindOf(plan.kind).answer(context, order);
  if (isRejection(answer)) return answer;
  for (const fact of answer.facts) record(draft, fact, dayOrNow(draft, answer.endedOn));
  leaveStep(draft, step.id, answer.outcome, answer.endedOn);
  return frame(draft, answer.facts);
}

/** The legal frame around what a department draws: which clocks an act of the law starts and ends. */
function frame(draft: Draft, facts: readonly FactBody[]): Rejection | null {
  const { limits } = draft.world.plan;
  const on = today(draft);
  for (const fact of facts) {
    if (fact.type === 'CaseAccepted') {
      const refusal = coveredOr(draft.world, limits.statutory, on) ?? coveredOr(draft.world, limits.promised, on);
      if (refusal) return refusal;
      endClock(draft, 'notice', on);
      startClock(draft, { id: 'statutory', kind: 'statutory', stepId: null, limit: limits.statutory, startedOn: on });
      startClock(draft, { id: 'promised', kind: 'promised', stepId: null, limit: limits.promised, startedOn: on });
    }
    if (fact.type === 'AcceptanceRefused') closeCase(draft, fact.ground);
    if (fact.type === 'DecisionMade') {
      endClock(draft, 'statutory', on);
      endClock(draft, 'promised', on);
      startClock(draft, { id: 'delivery', kind: 'delivery', stepId: null, limit: limits.delivery, startedOn: on });
    }
    if (fact.type === 'Delivered') endClock(draft, 'delivery', fact.servedOn);
  }
  return null;
}

/** Opens what the flow wants open now; a flow with nothing left closes the case. */
export function openNext(draft: Draft): void {
  if (draft.state.status === 'closed') return;
  const { plan } = draft.world;
  const outcomes: Record<string, string> = {};
  for (const step of draft.state.steps) if (step.outcome !== null) outcomes[step.id] = step.outcome;
  if (isDone(plan, outcomes)) return closeCase(draft, draft.state.decision === 'refuse' ? 'refused' : 'granted');
  for (const stepId of openSteps(plan, outcomes)) {
    if (!draft.state.steps.some((step) => step.id === stepId)) openStep(draft, stepId);
  }
}

function openStep(draft: Draft, stepId: string): void {
  const step = draft.world.plan.steps.find((planned) => planned.id === stepId);
  invariant(step, `the plan describes step ${stepId}`);
  record(draft, { type: 'StepOpened', stepId, on: today(draft), untimed: step.untimed !== null });
  if (step.limit === null) return;
  startClock(draft, { id: `step:${stepId}`, kind: 'step', stepId, limit: step.limit, startedOn: today(draft) });
}
