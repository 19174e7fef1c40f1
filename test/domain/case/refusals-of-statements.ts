import type { Order } from '../../../domain/case/acts/index.ts';
import type { Role } from '../../../domain/people/roles.ts';
import { Scene, day } from '../../support/scene.ts';

const told = {
  type: 'tellInterested',
  documentNo: '陈1',
  interested: 'n',
  matter: 'm',
  servedOn: day('2026-09-16'),
  stateBy: day('2026-09-22'),
} as const;
const said = { type: 'receiveStatement', views: 's', arrivedOn: day('2026-09-16') } as const;
const answered = { type: 'answerStatement', statementNo: 1, adopted: 'adopted', answer: 'r' } as const;
const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;

/** Reviewed on 2026-09-14; then these orders, then what is refused on 2026-09-17. */
function after(before: readonly Order[], who: Role, order: Order) {
  return () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    for (const one of before) scene.must('2026-09-16', 'caseOfficer', one);
    return { scene, on: '2026-09-17', who, order };
  };
}

/** A scenario for each refusal of 陈述、申辩. */
export const ofStatements = {
  'not-in-review': () => ({
    scene: new Scene('2026-09-14'),
    on: '2026-09-17',
    who: 'caseOfficer' as const,
    order: said,
  }),
  'statement-time-too-short': after([], 'caseOfficer', { ...told, stateBy: day('2026-09-16') }),
  'statement-day-invalid': after([], 'caseOfficer', { ...said, arrivedOn: day('2026-09-18') }),
  'nobody-told': after([], 'caseOfficer', { ...said, toldNo: 1 }),
  'no-statement-to-answer': after([], 'caseOfficer', answered),
  'statement-awaited': after([told], 'approver', grant),
  'statement-unanswered': after([said], 'approver', grant),
} as const;
