import { accepted, digestOf } from '../driven-case.ts';
import { fastForward } from '../time-skipping.ts';
import type { Script } from './script.ts';

const dayMs = 86_400_000;

/** Past its limits, then withdrawn. */
export const withdrawn: Script = async (product, it) => {
  await accepted(it);
  await fastForward(product, it.caseId, 50 * dayMs);
  await it.must('windowClerk', { type: 'withdraw', statement: digestOf('statement') });
};
