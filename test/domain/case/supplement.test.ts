import { describe, expect, it } from 'vitest';
import { lightDaysOf, shineOn } from '../../../domain/case/lights.ts';
import type { AskedItem } from '../../../domain/case/asked.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, day, lineOf } from '../../support/scene.ts';

const plan: AskedItem = { kind: 'material', id: 'plan', defect: 'missing' };
const use: AskedItem = { kind: 'field', id: 'use', defect: 'wrong' };
const ask = (servedOn: string, asked: readonly AskedItem[] = [plan, use]) =>
  ({
    type: 'askSupplement',
    stepId: 'intake',
    documentNo: '补1',
    servedOn: day(servedOn),
    asked,
    mends: asked.map(() => 'w'),
    consequence: 'q',
  }) as const;
const arrive = (arrivedOn: string, ...arrived: readonly AskedItem[]) =>
  ({
    type: 'receiveSupplement',
    stepId: 'intake',
    arrived: arrived.map(({ kind, id }) => ({ kind, id })),
    arrivedOn: day(arrivedOn),
  }) as const;
const declare = (declaredOn: string) =>
  ({ type: 'declareSupplied', stepId: 'intake', declaredOn: day(declaredOn) }) as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const checkIn = { type: 'checkIn', stepId: 'intake', received: [] } as const;

/** Received on Friday 2026-09-18 without its plan, told on the Monday what is missing and what is wrong. */
const asked = (flow = testFlow) => {
  const scene = new Scene('2026-09-18', {}, flow);
  scene.must('2026-09-21', 'windowClerk', ask('2026-09-21'));
  return scene;
};

describe('a supplement notice', () => {
  it('ends the time to answer on the day it was served and starts the applicant’s, which shines yellow when it is over', () => {
    const scene = asked();
    expect([scene.clock('notice').endedOn, scene.dueOn('supplement')]).toEqual(['2026-09-21', '2026-10-12']);
    scene.pass('2026-10-15');
    expect([scene.state.silence, scene.state.acceptedOn]).toEqual([undefined, null]);
    expect(scene.all('WarningRaised')).toMatchObject([
      { clock: 'supplement', rung: 'N8', level: 'notice', to: ['windowClerk'], on: '2026-10-13' },
    ]);
    const days = lightDaysOf(scene.world, scene.clock('supplement'));
    expect(['2026-10-12', '2026-10-13', '2026-12-01'].map((on) => shineOn(days, day(on)))).toEqual([
      'green',
      'yellow',
      'yellow',
    ]);
  });

  it('takes in what the applicant brought', () => {
    const scene = new Scene('2026-09-18', { materials: [] });
    const brought = { ...ask('2026-09-18', [plan]), received: ['form'] };
    scene.must('2026-09-18', 'windowClerk', brought);
    expect(scene.state.received).toEqual(['form']);
    expect(scene.state.supplement?.consequence).toBe('q');
    expect(scene.refused('2026-09-21', 'windowClerk', ask('2026-09-21'))).toBe('supplement-waiting');
  });

  it('12.1.2: entered late with proof of service in time defeats a silence that was not confirmed', () => {
    const scene = new Scene('2026-09-18');
    scene.pass('2026-09-25', '03:00');
    const late = ask('2026-09-23');
    expect(scene.refused('2026-09-25', 'windowClerk', late)).toBe('supplement-evidence-required');
    const facts = scene.must('2026-09-25', 'windowClerk', { ...late, evidence: 'e' });
    expect(facts.map(lineOf).filter((line) => !line.startsWith('DeadlineSet'))).toEqual([
      'SupplementAsked intake 2026-09-23',
      'ClockEnded notice 2026-09-23',
      'WarningAnnulled notice 2026-09-23',
      'FindingRecorded notice entered-late',
      'ClockStarted supplement 2026-09-23',
    ]);
    expect(scene.state.silence).toEqual({ state: 'defeated', dueOn: '2026-09-24' });
    expect(scene.refused('2026-09-25', 'windowLead', { type: 'confirmSilence' })).toBe('no-silence-to-confirm');
  });

  it('against which a silence fell leaves the next time to answer as it is: that one accepts', () => {
    const scene = new Scene('2026-09-18');
    scene.pass('2026-09-25', '03:00');
    scene.must('2026-09-25', 'windowClerk', { ...ask('2026-09-23'), evidence: 'e' });
    scene.must('2026-09-28', 'windowClerk', arrive('2026-09-28', plan, use));
    scene.must('2026-09-28', 'windowClerk', declare('2026-09-28'));
    expect(scene.dueOn('notice#2')).toBe('2026-10-10');
    scene.pass('2026-10-10', '23:59');
    scene.pass('2026-10-11', '00:05');
    expect(scene.state).toMatchObject({
      acceptedOn: '2026-09-28',
      silence: { state: 'accepted', dueOn: '2026-10-10' },
    });
  });

  it('cannot be served after the time to answer, nor on a case that silence has accepted', () => {
    const reached = new Scene('2026-09-18');
    reached.pass('2026-09-25', '03:00');
    const late = { ...ask('2026-09-25'), evidence: 'e' };
    expect(reached.refused('2026-09-25', 'windowClerk', late)).toBe('supplement-too-late');
    const accepted = new Scene('2026-09-18');
    accepted.pass('2026-09-25', '00:10');
    const inTime = { ...ask('2026-09-23'), evidence: 'e' };
    expect(accepted.refused('2026-09-25', 'windowClerk', inTime)).toBe('accepted-by-silence');
  });

  it.each([
    ['nothing', [], ['w']],
    ['one thing twice', [use, use], ['w', 'w']],
    ['a thing without how to mend it', [plan, use], ['w']],
    ['what is there as missing', [{ ...plan, id: 'form' }], ['w']],
    ['what is not there as wrong', [{ ...plan, defect: 'wrong' }], ['w']],
  ] as const)('does not name %s', (_, items, mends) => {
    const order = { ...ask('2026-09-18', items), mends };
    expect(new Scene('2026-09-18').refused('2026-09-18', 'windowClerk', order)).toBe('supplement-list-invalid');
  });
});

describe('trap 13, 12.1.3: a second notice', () => {
  const declared = () => {
    const scene = asked();
    scene.must('2026-09-22', 'windowClerk', arrive('2026-09-22', plan));
    scene.must('2026-09-23', 'windowClerk', declare('2026-09-23'));
    return scene;
  };

  it('names what was not supplied and what was supplied but is still wrong', () => {
    const scene = declared();
    expect(scene.dueOn('notice#2')).toBe('2026-10-08');
    scene.must('2026-09-24', 'windowClerk', ask('2026-09-24', [{ ...plan, defect: 'wrong' }, use]));
    expect([scene.clock('notice#2').endedOn, scene.dueOn('supplement#2')]).toEqual(['2026-09-24', '2026-10-15']);
    expect(scene.state.supplement).toMatchObject({ round: 2, state: 'waiting', arrived: [] });
  });

  it('names nothing new, however wrong it is', () => {
    const more = ask('2026-09-24', [use, { kind: 'material', id: 'form', defect: 'wrong' }]);
    expect(declared().refused('2026-09-24', 'windowClerk', more)).toBe('supplement-new-item');
  });

  it('not given in time: accepted from the day on which what was asked for arrived', () => {
    const scene = declared();
    scene.pass('2026-10-08', '23:59');
    scene.pass('2026-10-09', '00:05');
    expect(scene.all('AcceptanceDeemed')).toEqual([
      { type: 'AcceptanceDeemed', on: '2026-09-22', supplied: true, dueOn: '2026-10-08' },
    ]);
    expect(scene.clock('statutory').startedOn).toBe('2026-09-22');
  });
});

it('only what is awaited is taken in, declared or ended', () => {
  const orders = [arrive('2026-09-18', plan), declare('2026-09-18')];
  for (const order of orders) {
    expect(new Scene('2026-09-18').refused('2026-09-18', 'windowClerk', order)).toBe('no-supplement-awaited');
  }
});

describe('T8: acceptance after a supplement', () => {
  it('is dated on the day the last part arrived, and the clocks count from there', () => {
    const scene = asked();
    scene.must('2026-09-22', 'windowClerk', arrive('2026-09-22', plan));
    scene.must('2026-09-23', 'windowClerk', checkIn);
    expect(scene.refused('2026-09-23', 'windowClerk', accept)).toBe('supplement-outstanding');
    scene.must('2026-09-29', 'windowClerk', { ...arrive('2026-09-28', use), stepId: 'acceptance' });
    scene.must('2026-09-30', 'windowClerk', accept);
    expect(scene.all('AcceptedAfterSupplement')).toMatchObject([{ on: '2026-09-30', acceptedOn: '2026-09-28' }]);
    expect(scene.state.acceptedOn).toBe('2026-09-28');
    expect(['statutory', 'promised'].map((id) => scene.clock(id).startedOn)).toEqual(['2026-09-28', '2026-09-28']);
    expect(scene.clock('supplement').endedOn).toBe('2026-09-30');
  });

  it('takes the check-in for the arrival of what comes with it', () => {
    const scene = asked();
    scene.must('2026-09-22', 'windowClerk', arrive('2026-09-22', use));
    scene.must('2026-09-24', 'windowClerk', { ...checkIn, received: ['plan'] });
    scene.must('2026-09-28', 'windowClerk', accept);
    expect(scene.state.acceptedOn).toBe('2026-09-24');
  });

  it.each([
    ['before the notice', arrive('2026-09-18', plan), 'supplement-day-invalid'],
    ['in the future', arrive('2026-10-13', plan), 'supplement-day-invalid'],
    ['long ago without proof', arrive('2026-09-22', plan), 'supplement-evidence-required'],
    ['of nothing', arrive('2026-10-12'), 'supplement-not-asked'],
  ] as const)('refuses an arrival %s', (_, order, code) => {
    expect(asked().refused('2026-10-12', 'windowClerk', order)).toBe(code);
  });

  it('T6: what is corrected on the spot is no round, and stops no clock', () => {
    const scene = new Scene('2026-09-18');
    const corrected = [{ kind: 'field', id: 'use' }] as const;
    const facts = scene.must('2026-09-18', 'windowClerk', {
      type: 'correctOnSpot',
      stepId: 'intake',
      corrected,
      note: 'n',
    });
    expect(facts.map(({ body }) => body.type)).toEqual(['CorrectedOnSpot']);
    expect([scene.state.supplement, scene.clock('notice').endedOn]).toEqual([undefined, null]);
  });
});

describe('12.1.4: an application that is not supplied', () => {
  const lapse = {
    type: 'lapseSupplement',
    stepId: 'intake',
    documentNo: '补2',
    reasons: 'r',
    remedy: 'm',
  } as const;
  const { lapse: _, ...supplement } = testFlow.limits.supplement ?? { lapse: undefined, ...testFlow.limits.notice };

  it.each([
    ['where the item cites a lapse', 'windowClerk', testFlow, 'deemedWithdrawn'],
    [
      'elsewhere as a refusal, which is the lead’s',
      'windowLead',
      { ...testFlow, limits: { ...testFlow.limits, supplement } },
      'notSupplied',
    ],
  ] as const)('ends by an act of the window, never by itself: %s', (_title, who, flow, result) => {
    const scene = asked(flow);
    expect(scene.refused('2026-10-12', who, lapse)).toBe('supplement-not-lapsed');
    scene.pass('2026-12-01');
    expect(scene.state.status).toBe('open');
    expect(scene.refused('2026-12-01', who === 'windowLead' ? 'windowClerk' : 'windowLead', lapse)).toBe('not-allowed');
    scene.must('2026-12-01', who, lapse);
    expect([scene.state.status, scene.state.result]).toEqual(['closed', result]);
  });

  it('may still be supplied after its time, while the window has not ended it', () => {
    const scene = asked();
    scene.must('2026-10-13', 'windowClerk', arrive('2026-10-13', plan, use));
    scene.must('2026-10-13', 'windowClerk', checkIn);
    scene.must('2026-10-13', 'windowClerk', accept);
    expect(scene.state.acceptedOn).toBe('2026-10-13');
  });
});
