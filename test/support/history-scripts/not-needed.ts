import { words } from './script.ts';
import type { Script } from './script.ts';

/** The shortest case: acceptance is refused, nothing had to be approved. */
export const notNeeded: Script = async (_, it) => {
  await it.must('windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
  const answer = { ground: 'notNeeded', reasons: words.reason, documentNo: '不受1' } as const;
  await it.must('windowClerk', { type: 'refuseAcceptance', stepId: 'acceptance', ...answer });
};
