import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { taskRowsOf } from '../../../db/projections/task-rows.ts';
import { shineOn, lightDaysOf } from '../../../domain/case/lights.ts';
import { outstanding } from '../../../domain/case/materials.ts';
import { fileCase, nextWake } from '../../../domain/case/machine.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { timelineOf } from '../../../domain/words/timeline.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, at, caseId, day, lineOf, person } from '../../support/scene.ts';

/** Received on a Friday, nothing told by Thursday 2026-09-24: a Sunday between them is worked. */
const received = () => new Scene('2026-09-18');
const lapsed = day('2026-09-25');
/** The silence was recorded at this time of the day after. */
const silentAt = (time: string, scene = received()) => {
  scene.pass(lapsed, time);
  return scene;
};
const checkIn = { type: 'checkIn', stepId: 'intake', received: [] } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const answer = { stepId: 'intake', reasons: 'r', remedy: 'm', documentNo: '不受1' } as const;

describe('silence past the notice limit of the law', () => {
  it('trap 1, T7: accepts from the day of receipt, not from the day on which the limit ended; decided by 2026-10-22', () => {
    const scene = received();
    expect(scene.dueOn('notice')).toBe('2026-09-24');
    scene.pass('2026-09-24', '23:59');
    expect(scene.state.acceptedOn).toBeNull();
    scene.pass(lapsed, '00:19');
    expect(scene.all('AcceptanceDeemed')).toEqual([
      { type: 'AcceptanceDeemed', on: '2026-09-18', dueOn: '2026-09-24' },
    ]);
    expect(scene.state.acceptedOn).toBe('2026-09-18');
    expect(['statutory', 'promised'].map((id) => [scene.clock(id).startedOn, scene.dueOn(id)])).toEqual([
      ['2026-09-18', '2026-10-22'],
      ['2026-09-18', '2026-10-15'],
    ]);
    expect(scene.clock('notice').endedOn).toBe(lapsed);
    scene.pass('2026-12-01');
    expect(scene.all('AcceptanceDeemed')).toHaveLength(1);
  });

  it('is dated at its civil instant and tells window and supervisor in red, before its clock ends', () => {
    const scene = received();
    scene.pass('2026-09-24', '23:59');
    const facts = scene.pass(lapsed, '00:19');
    expect(facts.map((fact) => [fact.at, fact.recordedAt, fact.actorId])).toEqual(
      facts.map(() => [at(lapsed, '00:00'), at(lapsed, '00:19'), null]),
    );
    expect(facts.map(lineOf).filter((line) => !line.startsWith('DeadlineSet'))).toEqual([
      'ClockLapsed notice 2026-09-24',
      'WarningRaised notice R4 2026-09-24 2026-09-25',
      'AcceptanceDeemed 2026-09-24 2026-09-18',
      'ClockEnded notice 2026-09-25',
      'ClockStarted statutory 2026-09-18',
      'ClockStarted promised 2026-09-18',
    ]);
    const told = messageRowsOf(facts, scene.world, scene.state).filter(({ kind }) => kind === 'AcceptanceDeemed');
    expect(told.map(({ role, level }) => [role, level])).toEqual([
      ['windowClerk', 'red'],
      ['windowLead', 'red'],
      ['supervisor', 'red'],
    ]);
    expect(timelineOf(scene.facts).at(-1)?.lead.body.type).toBe('AcceptanceDeemed');
  });

  it('of rungs behind the day of acceptance tells the highest to all it is for and passes over the rest', () => {
    const { limits } = testFlow;
    const quick = { ...testFlow, limits: { ...limits, promised: { ...limits.promised, count: 3 } } };
    const scene = silentAt('00:10', new Scene('2026-09-18', {}, quick));
    const of = scene.all('WarningRaised').filter(({ clock }) => clock === 'promised');
    expect(of.map(({ rung, on, to, passedOver }) => ({ rung, on, to, passedOver }))).toEqual([
      {
        rung: 'R1',
        on: '2026-09-23',
        to: ['windowClerk', 'windowLead', 'deputyHead', 'supervisor'],
        passedOver: ['W1', 'Y1-promised'],
      },
    ]);
  });

  it.each([
    ['00:00', 'accepted'],
    ['01:00', 'accepted'],
    ['01:01', 'reached'],
    ['23:00', 'reached'],
  ])('recorded at %s is %s', (time, state) => {
    expect(silentAt(time).state.silence).toEqual({ state, dueOn: '2026-09-24' });
  });

  it('recorded with an order that waited for a worker is not certain, however early the order came', () => {
    const scene = received();
    const order = { type: 'changeContact', contact: 'c', address: 'd', eDelivery: false } as const;
    scene.give(lapsed, person('windowClerk'), order, { receivedAt: at(lapsed, '00:05'), now: at(lapsed, '03:00') });
    expect(scene.state.silence).toEqual({ state: 'reached', dueOn: '2026-09-24' });
  });

  it('never comes where the case was accepted, refused or withdrawn in time', () => {
    const scenes = [received().accepted('2026-09-24'), received(), received()];
    scenes[1]?.must('2026-09-24', 'windowClerk', { ...answer, type: 'answerNotNeeded' });
    scenes[2]?.must('2026-09-24', 'windowClerk', { type: 'withdraw', statement: 's' });
    for (const scene of scenes) {
      scene.pass(lapsed, '00:10');
      scene.pass('2026-11-30');
      expect(scene.state.silence).toBeUndefined();
    }
    expect(scenes[0]?.state.acceptedOn).toBe('2026-09-24');
  });

  it('is not what the lapse of older rules was, also when a later order brings the new ones', () => {
    const scene = received();
    scene.state = { ...scene.state, rules: 4 };
    scene.pass(lapsed, '00:10');
    expect(scene.all('ClockLapsed')).toEqual([{ type: 'ClockLapsed', clock: 'notice', dueOn: '2026-09-24' }]);
    scene.accepted('2026-09-28');
    expect([scene.state.silence, scene.state.acceptedOn]).toEqual([undefined, '2026-09-28']);
  });
});

describe('after an acceptance by silence', () => {
  it('the window still takes in what is there, and nothing is granted before the rest', () => {
    const scene = silentAt('00:10');
    scene.must(lapsed, 'windowClerk', checkIn);
    expect(scene.all('CheckedIn')).toEqual([{ type: 'CheckedIn', stepId: 'intake', received: [], missing: ['plan'] }]);
    expect(outstanding(scene.world, scene.state)).toEqual(['plan']);
    scene.must(lapsed, 'windowClerk', accept);
    scene.must(lapsed, 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
    const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
    expect(scene.refused('2026-09-28', 'approver', grant)).toBe('materials-missing');
    scene.must('2026-09-28', 'windowClerk', { type: 'receiveMaterials', received: ['plan'] });
    scene.must('2026-09-28', 'approver', grant);
  });

  it('a notice of acceptance is late, bears its true date, states the earlier day, and starts no clock', () => {
    const scene = silentAt('00:10');
    scene.must(lapsed, 'windowClerk', checkIn);
    const facts = scene.must('2026-09-28', 'windowClerk', accept);
    expect(facts.map(({ body }) => body.type)).toEqual([
      'AcceptanceNoticeIssued',
      'StepFinished',
      'FindingRecorded',
      'StepOpened',
      'ClockStarted',
      'DeadlineSet',
    ]);
    expect(scene.all('AcceptanceNoticeIssued')).toEqual([
      {
        type: 'AcceptanceNoticeIssued',
        stepId: 'acceptance',
        documentNo: '受1',
        on: '2026-09-28',
        acceptedOn: '2026-09-18',
      },
    ]);
    expect(scene.findings()).toEqual(['accepted-late notice']);
    expect(scene.state.acceptedOn).toBe('2026-09-18');
    expect(scene.all('ClockStarted').map(({ clock }) => clock)).toEqual([
      'notice',
      'statutory',
      'promised',
      'step:review',
    ]);
  });

  it.each(['refuseAcceptance', 'answerNotNeeded'] as const)('%s is too late', (type) => {
    const order = { ...answer, type, ...(type === 'refuseAcceptance' && { competentAgency: 'a' }) };
    const who = type === 'refuseAcceptance' ? 'windowLead' : 'windowClerk';
    expect(silentAt('00:10').refused(lapsed, who, order)).toBe('accepted-by-silence');
    expect(silentAt('03:00').refused(lapsed, who, order)).toBe('silence-to-confirm');
  });
});

describe('silence that was recorded too late to be certain', () => {
  it('starts nothing, is the task of the lead, and stays red until it is confirmed', () => {
    const scene = silentAt('03:00');
    expect([scene.state.acceptedOn, scene.all('ClockStarted').length]).toEqual([null, 1]);
    expect(taskRowsOf(scene.world, scene.state)).toMatchObject([
      { taskId: 'silence:intake', role: 'windowLead', origin: 'silence', redKey: lapsed },
    ]);
    expect(shineOn(lightDaysOf(scene.world, scene.clock('notice')), day('2026-10-12'))).toBe('red');
    scene.must(lapsed, 'windowClerk', { ...checkIn, received: ['plan'] });
    expect(scene.refused(lapsed, 'windowClerk', accept)).toBe('silence-to-confirm');
  });

  it('confirmed by the lead accepts from the day of receipt', () => {
    const scene = silentAt('03:00');
    const others: Actor[] = (['windowClerk', 'supervisor', 'agencyHead'] as const).map((role) => person(role));
    for (const who of others) expect(scene.refused('2026-09-28', who, { type: 'confirmSilence' })).toBe('not-allowed');
    const facts = scene.must('2026-09-28', 'windowLead', { type: 'confirmSilence', note: 'n' });
    expect(facts.map(lineOf).filter((line) => !line.startsWith('DeadlineSet'))).toEqual([
      'SilenceConfirmed 2026-09-24',
      'AcceptanceDeemed 2026-09-24 2026-09-18',
      'ClockEnded notice 2026-09-28',
      'ClockStarted statutory 2026-09-18',
      'ClockStarted promised 2026-09-18',
    ]);
    expect([scene.state.acceptedOn, scene.dueOn('statutory')]).toEqual(['2026-09-18', '2026-10-22']);
    expect(taskRowsOf(scene.world, scene.state)).toMatchObject([{ role: 'windowClerk', origin: 'step' }]);
    expect(scene.refused('2026-09-28', 'windowLead', { type: 'confirmSilence' })).toBe('no-silence-to-confirm');
  });

  it('comes at once where an old receipt is entered, whose answer may lie on paper', () => {
    const scene = new Scene('2026-10-12', { receivedOn: day('2026-09-18'), evidence: 'e' });
    expect(nextWake(scene.world, scene.state)).toBeLessThan(at('2026-10-12'));
    scene.pass('2026-10-12', '10:01');
    expect(scene.state.silence).toEqual({ state: 'reached', dueOn: '2026-09-24' });
  });
});

describe('trap 18, 12.1.1: the promised limit of an answer', () => {
  const { limits } = testFlow;
  const promising = { ...testFlow, limits: { ...limits, promisedNotice: { ...limits.notice, count: 2 } } };
  const promised = () => new Scene('2026-09-18', {}, promising);

  it('warns the window and its lead in yellow, and attaches nothing', () => {
    const scene = promised();
    expect(scene.dueOn('promisedNotice')).toBe('2026-09-21');
    scene.pass('2026-09-23');
    expect(scene.all('WarningRaised')).toMatchObject([
      { clock: 'promisedNotice', rung: 'Y7', level: 'yellow', to: ['windowClerk', 'windowLead'], on: '2026-09-22' },
      { clock: 'notice', rung: 'Y4' },
    ]);
    expect([scene.state.silence, scene.state.acceptedOn]).toEqual([undefined, null]);
    expect(shineOn(lightDaysOf(scene.world, scene.clock('promisedNotice')), day('2026-12-01'))).toBe('yellow');
  });

  it('ends with the answer, of the window or of the law', () => {
    const accepted = promised().accepted('2026-09-21');
    expect(accepted.clock('promisedNotice').endedOn).toBe('2026-09-21');
    expect(silentAt('00:10', promised()).clock('promisedNotice').endedOn).toBe(lapsed);
  });

  it('is not there for a case of older rules', () => {
    const { world, state } = promised();
    const clocksUnder = (rules: number) => {
      const request = { caseId, filing: state.filing, requestId: 'filing', actorId: 'windowClerk', rules };
      const businessClock = { version: 0, offset: 0 };
      const filed = fileCase(world, { ...request, receivedAt: at('2026-09-18'), businessClock });
      return isRejection(filed) ? [] : filed.state.clocks.map(({ id }) => id);
    };
    expect([clocksUnder(4), clocksUnder(5)]).toEqual([['notice'], ['notice', 'promisedNotice']]);
  });
});
