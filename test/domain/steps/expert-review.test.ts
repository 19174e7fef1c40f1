import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind expertReview', () => {
  it.each(stepRules.expertReview)('$says: $code', (rule) => {
    expect(answerTo(kinds.expertReview, rule)).toBe(rule.code);
  });

  it('keeps its experts in the journal as digests', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14').started('2026-09-16', 'experts', 'caseOfficer');
    scene.must('2026-09-18', 'caseOfficer', expertOpinion);
    expect(scene.all('ExpertReviewFinished')[0]?.experts).toEqual(['x', 'y', 'z']);
  });
});
