import { describe, expect, it } from 'vitest';
import { lightDaysOf, shineOn } from '../../../domain/case/lights.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, day } from '../../support/scene.ts';

const checkIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const undertake = (on: string, stepId = 'acceptance') =>
  ({
    type: 'deferMaterials',
    stepId,
    deferred: ['proof'],
    documentNo: '容1',
    undertakenOn: day(on),
    undertaking: 'u',
    credit: 'clear',
  }) as const;
const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
const refuse = { ...grant, outcome: 'refuse', reasons: 'r', remedy: 'm' } as const;
const lapse = { type: 'lapseDeferral', documentNo: '容2', reasons: 'r', remedy: 'm' } as const;
const materials = testFlow.materials.map(({ id }) => ({ id, sha256: null, received: id === 'form' }));

/** Filed on Monday 2026-09-14 and checked in without the proof of means, which may come later. */
const checkedIn = (flow = testFlow) => {
  const scene = new Scene('2026-09-14', { materials }, flow);
  scene.must('2026-09-14', 'windowClerk', checkIn);
  return scene;
};
/** Accepted on the undertaking of that day, and reviewed. */
const deferred = (flow = testFlow) => {
  const scene = checkedIn(flow);
  scene.must('2026-09-14', 'windowClerk', undertake('2026-09-14'));
  scene.must('2026-09-14', 'windowClerk', accept);
  scene.must('2026-09-15', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
  return scene;
};

describe('12.1.5: 容缺受理', () => {
  it('accepts on an undertaking, and the time to supply runs beside the clocks of the case', () => {
    const scene = checkedIn();
    expect(scene.refused('2026-09-14', 'windowClerk', accept)).toBe('undertaking-required');
    scene.must('2026-09-15', 'windowClerk', undertake('2026-09-14'));
    expect(scene.refused('2026-09-15', 'windowClerk', undertake('2026-09-15'))).toBe('nothing-to-defer');
    scene.must('2026-09-15', 'windowClerk', accept);
    expect(['statutory', 'promised', 'deferral'].map((id) => [scene.clock(id).startedOn, scene.dueOn(id)])).toEqual([
      ['2026-09-15', '2026-10-19'],
      ['2026-09-15', '2026-10-12'],
      ['2026-09-15', '2026-09-29'],
    ]);
  });

  it('may be undertaken before the check-in, and counts from acceptance also after a supplement', () => {
    const scene = new Scene('2026-09-14', { materials });
    scene.must('2026-09-14', 'windowClerk', undertake('2026-09-14', 'intake'));
    const asked = { asked: [{ kind: 'field', id: 'use', defect: 'wrong' }], mends: ['w'], consequence: 'q' } as const;
    const notice = { type: 'askSupplement', stepId: 'intake', documentNo: '补1', ...asked } as const;
    scene.must('2026-09-14', 'windowClerk', { ...notice, servedOn: day('2026-09-14') });
    const part = { arrived: [{ kind: 'field', id: 'use' }], arrivedOn: day('2026-09-16') } as const;
    scene.must('2026-09-16', 'windowClerk', { type: 'receiveSupplement', stepId: 'intake', ...part });
    scene.must('2026-09-17', 'windowClerk', checkIn);
    scene.must('2026-09-17', 'windowClerk', accept);
    expect(scene.clock('deferral').startedOn).toBe('2026-09-16');
  });

  it('asks nothing where all came in the meantime, and starts no clock', () => {
    const scene = new Scene('2026-09-14', { materials });
    scene.must('2026-09-14', 'windowClerk', undertake('2026-09-14', 'intake'));
    scene.must('2026-09-14', 'windowClerk', { ...checkIn, received: ['plan', 'proof'] });
    scene.must('2026-09-14', 'windowClerk', accept);
    expect(scene.state.clocks.map(({ id }) => id)).not.toContain('deferral');
  });

  it.each([
    ['a necessary material', { deferred: ['plan'] }, 'not-deferrable'],
    ['nothing', { deferred: [] }, 'not-deferrable'],
    ['an applicant who is barred', { credit: 'barred' }, 'credit-barred'],
    ['a day before the application', { undertakenOn: day('2026-09-13') }, 'undertaking-day-invalid'],
    ['a day to come', { undertakenOn: day('2026-09-16') }, 'undertaking-day-invalid'],
  ] as const)('is refused for %s', (_, change, code) => {
    const order = { ...undertake('2026-09-14'), ...change };
    expect(checkedIn().refused('2026-09-15', 'windowClerk', order)).toBe(code);
  });

  it('lets in who was barred once the credit is restored', () => {
    const scene = checkedIn();
    scene.must('2026-09-15', 'windowClerk', { ...undertake('2026-09-15'), credit: 'restored' });
    expect(scene.all('MaterialsDeferred')).toMatchObject([{ deferred: ['proof'], credit: 'restored' }]);
  });

  it('is not asked of an item that publishes no time for it', () => {
    const { deferral: _, ...limits } = testFlow.limits;
    const scene = checkedIn({ ...testFlow, limits });
    expect(scene.refused('2026-09-14', 'windowClerk', undertake('2026-09-14'))).toBe('nothing-to-defer');
    scene.must('2026-09-14', 'windowClerk', accept);
  });
});

describe('a decision on a case with materials to follow', () => {
  it('waits for them either way, and ends their clock when they are there', () => {
    const scene = deferred();
    for (const decision of [grant, refuse]) {
      expect(scene.refused('2026-09-16', 'approver', decision)).toBe('deferral-awaited');
    }
    scene.must('2026-09-16', 'windowClerk', { type: 'receiveMaterials', received: ['proof'] });
    expect(scene.clock('deferral').endedOn).toBe('2026-09-16');
    scene.must('2026-09-17', 'approver', grant);
    expect(scene.refused('2026-09-17', 'windowLead', lapse)).toBe('no-deferral-to-lapse');
  });

  it('refuses after their time where the item cites no withdrawal, and grants nothing', () => {
    const { lapse: _, ...rule } = testFlow.limits.deferral ?? { lapse: undefined, ...testFlow.limits.notice };
    const scene = deferred({ ...testFlow, limits: { ...testFlow.limits, deferral: rule } });
    expect(scene.refused('2026-09-29', 'windowLead', lapse)).toBe('no-deferral-to-lapse');
    expect(scene.refused('2026-09-29', 'approver', grant)).toBe('materials-missing');
    scene.must('2026-09-29', 'approver', refuse);
    expect(scene.clock('deferral').endedOn).toBe('2026-09-29');
  });
});

describe('materials that do not come', () => {
  it('warn the window before the day and its lead after it, shine yellow, and end nothing by themselves', () => {
    const scene = deferred();
    expect(scene.dueOn('deferral')).toBe('2026-09-28');
    scene.pass('2026-09-30');
    expect(scene.all('WarningRaised').filter(({ clock }) => clock === 'deferral')).toMatchObject([
      { rung: 'N9', level: 'notice', to: ['windowClerk', 'approver'], on: '2026-09-24' },
      { rung: 'Y9', level: 'yellow', to: ['windowClerk', 'approver', 'windowLead'], on: '2026-09-29' },
    ]);
    const days = lightDaysOf(scene.world, scene.clock('deferral'));
    expect(shineOn(days, day('2026-12-01'))).toBe('yellow');
    expect(scene.state.status).toBe('open');
  });

  it('end the case as withdrawn by a reasoned act of the lead where the item cites it', () => {
    const scene = deferred();
    expect(scene.refused('2026-09-28', 'windowLead', lapse)).toBe('deferral-not-lapsed');
    expect(scene.refused('2026-09-30', 'windowClerk', lapse)).toBe('not-allowed');
    scene.must('2026-09-30', 'windowLead', lapse);
    expect(scene.all('DeferralLapsed')).toMatchObject([{ missing: ['proof'], documentNo: '容2' }]);
    expect([scene.state.status, scene.state.result]).toEqual(['closed', 'deemedWithdrawn']);
  });

  it('may still come after their day, while nobody has ended the case', () => {
    const scene = deferred();
    scene.must('2026-09-30', 'windowClerk', { type: 'receiveMaterials', received: ['proof'] });
    scene.must('2026-09-30', 'approver', grant);
    expect(scene.state.decision).toBe('grant');
  });
});
