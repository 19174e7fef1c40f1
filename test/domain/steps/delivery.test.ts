import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene, day } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind delivery', () => {
  it.each(stepRules.delivery)('$says: $code', (rule) => {
    expect(answerTo(kinds.delivery, rule)).toBe(rule.code);
  });

  it('ends its clock on the day of service', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-15', 'refuse');
    const order = { type: 'deliver', stepId: 'delivery', mode: 'posted', servedOn: day('2026-09-16') } as const;
    scene.must('2026-09-22', 'certificateClerk', order);
    expect(scene.clock('delivery').endedOn).toBe('2026-09-16');
  });
});
