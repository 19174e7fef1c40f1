import { reject } from '../rejection.ts';
import type { Rejection } from '../rejection.ts';
import { endClock, extendClock, resumeClocks, startClock, stopClock } from './clock-acts.ts';
import { dueOnOf, runningClock } from './clocks.ts';
import { record, today } from './draft.ts';
import type { Draft } from './draft.ts';
import type { CaseResult } from './facts.ts';
import type { OrderOf } from './orders.ts';

/** Closes the case: every open step ends without a result of its own, every clock ends today. */
export function closeCase(draft: Draft, result: CaseResult): void {
  for (const step of draft.state.steps) {
    if (step.outcome === null) record(draft, { type: 'StepFinished', stepId: step.id, outcome: 'ended' });
  }
  for (const clock of draft.state.clocks) endClock(draft, clock.id, today(draft));
  record(draft, { type: 'CaseClosed', result });
}

/** Starts an untimed step: its own promise runs, the clocks its basis allows stop (from today, never retroactively). */
export function startUntimedStep(draft: Draft, { stepId }: OrderOf<'startUntimedStep'>): Rejection | null {
  const untimed = draft.world.plan.steps.find((step) => step.id === stepId)?.untimed;
  if (!untimed) return reject('step-not-untimed', `expected an untimed step, but ${stepId} is timed`);
  const on = today(draft);
  record(draft, { type: 'UntimedStepStarted', stepId, on });
  for (const id of untimed.stops) stopClock(draft, id, { stepId, from: on });
  const promise = { id: `promise:${stepId}`, kind: 'promise', stepId, limit: untimed.promise, startedOn: on } as const;
  startClock(draft, promise);
  return null;
}

/** A step has ended on a civil day: its own clocks end and what it stopped runs on. */
export function leaveStep(
  draft: Draft,
  stepId: string,
  outcome: string,
  endedOn: OrderOf<'deliver'>['servedOn'],
): void {
  record(draft, { type: 'StepFinished', stepId, outcome });
  endClock(draft, `step:${stepId}`, endedOn);
  endClock(draft, `promise:${stepId}`, endedOn);
  resumeClocks(draft, stepId, endedOn);
}

/** Records the request; its number is checked against the cap of XKF 42 or of the item. */
export function requestExtension(draft: Draft, order: OrderOf<'requestExtension'>): Rejection | null {
  const max = draft.world.plan.limits.extension?.max ?? 0;
  if (order.count < 1 || order.count > max) {
    return reject('extension-over-cap', `expected 1 to ${max}, but got ${order.count}`);
  }
  record(draft, { type: 'ExtensionRequested', count: order.count, reason: order.reason });
  return null;
}

/** Extends the statutory clock, and the promised one where it has the same unit and is not overdue already. */
export function approveExtension(draft: Draft, order: OrderOf<'approveExtension'>): void {
  const count = draft.state.extension?.count ?? 0;
  record(draft, { type: 'ExtensionApproved', count, documentNo: order.documentNo });
  extendClock(draft, 'statutory', count);
  const promised = runningClock(draft.state, 'promised');
  if (!promised || promised.limit.unit !== draft.world.plan.limits.statutory.unit) return;
  const dueOn = dueOnOf(draft.world, promised);
  if (dueOn === null || today(draft) <= dueOn) extendClock(draft, 'promised', count);
}

/** A warning is acknowledged once, by its id. */
export function acknowledge(draft: Draft, { warningId, note }: OrderOf<'acknowledge'>): Rejection | null {
  const warning = draft.state.warnings.find((raised) => raised.id === warningId);
  if (!warning) return reject('unknown-warning', `expected a warning of this case, but ${warningId} is none`);
  if (warning.acknowledgedBy !== null) {
    return reject('warning-already-acknowledged', 'expected an open warning, but it was acknowledged before');
  }
  record(draft, { type: 'WarningAcknowledged', warningId, note: note ?? null });
  return null;
}

/** A written notice is told within the step, not before it opened and not in the future. */
export function recordNotice(draft: Draft, order: OrderOf<'recordNotice'>): Rejection | null {
  const { stepId, documentNo, servedOn } = order;
  const openedOn = draft.state.steps.find((step) => step.id === stepId)?.openedOn ?? today(draft);
  if (servedOn < openedOn || servedOn > today(draft)) {
    return reject('served-on-invalid', `expected a day from ${openedOn} to ${today(draft)}, but got ${servedOn}`);
  }
  record(draft, { type: 'NoticeRecorded', stepId, documentNo, servedOn });
  return null;
}
