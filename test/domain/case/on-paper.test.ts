import { describe, expect, it } from 'vitest';
import type { Order } from '../../../domain/case/acts/index.ts';
import { Scene, day, lineOf, person } from '../../support/scene.ts';

const checkIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const refusal = { stepId: 'intake', reasons: 'r', remedy: 'm', documentNo: '不受1' } as const;
const notCompetent = { type: 'refuseAcceptance', ...refusal, competentAgency: 'a' } as const;
const notNeeded = { type: 'answerNotNeeded', ...refusal } as const;
const servedOn = (on: string) => ({ servedOn: day(on), evidence: 'e' });

/** Received on Friday 2026-09-18; that nobody answered by Thursday 2026-09-24 was seen at three in the next morning. */
const unheard = () => {
  const scene = new Scene('2026-09-18');
  scene.pass('2026-09-25', '03:00');
  return scene;
};
const told = (scene: Scene, who: 'windowClerk' | 'windowLead', order: Order) =>
  scene
    .must('2026-09-25', who, order)
    .map(lineOf)
    .filter((line) => !line.startsWith('DeadlineSet'));

describe('12.1.2: an acceptance that was served in time and is entered after the limit', () => {
  it('stands against the silence, and the case counts from its day', () => {
    const scene = unheard();
    scene.must('2026-09-25', 'windowClerk', checkIn);
    expect(told(scene, 'windowClerk', { ...accept, ...servedOn('2026-09-22') })).toEqual([
      'CaseAccepted acceptance 2026-09-22',
      'StepFinished acceptance accepted',
      'ClockEnded notice 2026-09-22',
      'WarningAnnulled notice 2026-09-22',
      'WarningAnnulled notice 2026-09-22',
      'FindingRecorded notice entered-late',
      'ClockStarted statutory 2026-09-22',
      'ClockStarted promised 2026-09-22',
      'StepOpened review 2026-09-25',
      'ClockStarted step:review review 2026-09-25',
    ]);
    expect([scene.state.acceptedOn, scene.state.silence?.state]).toEqual(['2026-09-22', 'defeated']);
    expect(scene.refused('2026-09-25', 'windowLead', { type: 'confirmSilence' })).toBe('no-silence-to-confirm');
  });

  it('is proved, lies between the application and the limit, and is no answer of today', () => {
    const scene = unheard();
    scene.must('2026-09-25', 'windowClerk', checkIn);
    const orders = [
      [accept, 'silence-to-confirm'],
      [{ ...accept, ...servedOn('2026-09-25') }, 'silence-to-confirm'],
      [{ ...accept, servedOn: day('2026-09-22') }, 'answer-evidence-required'],
      [{ ...accept, ...servedOn('2026-09-17') }, 'answer-day-invalid'],
    ] as const;
    for (const [order, code] of orders) expect(scene.refused('2026-09-25', 'windowClerk', order)).toBe(code);
  });

  it('of yesterday needs its proof as well, and dates the acceptance', () => {
    const scene = new Scene('2026-09-18');
    scene.must('2026-09-21', 'windowClerk', checkIn);
    scene.must('2026-09-22', 'windowClerk', { ...accept, ...servedOn('2026-09-21') });
    expect(scene.all('CaseAccepted')).toEqual([
      { type: 'CaseAccepted', stepId: 'acceptance', documentNo: '受1', on: '2026-09-21', evidence: 'e' },
    ]);
    expect([scene.clock('statutory').startedOn, scene.clock('notice').endedOn]).toEqual(['2026-09-21', '2026-09-21']);
    expect(scene.findings()).toEqual([]);
  });

  it('comes too late where silence has accepted: the notice then bears its true date', () => {
    const scene = new Scene('2026-09-18');
    scene.pass('2026-09-25', '00:10');
    scene.must('2026-09-25', 'windowClerk', checkIn);
    expect(scene.refused('2026-09-25', 'windowClerk', { ...accept, ...servedOn('2026-09-22') })).toBe(
      'accepted-by-silence',
    );
  });

  it('cannot have come before what was asked for', () => {
    const scene = new Scene('2026-09-18');
    const use = { kind: 'field', id: 'use' } as const;
    const notice = { documentNo: '补1', asked: [{ ...use, defect: 'wrong' }], mends: ['w'], consequence: 'q' } as const;
    const ask = { type: 'askSupplement', stepId: 'intake', servedOn: day('2026-09-18'), ...notice } as const;
    scene.must('2026-09-18', 'windowClerk', ask);
    const arrival = { type: 'receiveSupplement', stepId: 'intake', arrived: [use] } as const;
    scene.must('2026-09-22', 'windowClerk', { ...arrival, arrivedOn: day('2026-09-22') });
    scene.must('2026-09-22', 'windowClerk', checkIn);
    const early = { ...accept, ...servedOn('2026-09-21') };
    expect(scene.refused('2026-09-23', 'windowClerk', early)).toBe('answer-day-invalid');
    scene.must('2026-09-23', 'windowClerk', { ...accept, ...servedOn('2026-09-22') });
    expect(scene.all('AcceptedAfterSupplement')).toMatchObject([
      { on: '2026-09-22', acceptedOn: '2026-09-22', evidence: 'e' },
    ]);
  });
});

describe('a refusal that was served in time and is entered after the limit', () => {
  it.each([
    ['windowLead', notCompetent, 'AcceptanceRefused'],
    ['windowClerk', notNeeded, 'PermitNotNeeded'],
  ] as const)('ends the case from its day: %s', (who, order, type) => {
    const scene = unheard();
    expect(told(scene, who, { ...order, ...servedOn('2026-09-24') }).slice(0, 4)).toEqual([
      `${type} intake 2026-09-24`,
      `StepFinished intake ${order.type === 'answerNotNeeded' ? 'notNeeded' : 'notCompetent'}`,
      'ClockEnded notice 2026-09-24',
      'WarningAnnulled notice 2026-09-24',
    ]);
    expect([scene.state.status, scene.state.silence?.state]).toEqual(['closed', 'defeated']);
    expect(scene.all(type)).toMatchObject([{ servedOn: '2026-09-24', evidence: 'e' }]);
  });

  it('of a second look lies between the declaration and today', () => {
    const scene = new Scene('2026-09-18');
    const asked = { asked: [{ kind: 'field', id: 'use', defect: 'wrong' }], mends: ['w'], consequence: 'q' } as const;
    const ask = { type: 'askSupplement', stepId: 'intake', documentNo: '补1', ...asked } as const;
    scene.must('2026-09-18', 'windowClerk', { ...ask, servedOn: day('2026-09-18') });
    scene.must('2026-09-21', 'windowClerk', {
      type: 'declareSupplied',
      stepId: 'intake',
      declaredOn: day('2026-09-21'),
    });
    const early = { ...notCompetent, ...servedOn('2026-09-20') };
    expect(scene.refused('2026-09-22', 'windowLead', early)).toBe('answer-day-invalid');
    scene.must('2026-09-22', 'windowLead', { ...notCompetent, ...servedOn('2026-09-21') });
  });
});

describe('12.1.6: 不予受理', () => {
  it('is the window lead’s alone, also of a task that a clerk holds', () => {
    const scene = new Scene('2026-09-18');
    scene.must('2026-09-18', 'windowClerk', { type: 'claimTask', stepId: 'intake' });
    for (const who of ['windowClerk', 'caseOfficer', 'agencyHead', 'supervisor'] as const) {
      expect([who, scene.refused('2026-09-18', who, notCompetent)]).toEqual([who, 'not-allowed']);
    }
    scene.must('2026-09-18', 'windowLead', notCompetent);
    expect(scene.state.result).toBe('notCompetent');
  });

  it.each([undefined, 4])('of a case that was filed under older rules (%s) stays with who holds the task', (rules) => {
    const scene = new Scene('2026-09-18');
    const { filedUnder: _, ...old } = scene.state;
    scene.state = { ...old, ...(rules !== undefined && { filedUnder: rules }) };
    expect(scene.refused('2026-09-18', person('windowLead'), notCompetent)).toBe('not-allowed');
    scene.must('2026-09-18', 'windowClerk', notCompetent);
  });
});
