import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind decision', () => {
  it.each(stepRules.decision)('$says: $code', (rule) => {
    expect(answerTo(kinds.decision, rule)).toBe(rule.code);
  });

  it('is never made by silence: long past every due date the case is undecided', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    scene.pass('2027-06-01');
    expect(scene.state).toMatchObject({ status: 'open', decision: null });
  });
});
