import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind intake', () => {
  it.each(stepRules.intake)('$says: $code', (rule) => {
    expect(answerTo(kinds.intake, rule)).toBe(rule.code);
  });

  it('records what it received and opens the acceptance', () => {
    const scene = new Scene('2026-09-14');
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    expect(scene.state.received).toEqual(['form', 'extra', 'proof', 'plan']);
    expect(scene.step('acceptance').outcome).toBeNull();
  });
});
