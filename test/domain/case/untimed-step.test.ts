import { describe, expect, it } from 'vitest';

import { standingOn } from '../../../domain/clock/reckon.ts';
import { ledgerOf } from '../../../domain/case/clocks.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, day, lineOf, person } from '../../support/scene.ts';

const request = { type: 'requestUntimedStep', stepId: 'experts', reason: 'r' } as const;
const approve = { type: 'approveUntimedStep', stepId: 'experts' } as const;
const decline = { type: 'declineUntimedStep', stepId: 'experts', reason: 'r' } as const;
const start = { type: 'startUntimedStep', stepId: 'experts' } as const;
const notice = (servedOn: string) =>
  ({ type: 'recordNotice', stepId: 'experts', documentNo: '告1', servedOn: day(servedOn) }) as const;
const inspected = (heldOn: string) =>
  ({
    type: 'finishInspection',
    stepId: 'site',
    outcome: 'pass',
    heldOn: day(heldOn),
    inspectors: ['i', 'j'],
    findings: 'f',
  }) as const;

/** Accepted and reviewed 2026-03-02: statutory due 03-30, promised due 03-23. */
const opened = (outcome = 'pass') => new Scene('2026-03-02').reviewed('2026-03-02', outcome);
const both = { id: 'both', posts: [...person('caseOfficer').posts, ...person('sectionChief').posts] };

describe('the life of an untimed step', () => {
  it('waits, is requested, approved, told in writing, started and ended with a result', () => {
    const scene = opened();
    const phase = () => scene.step('experts').phase;
    expect(phase()).toBe('waiting');
    scene.must('2026-03-04', 'caseOfficer', request);
    expect(phase()).toBe('requested');
    scene.must('2026-03-05', 'sectionChief', approve);
    expect(phase()).toBe('approved');
    scene.must('2026-03-06', 'caseOfficer', notice('2026-03-06'));
    expect(scene.step('experts').notice).toEqual({ documentNo: '告1', servedOn: '2026-03-06' });
    expect(scene.must('2026-03-09', 'caseOfficer', start).map(lineOf)).toEqual([
      'UntimedStepStarted experts 2026-03-09',
      'ClockEnded start:experts 2026-03-09',
      'ClockStopped statutory experts 2026-03-09',
      'DeadlineSet statutory none 2026-03-09',
      'ClockStopped promised experts 2026-03-09',
      'DeadlineSet promised none 2026-03-09',
      'ClockStarted promise:experts experts 2026-03-09',
      'DeadlineSet promise:experts 2026-03-23 2026-03-09',
    ]);
    expect(scene.step('experts')).toMatchObject({
      phase: 'running',
      startedOn: '2026-03-09',
      approvedBy: 'sectionChief',
    });
    scene.must('2026-03-20', 'caseOfficer', expertOpinion);
    expect(scene.step('experts')).toMatchObject({ outcome: 'pass', finishedBy: 'caseOfficer' });
    expect(scene.dueOn('statutory')).toBe('2026-04-13');
    expect(scene.clock('promise:experts').endedOn).toBe('2026-03-20');
  });

  it('stops neither clock by request, approval or notice, only from the day of the start', () => {
    const scene = opened();
    scene.must('2026-03-04', 'caseOfficer', request);
    scene.must('2026-03-05', 'sectionChief', approve);
    scene.must('2026-03-06', 'caseOfficer', notice('2026-03-05'));
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual(['2026-03-30', '2026-03-23']);
    scene.must('2026-03-11', 'caseOfficer', start);
    expect(scene.clock('statutory').stops).toEqual([{ from: '2026-03-11', to: null, stepId: 'experts' }]);
    expect(scene.clock('promise:experts').startedOn).toBe('2026-03-11');
  });

  it('is approved by somebody else than asked for it, also when that person holds both posts', () => {
    const scene = opened();
    scene.give('2026-03-04', both, request);
    expect(scene.refused('2026-03-04', both, approve)).toBe('four-eyes');
    expect(scene.refused('2026-03-04', 'caseOfficer', approve)).toBe('not-allowed');
    scene.must('2026-03-04', 'sectionChief', approve);
  });

  it('is declined and asked for again, then approved by whom asked before', () => {
    const scene = opened();
    scene.give('2026-03-04', both, request);
    scene.must('2026-03-04', 'sectionChief', decline);
    expect(scene.step('experts')).toMatchObject({ phase: 'waiting', requestedBy: null });
    expect(scene.refused('2026-03-05', 'sectionChief', approve)).toBe('untimed-step-phase');
    scene.must('2026-03-05', 'caseOfficer', request);
    scene.give('2026-03-05', both, approve);
    expect(scene.step('experts')).toMatchObject({ phase: 'approved', requestedBy: 'caseOfficer', approvedBy: 'both' });
  });

  it('trap 15: is not started without the written notice (XKF 45), nor ended before its start', () => {
    const scene = opened();
    expect(scene.refused('2026-03-04', 'caseOfficer', expertOpinion)).toBe('untimed-step-phase');
    scene.must('2026-03-04', 'caseOfficer', request);
    scene.must('2026-03-04', 'sectionChief', approve);
    expect(scene.refused('2026-03-04', 'caseOfficer', start)).toBe('notice-required');
    scene.must('2026-03-04', 'caseOfficer', notice('2026-03-04'));
    scene.must('2026-03-04', 'caseOfficer', start);
    expect(scene.refused('2026-03-04', 'caseOfficer', start)).toBe('untimed-step-phase');
  });

  it.each([
    ['2026-03-03', 'notice-day-invalid'],
    ['2026-03-04', 'notice-day-invalid'],
    ['2026-03-05', null],
    ['2026-03-06', null],
    ['2026-03-07', 'notice-day-invalid'],
  ])('fault B9: takes a notice served from the approval it tells of to today: %s', (servedOn, code) => {
    const scene = opened();
    scene.must('2026-03-04', 'caseOfficer', request);
    scene.must('2026-03-05', 'sectionChief', approve);
    if (code === null) scene.must('2026-03-06', 'caseOfficer', notice(servedOn));
    else expect(scene.refused('2026-03-06', 'caseOfficer', notice(servedOn))).toBe(code);
  });

  it('under older rules knows no day of the approval: their states keep their bytes', () => {
    const scene = opened();
    scene.state = { ...scene.state, rules: 3 };
    scene.give('2026-03-04', person('caseOfficer'), request, { rules: 3 });
    scene.give('2026-03-05', person('sectionChief'), approve, { rules: 3 });
    expect(Object.keys(scene.step('experts'))).not.toContain('approvedOn');
  });

  it('trap 5: stops the promised clock only, where its basis is no more than that', () => {
    const scene = opened().started('2026-03-09', 'site', 'siteInspector');
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual(['2026-03-30', null]);
    scene.must('2026-03-13', 'siteInspector', inspected('2026-03-13'));
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual(['2026-03-30', '2026-03-27']);
  });

  it('stops both clocks for a hearing with a deputy head as its approver', () => {
    const scene = opened('hearing').started('2026-03-09', 'hearing', 'hearingOfficer', 'deputyHead');
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual([null, null]);
    expect(scene.dueOn('promise:hearing')).toBe('2026-04-07');
  });
});

describe('a stop near or past the due date', () => {
  it('is a finding on the last day and holds the date while the procedure lasts', () => {
    const scene = opened().started('2026-03-30', 'experts', 'caseOfficer');
    expect(scene.findings()).toEqual(['stopped-on-last-day statutory', 'stopped-after-due promised']);
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual([null, '2026-03-23']);
    scene.pass('2026-04-09');
    expect(scene.raised('statutory').filter((rung) => rung.startsWith('R2'))).toEqual([]);
    scene.must('2026-04-10', 'caseOfficer', expertOpinion);
    expect(scene.dueOn('statutory')).toBe('2026-04-10');
  });

  it('is no finding a day before', () => {
    expect(opened().started('2026-03-27', 'experts', 'caseOfficer').findings()).toEqual(['stopped-after-due promised']);
    expect(opened().started('2026-03-20', 'experts', 'caseOfficer').findings()).toEqual([]);
  });

  it('never cures an overdue', () => {
    const scene = opened().started('2026-03-31', 'experts', 'caseOfficer');
    expect(scene.findings()).toEqual(['stopped-after-due statutory', 'stopped-after-due promised']);
    scene.must('2026-04-10', 'caseOfficer', expertOpinion);
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual(['2026-03-30', '2026-03-23']);
    const standing = standingOn(ledgerOf(scene.clock('statutory')), scene.world.calendar, day('2026-04-10'));
    expect(standing).toMatchObject({ overdue: true, remaining: -8 });
    expect(scene.raised('statutory').filter((rung) => rung.startsWith('R2'))).toEqual(['R2 2026-03-31']);
  });
});

describe('a procedure entered later than it was held', () => {
  it('ends its promise and lets the clock run on from the day it was held', () => {
    const scene = opened().started('2026-03-04', 'site', 'siteInspector');
    const facts = scene.must('2026-03-17', 'siteInspector', inspected('2026-03-06')).map(lineOf);
    expect(facts.slice(facts.indexOf('InspectionFinished site pass 2026-03-06'))).toEqual([
      'InspectionFinished site pass 2026-03-06',
      'StepFinished site pass',
      'ClockEnded promise:site 2026-03-06',
      'WarningAnnulled promise:site 2026-03-06',
      'WarningAnnulled promise:site 2026-03-06',
      'FindingRecorded promise:site site entered-late',
      'ClockResumed promised site 2026-03-06',
      'DeadlineSet promised 2026-03-25 2026-03-06',
    ]);
    expect(scene.step('site').finishedAt).toBe(scene.state.last);
  });

  it('raises at once, in order and at their civil days, the rungs passed since it was held', () => {
    const scene = opened().started('2026-03-04', 'site', 'siteInspector');
    scene.must('2026-03-26', 'siteInspector', inspected('2026-03-04'));
    expect(scene.raised('promised')).toEqual(['W1 2026-03-18', 'Y1-promised 2026-03-20', 'R1 2026-03-24']);
    const tick = scene.facts.filter((fact) => fact.body.type === 'WarningRaised' && fact.body.clock === 'promised');
    expect(tick.every((fact) => fact.recordedAt === scene.state.last && fact.requestId === 'tick')).toBe(true);
  });

  it.each([
    ['2026-03-03', 'held-on-invalid'],
    ['2026-03-10', 'held-on-invalid'],
  ])('cannot have been held before its start or in the future: %s', (heldOn, code) => {
    const scene = opened().started('2026-03-04', 'site', 'siteInspector');
    expect(scene.refused('2026-03-09', 'siteInspector', inspected(heldOn))).toBe(code);
  });
});
