import { describe, expect, it } from 'vitest';
import { caseRowOf } from '../../../db/projections/case-row.ts';
import { clockRowsOf } from '../../../db/projections/clock-rows.ts';
import type { LookedClock, Lookup } from '../../../db/views/lookup.ts';
import { isUnverified } from '../../../domain/case/identity.ts';
import { presentLookup } from '../../../server/presenters/lookup.ts';
import { presentDeferralTerms } from '../../../server/presenters/undertakings.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { handedOut } from '../../support/good-order.ts';
import { paperScenes } from '../../support/papers.ts';
import { Scene, day } from '../../support/scene.ts';

/** What is read of a case for its applicant. */
function found({ world, state }: Scene): Lookup {
  const { dueOn, provisional, status, receivedOn, acceptedOn } = caseRowOf(world, state);
  const names = { caseNo: 'T1', itemCode: 'i', itemName: '事项', departmentName: '水务局', definition: 'd' };
  // The view reads the rows of the clocks as they are written.
  const clocks = clockRowsOf(world, state) as unknown as LookedClock[];
  const days = { receivedOn, acceptedOn, decidedOn: null, dueOn, provisional } as Partial<Lookup>;
  return {
    caseId: 'c',
    supplement: state.supplement ?? null,
    serving: null,
    deferral: state.deferral === undefined ? null : { materials: state.deferral.materials, received: state.received },
    unverified: isUnverified(state),
    ...names,
    status,
    result: null,
    steps: [],
    clocks,
    ...days,
  } as Lookup;
}

const shown = (scene: Scene, on: string) =>
  presentLookup({
    language: 'zh',
    found: found(scene),
    facts: scene.facts,
    definition: testFlow,
    calendar: scene.world.calendar,
    today: day(on),
  });

describe('the acceptance an applicant reads', () => {
  it('is said to be by silence where nobody answered in time, and only there', () => {
    const silent = new Scene('2026-09-18');
    silent.pass('2026-09-25', '00:10');
    expect(shown(silent, '2026-09-25')).toMatchObject({ acceptedOn: '2026-09-18', acceptedBySilence: true });
    const answered = new Scene('2026-09-18').accepted('2026-09-18');
    expect(shown(answered, '2026-09-25')).toMatchObject({ acceptedOn: '2026-09-18', acceptedBySilence: false });
    const late = new Scene('2026-09-18');
    late.state = { ...late.state, rules: 4 };
    late.pass('2026-09-25', '00:10');
    expect(shown(late.accepted('2026-09-28'), '2026-09-28')).toMatchObject({ acceptedBySilence: false });
  });
});

describe('a permit that was revoked', () => {
  it('is told with the day and the number of the decision, and not before', () => {
    const scene = paperScenes.revocationDecision.scene();
    expect(shown(scene, '2026-03-11').revocation).toEqual({ on: '2026-03-10', documentNo: '撤1', servedOn: null });
    expect(
      shown(scene, '2026-03-11')
        .messages.slice(0, 2)
        .map(({ on, text }) => `${on} ${text.zh}`),
    ).toEqual([
      '2026-03-10 许可被撤销，撤销行政许可决定书：撤1',
      '2026-03-06 更正《准予行政许可决定书》（决1），更正通知书：更1',
    ]);
    expect(shown(paperScenes.grantDecision.scene(), '2026-03-04').revocation).toBeNull();
    const service = { type: 'serveRevocation', ...handedOut, servedOn: day('2026-03-12') } as const;
    scene.must('2026-03-13', 'certificateClerk', service);
    const { revocation, messages } = shown(scene, '2026-03-13');
    expect(revocation).toEqual({ on: '2026-03-10', documentNo: '撤1', servedOn: '2026-03-12' });
    expect(messages[0]).toMatchObject({ on: '2026-03-12', text: { zh: '撤销行政许可决定书已送达' } });
  });
});

describe('the identity that is to be verified', () => {
  it('is said to whom has filed online, until the window has verified it or the case is over', () => {
    const scene = new Scene('2026-09-18', { channel: 'online', identity: 'unverified' });
    expect(shown(scene, '2026-09-18').unverified).toBe(true);
    const verifiedOn = day('2026-09-18');
    scene.must('2026-09-18', 'windowClerk', { type: 'verifyIdentity', proof: 'document', verifiedOn });
    expect(shown(scene, '2026-09-18').unverified).toBe(false);
    const withdrawn = new Scene('2026-09-18', { channel: 'online', identity: 'unverified' });
    withdrawn.must('2026-09-18', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(shown(withdrawn, '2026-09-18').unverified).toBe(false);
  });
});

describe('whose turn it is', () => {
  it('is the applicant who was told to collect, and the agency as long as nobody told it', () => {
    const scene = new Scene('2026-09-18');
    const step = {
      stepId: 'delivery',
      open: true,
      nextRole: 'certificateClerk',
      phase: null,
      startedOn: null,
    } as const;
    const turnOf = (stage: 'toCollect' | 'posted') => {
      const serving = { stage, on: '2026-09-21' } as Lookup['serving'];
      const steps = [{ ...step, untimed: false, openedOn: day('2026-09-18'), promiseDueOn: null }] as Lookup['steps'];
      const given = { ...found(scene), steps, serving };
      const { world } = scene;
      const o = { language: 'zh', definition: testFlow, calendar: world.calendar, today: day('2026-09-21') } as const;
      return presentLookup({ ...o, facts: scene.facts, found: given }).steps.map(({ role, turn }) => [role, turn]);
    };
    expect(turnOf('toCollect')).toEqual([[null, '申请人']]);
    expect(turnOf('posted')).toEqual([['certificateClerk', '水务局 制证送达员']]);
  });
});

describe('the supplement an applicant reads', () => {
  it('says by name what is to be supplied and until when, and what has come', () => {
    const scene = new Scene('2026-09-18');
    expect(shown(scene, '2026-09-18').supplement).toBeNull();
    const asked = [
      { kind: 'material', id: 'plan', defect: 'missing' },
      { kind: 'material', id: 'form', defect: 'wrong' },
    ] as const;
    const notice = { documentNo: '补1', servedOn: day('2026-09-21'), asked, mends: ['w', 'w'], consequence: 'q' };
    scene.must('2026-09-21', 'windowClerk', { type: 'askSupplement', stepId: 'intake', ...notice });
    const part = { arrived: [{ kind: 'material', id: 'plan' }], arrivedOn: day('2026-09-22') } as const;
    scene.must('2026-09-22', 'windowClerk', { type: 'receiveSupplement', stepId: 'intake', ...part });
    expect(shown(scene, '2026-09-22').supplement).toEqual({
      documentNo: '补1',
      servedOn: '2026-09-21',
      dueOn: '2026-10-12',
      asked: [
        { title: '平面图', defect: 'missing', arrivedOn: '2026-09-22' },
        { title: '申请书', defect: 'wrong', arrivedOn: null },
      ],
    });
    scene.must('2026-09-22', 'windowClerk', {
      type: 'declareSupplied',
      stepId: 'intake',
      declaredOn: day('2026-09-22'),
    });
    expect(shown(scene, '2026-09-22').supplement).toBeNull();
  });
});

describe('the materials to follow that an applicant reads', () => {
  it('stand by name until they are there, with the day', () => {
    const materials = ['form', 'plan'].map((id) => ({ id, sha256: null, received: true }));
    const scene = new Scene('2026-09-14', { materials });
    const undertaking = { documentNo: '容1', undertaking: 'u', credit: 'clear' } as const;
    scene.must('2026-09-14', 'windowClerk', {
      type: 'deferMaterials',
      stepId: 'intake',
      deferred: ['proof'],
      undertakenOn: day('2026-09-14'),
      ...undertaking,
    });
    expect(shown(scene, '2026-09-14').deferral).toBeNull();
    scene.accepted('2026-09-14');
    expect(shown(scene, '2026-09-15').deferral).toEqual({ dueOn: '2026-09-28', materials: ['资信证明'] });
    scene.must('2026-09-15', 'windowClerk', { type: 'receiveMaterials', received: ['proof'] });
    expect(shown(scene, '2026-09-15').deferral).toBeNull();
  });
});

describe('the time in which materials may follow', () => {
  it('is told before the acceptance, with its last day if that were today, and not after it', () => {
    const scene = new Scene('2026-09-14');
    const terms = (today: string) => presentDeferralTerms(scene.state, { world: scene.world, today: day(today) });
    expect(terms('2026-09-14')).toEqual({ count: 10, unit: 'workday', ifToday: '2026-09-28' });
    expect(terms('2026-09-15')).toEqual({ count: 10, unit: 'workday', ifToday: '2026-09-29' });
    scene.accepted('2026-09-14');
    expect(terms('2026-09-15')).toBeNull();
  });
});

describe('the date an applicant is told', () => {
  it('fault A12: names the limit that sets it, the statutory one while an inspection holds the promise', () => {
    const scene = new Scene('2026-03-02').reviewed('2026-03-02').started('2026-03-03', 'site', 'siteInspector');
    expect(shown(scene, '2026-03-20')).toMatchObject({ dueOn: '2026-03-30', dueClock: 'statutory' });
    scene.must('2026-04-03', 'siteInspector', {
      type: 'finishInspection',
      stepId: 'site',
      outcome: 'pass',
      heldOn: day('2026-04-03'),
      inspectors: ['i', 'j'],
      findings: 'f',
    });
    const { dueOn, dueClock, clocks } = shown(scene, '2026-04-03');
    expect([dueOn, dueClock]).toEqual(['2026-03-30', 'statutory']);
    const left = clocks.map(({ kind, remaining, overdue }) => [kind, remaining, overdue]);
    expect(left).toContainEqual(['statutory', -4, true]);
    expect(left).toContainEqual(['promised', 14, false]);
  });

  it('is the promise’s while that is earlier, also where both fall on one day', () => {
    expect(shown(new Scene('2026-03-02').accepted('2026-03-02'), '2026-03-02')).toMatchObject({
      dueOn: '2026-03-23',
      dueClock: 'promised',
    });
    const limits = { ...testFlow.limits, promised: testFlow.limits.statutory };
    const scene = new Scene('2026-03-02', {}, { ...testFlow, limits }).accepted('2026-03-02');
    expect(shown(scene, '2026-03-02')).toMatchObject({ dueOn: '2026-03-30', dueClock: 'promised' });
    expect(shown(new Scene('2026-03-02'), '2026-03-02')).toMatchObject({ dueOn: null, dueClock: null });
  });
});
