import { describe, expect, it } from 'vitest';

import { kinds } from '../../../domain/steps/index.ts';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, at, day, person } from '../../support/scene.ts';
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

  /** Experts and inspection both against the applicant. */
  const opposed = () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14').started('2026-09-15', 'experts', 'caseOfficer');
    scene.started('2026-09-15', 'site', 'siteInspector');
    scene.must('2026-09-16', 'caseOfficer', { ...expertOpinion, outcome: 'fail' });
    const seen = { heldOn: day('2026-09-16'), inspectors: ['i', 'j'], findings: 'f', outcome: 'fail' };
    scene.must('2026-09-16', 'siteInspector', { type: 'finishInspection', stepId: 'site', ...seen });
    return scene;
  };
  const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;

  it('fault B8: grants against opinions with reasons only, and each is a finding that the supervisor is told of', () => {
    const scene = opposed();
    const refused = scene.give('2026-09-17', person('approver'), grant);
    expect(refused).toMatchObject({ code: 'reasons-required', about: { steps: ['experts', 'site'] } });
    const facts = scene.must('2026-09-17', 'approver', { ...grant, reasons: 'r' });
    expect(scene.findings()).toEqual(['granted-against-opinion null', 'granted-against-opinion null']);
    expect(scene.all('FindingRecorded').map(({ stepId }) => stepId)).toEqual(['experts', 'site']);
    const told = messageRowsOf(facts, scene.world, scene.state).filter(({ kind }) => kind === 'FindingRecorded');
    expect(told.map(({ role, refId }) => [role, refId])).toEqual([
      ['supervisor', 'experts'],
      ['supervisor', 'site'],
    ]);
  });

  it('asks a case that was filed before rules 4 for nothing new', () => {
    const scene = opposed();
    const { filedUnder: _later, ...state } = scene.state;
    scene.state = state;
    scene.must('2026-09-17', 'approver', grant);
    expect(scene.findings()).toEqual([]);
  });

  it('fault B14: grants nothing while a deferred material is still to come, and may refuse where no undertaking gives it time', () => {
    const materials = ['form', 'proof'].map((id) => ({ id, sha256: null, received: id === 'form' }));
    const { deferral: _, ...limits } = testFlow.limits;
    const scene = new Scene('2026-09-14', { materials }, { ...testFlow, limits }).reviewed('2026-09-14', 'plain');
    expect(scene.give('2026-09-15', person('approver'), grant)).toMatchObject({
      code: 'materials-missing',
      about: { materials: ['proof'] },
    });
    const refuse = { ...grant, outcome: 'refuse', reasons: 'r', remedy: 'm' } as const;
    expect(scene.tryOut(at('2026-09-15'), person('approver'), refuse)).toHaveProperty('facts');

    expect(scene.refused('2026-09-15', 'windowClerk', { type: 'receiveMaterials', received: ['form'] })).toBe(
      'nothing-to-receive',
    );
    expect(scene.refused('2026-09-15', 'windowClerk', { type: 'receiveMaterials', received: ['odd'] })).toBe(
      'unknown-material',
    );
    scene.must('2026-09-15', 'windowClerk', { type: 'receiveMaterials', received: ['form', 'proof'] });
    expect(scene.all('MaterialsReceived')).toEqual([{ type: 'MaterialsReceived', received: ['proof'] }]);
    scene.must('2026-09-15', 'approver', grant);
  });
});
