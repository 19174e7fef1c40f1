import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene, day } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind siteInspection', () => {
  it.each(stepRules.siteInspection)('$says: $code', (rule) => {
    expect(answerTo(kinds.siteInspection, rule)).toBe(rule.code);
  });

  it('ends on the day it was held', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14').started('2026-09-16', 'site', 'siteInspector');
    const order = {
      type: 'finishInspection',
      stepId: 'site',
      outcome: 'pass',
      inspectors: ['i', 'j'],
      findings: 'f',
    } as const;
    scene.must('2026-09-22', 'siteInspector', { ...order, heldOn: day('2026-09-18') });
    expect(scene.clock('promise:site').endedOn).toBe('2026-09-18');
    expect(scene.clock('promised').stops).toEqual([{ from: '2026-09-16', to: '2026-09-18', stepId: 'site' }]);
  });
});
