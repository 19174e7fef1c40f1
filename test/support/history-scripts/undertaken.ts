import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf } from '../driven-case.ts';
import { fastForward } from '../time-skipping.ts';
import { taken } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Granted at once on an undertaking; the time to check passes by the durable timer, and the check finds it untrue. */
export const undertaken: Script = async (product, it) => {
  const today = civilDateOf(product.now());
  const paper = { documentNo: '受1', undertakingNo: '诺1', undertakenOn: today } as const;
  const given = { undertaking: digestOf('undertaking'), credit: 'clear' } as const;
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  await it.must('windowClerk', { type: 'acceptUndertaking', stepId: 'acceptance', ...paper, ...given });
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' });
  const certificate = { certificateNo: '证1', validFrom: today, validUntil: null };
  await it.must('certificateClerk', { type: 'issueCertificate', stepId: 'certificate', ...certificate });
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn: today });
  await fastForward(product, it.caseId, 50 * dayMs);
  const heldOn = civilDateOf(product.now());
  const found = { outcome: 'fail', heldOn, findings: digestOf('findings') };
  await it.must('caseOfficer', { type: 'finishAfterCheck', stepId: 'afterCheck', ...found });
};
