import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, digestOf, reviewed } from '../driven-case.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

/** An undertaking stands for a certificate until it is found untrue; the certificate comes, and the permit is refused all the same. */
export const onWord: Script = async (product, it) => {
  const undertaking = { undertaking: digestOf('undertaking'), credit: 'clear', documentNo: '承1' } as const;
  const undertakenOn = civilDateOf(product.now());
  const order = { type: 'replaceCertificates', stepId: 'intake', replaced: ['plan'], undertakenOn } as const;
  await it.must('windowClerk', { ...order, ...undertaking });
  await accepted(it);
  await reviewed(it, 'plain');
  const found = { checked: ['plan'], result: 'untrue', findings: digestOf('findings') } as const;
  await it.must('caseOfficer', { type: 'checkCertificates', ...found });
  await it.must('windowClerk', { type: 'receiveMaterials', received: ['plan'] });
  const answer = { documentNo: '决1', reasons: words.reason, remedy: words.note };
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', outcome: 'refuse', ...answer });
  const servedOn = civilDateOf(product.now());
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn });
};
