import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf } from '../driven-case.ts';
import { fastForward } from '../time-skipping.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Asked for, never supplied: the time of the applicant passes by the durable timer, and the window ends the case. */
export const unsupplied: Script = async (product, it) => {
  await it.must('windowClerk', {
    type: 'askSupplement',
    stepId: 'intake',
    documentNo: '补1',
    servedOn: civilDateOf(product.now()),
    asked: [{ kind: 'material', id: 'plan', defect: 'missing' }],
    mends: [digestOf('the plan')],
    consequence: digestOf('consequence'),
  });
  await fastForward(product, it.caseId, 40 * dayMs);
  const answer = { documentNo: '补2', reasons: words.reason, remedy: digestOf('remedy') };
  await it.must('windowClerk', { type: 'lapseSupplement', stepId: 'intake', ...answer });
};
