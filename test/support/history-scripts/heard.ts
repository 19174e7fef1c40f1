import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, digestOf, reviewed, started } from '../driven-case.ts';
import { uuidOf } from '../played-case.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

/** A hearing, and a refusal with reasons and remedy. */
export const heard: Script = async (product, it) => {
  await accepted(it);
  await reviewed(it, 'hearing');
  const today = civilDateOf(product.now());
  await started(it, { stepId: 'hearing', by: 'hearingOfficer', approver: 'deputyHead', on: today });
  const held = { heldOn: today, presider: uuidOf('presider'), record: digestOf('record') };
  await it.must('hearingOfficer', { type: 'finishHearing', stepId: 'hearing', outcome: 'held', ...held });
  const answer = { documentNo: '决2', reasons: words.reason, remedy: digestOf('remedy') };
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', ...answer });
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn: today });
};
