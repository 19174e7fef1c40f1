import { describe, expect, it } from 'vitest';
import { Scene, day, lineOf } from '../../support/scene.ts';

const told = { type: 'tellInterested', documentNo: '陈1', interested: 'n', matter: 'm' } as const;
const said = { type: 'receiveStatement', views: 's' } as const;
const answered = { type: 'answerStatement', adopted: 'notAdopted', answer: 'r' } as const;
const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;

/** Accepted and reviewed on 2026-03-03; told on the 4th of the right to speak until the 10th. */
function telling(): Scene {
  const scene = new Scene('2026-03-02').reviewed('2026-03-03', 'plain');
  scene.must('2026-03-04', 'caseOfficer', { ...told, servedOn: day('2026-03-04'), stateBy: day('2026-03-10') });
  return scene;
}

describe('陈述、申辩 before the decision (XKF 36)', () => {
  it('who was told may speak to the end of the last day, and nothing is decided meanwhile; no clock stops', () => {
    const scene = telling();
    const dueOn = scene.dueOn('statutory');
    expect(scene.refused('2026-03-10', 'approver', grant)).toBe('statement-awaited');
    expect(scene.dueOn('statutory')).toBe(dueOn);
    scene.must('2026-03-11', 'approver', grant);
    expect(scene.state.decision).toBe('grant');
  });

  it('what was said is answered before the decision, and who has spoken is waited for no longer', () => {
    const scene = telling();
    const facts = scene.must('2026-03-05', 'windowClerk', { ...said, toldNo: 1, arrivedOn: day('2026-03-05') });
    expect(facts.map(lineOf)).toEqual(['StatementReceived']);
    expect(scene.refused('2026-03-06', 'approver', grant)).toBe('statement-unanswered');
    scene.must('2026-03-06', 'caseOfficer', { ...answered, statementNo: 1 });
    expect(scene.refused('2026-03-06', 'caseOfficer', { ...answered, statementNo: 1 })).toBe('no-statement-to-answer');
    scene.must('2026-03-06', 'approver', grant);
  });

  it('each who was told is waited for alone', () => {
    const scene = telling();
    scene.must('2026-03-05', 'caseOfficer', {
      ...told,
      documentNo: '陈2',
      servedOn: day('2026-03-05'),
      stateBy: day('2026-03-12'),
    });
    scene.must('2026-03-05', 'windowClerk', { ...said, toldNo: 1, arrivedOn: day('2026-03-05') });
    scene.must('2026-03-06', 'caseOfficer', { ...answered, statementNo: 1 });
    expect(scene.refused('2026-03-12', 'approver', grant)).toBe('statement-awaited');
    scene.must('2026-03-13', 'approver', grant);
  });

  it('the applicant may speak without being told, and is answered too', () => {
    const scene = new Scene('2026-03-02').reviewed('2026-03-03', 'plain');
    expect(scene.state.statements).toBeUndefined();
    scene.must('2026-03-04', 'windowClerk', { ...said, arrivedOn: day('2026-03-04') });
    expect(scene.refused('2026-03-04', 'approver', grant)).toBe('statement-unanswered');
  });

  it('stands between acceptance and decision, on days of that time, with a time to speak', () => {
    const early = new Scene('2026-03-02');
    const notice = { ...told, servedOn: day('2026-03-03'), stateBy: day('2026-03-10') };
    expect(early.refused('2026-03-03', 'caseOfficer', notice)).toBe('not-in-review');
    const scene = telling();
    expect(scene.refused('2026-03-05', 'caseOfficer', { ...notice, stateBy: day('2026-03-03') })).toBe(
      'statement-time-too-short',
    );
    expect(scene.refused('2026-03-05', 'caseOfficer', { ...notice, servedOn: day('2026-03-06') })).toBe(
      'statement-day-invalid',
    );
    expect(scene.refused('2026-03-05', 'windowClerk', { ...said, toldNo: 2, arrivedOn: day('2026-03-05') })).toBe(
      'nobody-told',
    );
    expect(scene.refused('2026-03-05', 'windowClerk', notice)).toBe('not-allowed');
  });
});
