import { describe, expect, it } from 'vitest';
import { lightDaysOf, shineOn } from '../../../domain/case/lights.ts';
import { kinds } from '../../../domain/steps/index.ts';
import { Scene, day } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

const check = { type: 'finishAfterCheck', stepId: 'afterCheck', outcome: 'kept', findings: 'f' } as const;

describe('the step kind afterCheck', () => {
  it.each(stepRules.afterCheck)('$says: $code', (rule) => {
    expect(answerTo(kinds.afterCheck, rule)).toBe(rule.code);
  });

  it('keeps the case open after the service, its time counted from the grant', () => {
    const scene = new Scene('2026-09-14').undertaken('2026-09-14');
    expect([scene.state.status, scene.clock('afterCheck').startedOn, scene.dueOn('afterCheck')]).toEqual([
      'open',
      '2026-09-14',
      '2026-10-16',
    ]);
    scene.must('2026-09-18', 'caseOfficer', { ...check, heldOn: day('2026-09-17') });
    expect([scene.state.status, scene.state.result, scene.clock('afterCheck').endedOn]).toEqual([
      'closed',
      'granted',
      '2026-09-17',
    ]);
    expect(scene.findings()).toEqual([]);
  });

  it('may have been held while the certificate was still on its way', () => {
    const scene = new Scene('2026-09-14').undertaken('2026-09-14', '2026-09-21');
    scene.must('2026-09-21', 'caseOfficer', { ...check, heldOn: day('2026-09-16') });
    expect(scene.clock('afterCheck').endedOn).toBe('2026-09-16');
  });

  it('is warned of before its day and after it, up to the supervisor, and shines red', () => {
    const scene = new Scene('2026-09-14').undertaken('2026-09-14');
    scene.pass('2026-10-20');
    expect(scene.all('WarningRaised').filter(({ clock }) => clock === 'afterCheck')).toMatchObject([
      { rung: 'Y10', level: 'yellow', to: ['caseOfficer', 'sectionChief'] },
      { rung: 'R10', level: 'red', to: ['caseOfficer', 'sectionChief', 'deputyHead', 'supervisor'], on: '2026-10-17' },
    ]);
    expect(shineOn(lightDaysOf(scene.world, scene.clock('afterCheck')), day('2026-10-20'))).toBe('red');
  });

  it('that finds an undertaking untrue revokes nothing: the permit stands, and the finding is for the supervisor', () => {
    const scene = new Scene('2026-09-14').undertaken('2026-09-14');
    scene.must('2026-09-18', 'caseOfficer', { ...check, outcome: 'fail', heldOn: day('2026-09-18') });
    expect(scene.all('AfterCheckFinished')).toMatchObject([{ outcome: 'fail', untrue: true }]);
    expect(scene.all('FindingRecorded')).toMatchObject([{ code: 'undertaking-untrue', stepId: 'afterCheck' }]);
    expect([scene.state.status, scene.state.result, scene.state.certificateNo]).toEqual(['closed', 'granted', '证1']);
  });
});
