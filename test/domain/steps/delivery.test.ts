import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { handedOut, postedOn } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

describe('the step kind delivery', () => {
  it.each(stepRules.delivery)('$says: $code', (rule) => {
    expect(answerTo(kinds.delivery, rule)).toBe(rule.code);
  });

  it('fault A6: is not dated before the certificate was there', () => {
    const scene = new Scene('2026-03-02').decided('2026-03-03');
    const certificate = { type: 'issueCertificate', stepId: 'certificate', certificateNo: '证1' } as const;
    scene.must('2026-03-25', 'certificateClerk', { ...certificate, validFrom: day('2026-03-25'), validUntil: null });
    const order = { type: 'deliver', stepId: 'delivery', ...postedOn(day('2026-03-25')) } as const;
    const on = (servedOn: string) => ({ ...order, servedOn: day(servedOn) });
    expect(scene.refused('2026-03-26', 'certificateClerk', on('2026-03-05'))).toBe('served-on-invalid');
    scene.must('2026-03-26', 'certificateClerk', on('2026-03-25'));
    expect([scene.dueOn('delivery'), scene.clock('delivery').endedOn]).toEqual(['2026-03-17', '2026-03-25']);
    expect(scene.raised('delivery')).toEqual(['R5 2026-03-18']);
  });

  it('ends its clock on the day of service', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-15', 'refuse');
    const order = { type: 'deliver', stepId: 'delivery', ...handedOut, servedOn: day('2026-09-16') } as const;
    scene.must('2026-09-22', 'certificateClerk', order);
    expect(scene.clock('delivery').endedOn).toBe('2026-09-16');
  });
});
