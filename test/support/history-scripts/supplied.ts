import { civilDateOf } from '../../../domain/clock/civil-date.ts';
import { digestOf } from '../driven-case.ts';
import { words } from './script.ts';
import type { Script } from './script.ts';

const plan = { kind: 'material', id: 'plan' } as const;
const use = { kind: 'field', id: 'use' } as const;

/** Corrected on the spot, asked for two things and once more for one, supplied in parts, accepted from the day of the last. */
export const supplied: Script = async (product, it) => {
  const [stepId, today] = ['intake', civilDateOf(product.now())];
  const notice = { type: 'askSupplement', stepId, servedOn: today, consequence: digestOf('consequence') } as const;
  await it.must('windowClerk', { type: 'correctOnSpot', stepId, corrected: [use], note: words.note });
  await it.must('windowClerk', {
    ...notice,
    documentNo: '补1',
    asked: [
      { ...plan, defect: 'missing' },
      { ...use, defect: 'wrong' },
    ],
    mends: [digestOf('the plan'), digestOf('the use')],
  });
  const arrival = { type: 'receiveSupplement', stepId, arrivedOn: today } as const;
  await it.must('windowClerk', { ...arrival, arrived: [plan] });
  await it.must('windowClerk', { type: 'declareSupplied', stepId, declaredOn: today });
  const still = { asked: [{ ...use, defect: 'wrong' }], mends: [digestOf('the use')] } as const;
  await it.must('windowClerk', { ...notice, documentNo: '补2', ...still });
  await it.must('windowClerk', { ...arrival, arrived: [use] });
  await it.must('windowClerk', { type: 'checkIn', stepId, received: [] });
  await it.must('windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
  await it.must('windowClerk', { type: 'withdraw', statement: words.note });
};
