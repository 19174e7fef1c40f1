import type { CivilDate } from '../clock/civil-date.ts';
import { clockId } from '../instance-id.ts';
import { endClock, resumeClocks } from './clock-acts.ts';
import { record, today } from './draft.ts';
import type { Draft } from './draft.ts';
import type { CaseResult } from './filing.ts';

/** From these rules on a request for an extension falls when nothing is left to extend. */
const dropsExtension = 4;

/** An extension that is asked for and not answered falls with what it would extend. */
export function dropExtension(draft: Draft, because: 'decided' | 'closed'): void {
  const { rules, extension } = draft.state;
  if (rules >= dropsExtension && extension?.state === 'requested') record(draft, { type: 'ExtensionFell', because });
}

/** Closes the case: every open step ends without a result of its own, every clock ends today. */
export function closeCase(draft: Draft, result: CaseResult): void {
  for (const step of draft.state.steps) {
    if (step.outcome === null) record(draft, { type: 'StepFinished', stepId: step.id, outcome: 'ended' });
  }
  for (const clock of draft.state.clocks) endClock(draft, clock.id, today(draft));
  dropExtension(draft, 'closed');
  record(draft, { type: 'CaseClosed', result });
}

/** A step has ended on a civil day: its own clocks end and what it stopped runs on. */
export function leaveStep(draft: Draft, stepId: string, outcome: string, endedOn: CivilDate): void {
  record(draft, { type: 'StepFinished', stepId, outcome });
  endClock(draft, clockId('step', stepId), endedOn);
  endClock(draft, clockId('promise', stepId), endedOn);
  resumeClocks(draft, stepId, endedOn);
}
