import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind certificate', () => {
  it.each(stepRules.certificate)('$says: $code', (rule) => {
    expect(answerTo(kinds.certificate, rule)).toBe(rule.code);
  });

  it('is skipped for a refusal', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-15', 'refuse');
    expect(scene.state.steps.map((step) => step.id)).not.toContain('certificate');
  });
});
