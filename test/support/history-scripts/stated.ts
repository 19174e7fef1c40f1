import { addDays, civilDateOf } from '../../../domain/clock/civil-date.ts';
import { accepted, digestOf, reviewed } from '../driven-case.ts';
import { taken, words } from './script.ts';
import type { Script } from './script.ts';

/** Somebody is told that the permit concerns him, speaks, and is answered before it is refused. */
export const stated: Script = async (product, it) => {
  const on = civilDateOf(product.now());
  await accepted(it);
  await reviewed(it, 'plain');
  const notice = { documentNo: '陈1', servedOn: on, stateBy: addDays(on, 5), matter: words.reason } as const;
  await it.must('caseOfficer', { type: 'tellInterested', interested: digestOf('interested'), ...notice });
  await it.must('windowClerk', { type: 'receiveStatement', toldNo: 1, arrivedOn: on, views: words.opinion });
  const answer = { statementNo: 1, adopted: 'adopted', answer: words.note } as const;
  await it.must('caseOfficer', { type: 'answerStatement', ...answer });
  const decision = { outcome: 'refuse', documentNo: '决1', reasons: words.reason, remedy: words.note } as const;
  await it.must('approver', { type: 'makeDecision', stepId: 'decision', ...decision });
  await it.must('certificateClerk', { type: 'deliver', stepId: 'delivery', ...taken, servedOn: on });
};
