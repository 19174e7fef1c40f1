import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { Scene, day } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind hearing', () => {
  it.each(stepRules.hearing)('$says: $code', (rule) => {
    expect(answerTo(kinds.hearing, rule)).toBe(rule.code);
  });

  it('ends on the day it was held and keeps presider and record', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    scene.started('2026-09-16', 'hearing', 'hearingOfficer', 'deputyHead');
    const order = { type: 'finishHearing', stepId: 'hearing', outcome: 'held', presider: 'p', record: 'r' } as const;
    scene.must('2026-09-22', 'hearingOfficer', { ...order, heldOn: day('2026-09-18') });
    expect(scene.all('HearingFinished')[0]).toMatchObject({ presider: 'p', record: 'r', heldOn: '2026-09-18' });
    expect(scene.clock('statutory').stops).toEqual([{ from: '2026-09-16', to: '2026-09-18', stepId: 'hearing' }]);
  });

  it('fault B10: is waived with a day and a statement, before its start too, and the case goes on', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    const order = { type: 'waiveHearing', stepId: 'hearing', statement: 's' } as const;
    scene.must('2026-09-16', 'hearingOfficer', { ...order, waivedOn: day('2026-09-15') });
    expect(scene.step('hearing').outcome).toBe('waived');
    expect(scene.state.steps.at(-1)?.id).toBe('decision');
    expect(scene.state.presidedBy).toEqual([]);
  });

  it('fault B10: is waived while it runs: the clocks run on from that day', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'hearing');
    scene.started('2026-09-16', 'hearing', 'hearingOfficer', 'deputyHead');
    const order = { type: 'waiveHearing', stepId: 'hearing', statement: 's' } as const;
    scene.must('2026-09-22', 'hearingOfficer', { ...order, waivedOn: day('2026-09-18') });
    expect(scene.clock('statutory').stops).toEqual([{ from: '2026-09-16', to: '2026-09-18', stepId: 'hearing' }]);
  });
});
