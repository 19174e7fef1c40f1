import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, digestOf, reviewed, started } from '../driven-case.ts';
import { uuidOf } from '../played-case.ts';
import { fastForward } from '../time-skipping.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Two procedures that ended in time and are entered late, so that their warnings are annulled; an extension that falls with the decision. */
export const late: Script = async (product, it) => {
  const heldOn = civilDateOf(product.now());
  await accepted(it);
  await reviewed(it, 'pass');
  await started(it, { stepId: 'experts', by: 'caseOfficer', on: heldOn });
  await started(it, { stepId: 'site', by: 'siteInspector', on: heldOn });
  await fastForward(product, it.caseId, 20 * dayMs);
  const inspected = { inspectors: ['a', 'b'].map(uuidOf), findings: digestOf('findings') };
  await it.must('siteInspector', { type: 'finishInspection', stepId: 'site', outcome: 'pass', heldOn, ...inspected });
  const reviewedBy = { experts: ['a', 'b', 'c'].map(digestOf), officials: [], opinion: words.opinion };
  await it.must('caseOfficer', {
    type: 'finishExpertReview',
    stepId: 'experts',
    outcome: 'pass',
    heldOn,
    ...reviewedBy,
  });
  await it.must('caseOfficer', { type: 'requestExtension', count: 5, reason: words.reason });
  const answer = { documentNo: '决3', reasons: words.reason, remedy: digestOf('remedy') };
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', ...answer });
  const servedOn = civilDateOf(product.now());
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn });
};
