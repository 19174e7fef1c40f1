import { applicantActor } from '../../../domain/people/applicant.ts';
import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf } from '../driven-case.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const byApplicant = { actor: applicantActor };

/** Told what is missing, said by the applicant to be supplied, and withdrawn as the applicant asked. */
export const reported: Script = async (product, it) => {
  const [stepId, servedOn] = ['intake', civilDateOf(product.now())];
  const plan = { kind: 'material', id: 'plan' } as const;
  await it.must('windowClerk', {
    type: 'askSupplement',
    stepId,
    documentNo: '补1',
    servedOn,
    asked: [{ ...plan, defect: 'missing' }],
    mends: [digestOf('the plan')],
    consequence: digestOf('consequence'),
  });
  await it.must('windowClerk', { type: 'receiveSupplement', stepId, arrivedOn: servedOn, arrived: [plan] });
  await it.must('windowClerk', { type: 'reportSupplied' }, byApplicant);
  await it.must('windowClerk', { type: 'askWithdrawal', statement: words.note }, byApplicant);
  await it.must('windowClerk', { type: 'withdraw', statement: words.note });
};
