import { describe, expect, it } from 'vitest';
import { isSettledFor } from '../../../domain/case/acknowledging.ts';
import { warningRowsOf } from '../../../db/projections/warning-rows.ts';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { expertOpinion, postedOn } from '../../support/good-order.ts';
import { Scene, day } from '../../support/scene.ts';

/** An inspection promised for 2026-03-11. */
const inspecting = () => new Scene('2026-03-02').reviewed('2026-03-02').started('2026-03-04', 'site', 'siteInspector');
const finish = (scene: Scene, on: string, heldOn: string) =>
  scene.must(on, 'siteInspector', {
    type: 'finishInspection',
    stepId: 'site',
    outcome: 'pass',
    heldOn: day(heldOn),
    inspectors: ['i', 'j'],
    findings: 'f',
  });

describe('what is entered later than it happened', () => {
  it('fault A8: annuls the warnings that its clock had not earned, says why, and stays a finding', () => {
    const scene = inspecting();
    expect(scene.dueOn('promise:site')).toBe('2026-03-11');
    scene.pass('2026-03-13');
    scene.must('2026-03-13', 'windowLead', { type: 'acknowledge', warningId: scene.state.warnings.at(-1)?.id ?? '' });
    const facts = finish(scene, '2026-03-17', '2026-03-06');
    expect(scene.raised('promise:site')).toEqual(['Y2 2026-03-10', 'R3 2026-03-12']);
    const ids = scene.all('WarningRaised').flatMap((one) => (one.clock === 'promise:site' ? [one.warningId] : []));
    expect(scene.all('WarningAnnulled')).toEqual(
      ids.map((warningId) => ({ type: 'WarningAnnulled', warningId, clock: 'promise:site', endedOn: '2026-03-06' })),
    );
    expect(scene.findings()).toContain('entered-late promise:site');
    for (const warning of scene.state.warnings.filter(({ id }) => ids.includes(id))) {
      expect(isSettledFor(warning, 'supervisor', 'anyone')).toBe(true);
    }
    const told = messageRowsOf(facts, scene.world, scene.state).filter(({ kind }) => kind === 'WarningAnnulled');
    expect(told.map(({ role }) => role)).toEqual([
      'siteInspector',
      'windowLead',
      'siteInspector',
      'windowLead',
      'supervisor',
    ]);
    expect(warningRowsOf(scene.facts, scene.state).raised.filter(({ endedOn }) => endedOn !== null)).toMatchObject([
      { rung: 'Y2', endedOn: '2026-03-06', annulledAt: expect.any(Date) },
      { rung: 'R3', endedOn: '2026-03-06', annulledAt: expect.any(Date) },
    ]);
  });

  it('fault A7: an opinion that is entered late buys no time', () => {
    const scene = new Scene('2026-03-02').reviewed('2026-03-02').started('2026-03-02', 'experts', 'caseOfficer');
    scene.must('2026-03-20', 'caseOfficer', { ...expertOpinion, heldOn: day('2026-03-11') });
    expect(scene.dueOn('promised')).toBe('2026-04-01');
    expect(scene.clock('promise:experts').endedOn).toBe('2026-03-11');
    expect(scene.all('ExpertReviewFinished')).toMatchObject([{ heldOn: '2026-03-11' }]);
  });

  it('fault A7: every untimed step says its day, one of no kind of its own as well', () => {
    const promise = { ...testFlow.limits.notice, count: 10 };
    const body = JSON.parse(
      JSON.stringify(testFlow.body).replace('"kind":"expertReview"', '"kind":"review"'),
    ) as typeof testFlow.body;
    const scene = new Scene('2026-03-02', {}, { ...testFlow, body, limits: { ...testFlow.limits, start: promise } });
    scene.reviewed('2026-03-02').started('2026-03-02', 'experts', 'caseOfficer');
    const order = { type: 'finishReview', stepId: 'experts', outcome: 'pass', opinion: 'o' } as const;
    expect(scene.refused('2026-03-20', 'caseOfficer', order)).toBe('held-on-invalid');
    scene.must('2026-03-20', 'caseOfficer', { ...order, heldOn: day('2026-03-11') });
    expect(scene.dueOn('promised')).toBe('2026-04-01');
  });

  it('leaves the warnings of days up to its own, and says nothing where none came after', () => {
    const reached = inspecting();
    reached.pass('2026-03-13');
    finish(reached, '2026-03-17', '2026-03-10');
    expect(reached.all('WarningAnnulled').map(({ warningId }) => warningId.split(':').at(-1))).toEqual(['R3']);
    const inTime = inspecting();
    finish(inTime, '2026-03-09', '2026-03-06');
    expect([inTime.all('WarningAnnulled'), inTime.findings()]).toEqual([[], []]);
  });

  it('fault A8: holds for a service as well', () => {
    const scene = new Scene('2026-03-02').decided('2026-03-03', 'refuse');
    scene.pass('2026-03-20');
    const order = { type: 'deliver', stepId: 'delivery', ...postedOn(day('2026-03-09')) } as const;
    scene.must('2026-03-20', 'certificateClerk', { ...order, servedOn: day('2026-03-10') });
    expect(scene.raised('delivery')).toEqual(['R5 2026-03-18']);
    expect(scene.all('WarningAnnulled')).toHaveLength(1);
    expect(scene.findings()).toEqual(['entered-late delivery']);
  });
});
