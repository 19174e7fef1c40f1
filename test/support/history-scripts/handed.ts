import { accepted, official, reviewed } from '../driven-case.ts';
import { uuidOf } from '../played-case.ts';
import { fastForward } from '../time-skipping.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** A task is claimed, handed over, reassigned and given back; a warning goes to who holds it by name; the case is withdrawn. */
export const handed: Script = async (product, it) => {
  await accepted(it);
  await it.must('caseOfficer', { type: 'claimTask', stepId: 'review' });
  await it.must('caseOfficer', {
    type: 'handOverTask',
    stepId: 'review',
    to: uuidOf('colleague'),
    reason: words.reason,
  });
  await fastForward(product, it.caseId, 10 * dayMs);
  await it.must('sectionChief', {
    type: 'reassignTask',
    stepId: 'review',
    to: official('caseOfficer').id,
    reason: words.reason,
  });
  await reviewed(it, 'pass');
  await it.must('caseOfficer', { type: 'claimTask', stepId: 'experts' });
  await it.must('caseOfficer', { type: 'releaseTask', stepId: 'experts', reason: words.reason });
  await it.must('caseOfficer', { type: 'requestUntimedStep', stepId: 'experts', reason: words.reason });
  await it.must('windowClerk', { type: 'withdraw', statement: words.note });
};
