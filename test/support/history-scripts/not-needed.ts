import { words } from './script.ts';
import type { Script } from './script.ts';

/** The shortest case: no permit is needed, which is told while a paper is still missing. */
export const notNeeded: Script = async (_, it) => {
  const answer = { reasons: words.reason, remedy: words.note, documentNo: '不受1' };
  await it.must('windowClerk', { type: 'answerNotNeeded', stepId: 'intake', ...answer });
};
