import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene, person } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind review', () => {
  it.each(stepRules.review)('$says: $code', (rule) => {
    expect(answerTo(kinds.review, rule)).toBe(rule.code);
  });

  it('remembers who reviewed, so that this person presides no hearing', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    expect(scene.state.handledBy).toEqual(['caseOfficer']);
  });

  it('is not done by the person who presided the hearing (XKF 48)', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.state = { ...scene.state, presidedBy: ['caseOfficer'] };
    const order = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' } as const;
    expect(scene.give('2026-09-15', person('caseOfficer'), order)).toMatchObject({ code: 'presider-is-reviewer' });
    expect(scene.give('2026-09-15', person('caseOfficer', 'somebody else'), order)).not.toHaveProperty('code');
  });
});
