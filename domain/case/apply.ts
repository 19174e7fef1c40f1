import { invariant } from '../invariant.ts';
import { applyClockFact } from './apply-clock.ts';
import type { Fact, FactOf } from './facts.ts';
import type { CaseState, StepState } from './state.ts';

/** Folds facts into a state, from nothing or from an earlier state. */
export function fold(caseId: string, facts: readonly Fact[], from: CaseState | null = null): CaseState {
  let state = from;
  for (const fact of facts) state = apply(state, fact, caseId);
  invariant(state !== null, 'a case has at least the fact CaseFiled');
  return state;
}

/** History: folds one fact in. Total: what was decided is never refused here. `caseId` names the case at its first fact. */
export function apply(state: CaseState | null, fact: Fact, caseId: string): CaseState {
  if (fact.body.type === 'CaseFiled') return newCase(caseId, fact, fact.body);
  invariant(state !== null, 'the first fact of a case is CaseFiled');
  const moved = {
    ...state,
    seq: fact.seq,
    hash: fact.hash,
    last: Math.max(state.last, fact.at),
    recordedUntil: fact.recordedAt,
  };
  return applyBody(moved, fact);
}

function newCase(caseId: string, fact: Fact, { filing, rules, clock }: FactOf<'CaseFiled'>): CaseState {
  return {
    caseId,
    rules,
    seq: fact.seq,
    hash: fact.hash,
    last: fact.at,
    recordedUntil: fact.recordedAt,
    status: 'open',
    result: null,
    filing,
    filedAt: fact.at,
    received: filing.materials.filter((material) => material.received).map((material) => material.id),
    acceptedOn: null,
    decidedOn: null,
    decision: null,
    certificateNo: null,
    eDelivery: filing.eDelivery,
    steps: [],
    clocks: [],
    warnings: [],
    extension: null,
    handledBy: [],
    presidedBy: [],
    businessClock: clock,
    calendar: filing.calendar,
    closedAt: null,
  };
}

function applyBody(state: CaseState, fact: Fact): CaseState {
  const { body } = fact;
  switch (body.type) {
    case 'CaseFiled':
      return state;
    case 'StepOpened':
    case 'StepFinished':
    case 'UntimedStepRequested':
    case 'UntimedStepApproved':
    case 'UntimedStepDeclined':
    case 'NoticeRecorded':
    case 'UntimedStepStarted':
    case 'Reminded':
      return applyStepFact(state, fact, body);
    case 'CheckedIn':
      return { ...state, received: [...new Set([...state.received, ...body.received])] };
    case 'CaseAccepted':
      return { ...state, acceptedOn: body.on };
    case 'AcceptanceRefused':
    case 'ExpertReviewFinished':
    case 'InspectionFinished':
    case 'Delivered':
    case 'FindingRecorded':
      return state;
    case 'HearingFinished':
      return { ...state, presidedBy: [...state.presidedBy, body.presider] };
    case 'Reviewed':
      return handled(state, fact.actorId);
    case 'DecisionMade':
      return { ...handled(state, fact.actorId), decision: body.outcome, decidedOn: body.on };
    case 'CertificateIssued':
      return { ...state, certificateNo: body.certificateNo };
    case 'CaseWithdrawn':
      return state;
    case 'ExtensionRequested':
      return { ...state, extension: { state: 'requested', count: body.count, requestedBy: fact.actorId ?? '' } };
    case 'ExtensionApproved':
      return { ...state, extension: state.extension && { ...state.extension, state: 'approved' } };
    case 'ExtensionDeclined':
      return { ...state, extension: state.extension && { ...state.extension, state: 'declined' } };
    case 'ContactChanged':
      return { ...state, eDelivery: body.eDelivery };
    case 'WarningAcknowledged':
      return {
        ...state,
        warnings: state.warnings.map((warning) =>
          warning.id === body.warningId ? { ...warning, acknowledgedBy: fact.actorId } : warning,
        ),
      };
    case 'BusinessClockAdopted':
      return { ...state, businessClock: body.clock };
    case 'CalendarAdopted':
      return { ...state, calendar: body.revision };
    case 'RulesAdopted':
      return { ...state, rules: body.rules };
    case 'CaseClosed':
      return { ...state, status: 'closed', result: body.result, closedAt: fact.at };
    case 'ClockStarted':
    case 'ClockStopped':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'ClockEnded':
    case 'ClockLapsed':
    case 'DeadlineSet':
    case 'WarningRaised':
      return applyClockFact(state, body);
  }
  return body satisfies never;
}

type StepFact =
  | FactOf<'StepOpened' | 'StepFinished' | 'UntimedStepRequested' | 'UntimedStepApproved'>
  | FactOf<'UntimedStepDeclined' | 'NoticeRecorded' | 'UntimedStepStarted' | 'Reminded'>;

function applyStepFact(state: CaseState, fact: Fact, body: StepFact): CaseState {
  if (body.type === 'StepOpened') return { ...state, steps: [...state.steps, openedStep(body, fact)] };
  return {
    ...state,
    steps: state.steps.map((step) => (step.id === body.stepId ? { ...step, ...stepChange(step, fact, body) } : step)),
  };
}

function openedStep(body: FactOf<'StepOpened'>, fact: Fact): StepState {
  return {
    id: body.stepId,
    openedAt: fact.at,
    openedOn: body.on,
    phase: body.untimed ? 'waiting' : null,
    requestedBy: null,
    approvedBy: null,
    notice: null,
    startedOn: null,
    reminders: 0,
    finishedAt: null,
    finishedBy: null,
    outcome: null,
  };
}

function stepChange(step: StepState, fact: Fact, body: Exclude<StepFact, FactOf<'StepOpened'>>): Partial<StepState> {
  switch (body.type) {
    case 'StepFinished':
      return { finishedAt: fact.at, finishedBy: fact.actorId, outcome: body.outcome };
    case 'UntimedStepRequested':
      return { phase: 'requested', requestedBy: fact.actorId };
    case 'UntimedStepApproved':
      return { phase: 'approved', approvedBy: fact.actorId };
    case 'UntimedStepDeclined':
      return { phase: 'waiting', requestedBy: null };
    case 'NoticeRecorded':
      return { notice: { documentNo: body.documentNo, servedOn: body.servedOn } };
    case 'UntimedStepStarted':
      return { phase: 'running', startedOn: body.on };
    case 'Reminded':
      return { reminders: step.reminders + 1 };
  }
  return body satisfies never;
}

function handled(state: CaseState, actorId: string | null): CaseState {
  if (actorId === null || state.handledBy.includes(actorId)) return state;
  return { ...state, handledBy: [...state.handledBy, actorId] };
}
