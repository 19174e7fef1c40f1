import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind acceptance', () => {
  it.each(stepRules.acceptance)('$says: $code', (rule) => {
    expect(answerTo(kinds.acceptance, rule)).toBe(rule.code);
  });

  it('starts the case clocks by accepting, and closes the case by refusing', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    expect([scene.state.acceptedOn, scene.clock('statutory').startedOn]).toEqual(['2026-09-14', '2026-09-14']);
  });
});
