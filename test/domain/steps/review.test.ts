import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind review', () => {
  it.each(stepRules.review)('$says: $code', (rule) => {
    expect(answerTo(kinds.review, rule)).toBe(rule.code);
  });

  it('remembers who reviewed, so that this person presides no hearing', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    expect(scene.state.handledBy).toEqual(['caseOfficer']);
  });
});
