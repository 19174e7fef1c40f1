import { describe, expect, it } from 'vitest';

import { startOfDay } from '../../../domain/clock/civil-date.ts';
import { begin, today } from '../../../domain/case/draft.ts';
import { nextWake } from '../../../domain/case/machine.ts';
import { raiseDue } from '../../../domain/case/rungs.ts';
import type { FlowDefinition, Rung } from '../../../domain/flow/definition.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, at, day, lineOf, person } from '../../support/scene.ts';

const decision = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
const withLadder = (ladder: readonly Rung[]): FlowDefinition => ({ ...testFlow, ladder });
const extend = (scene: Scene, date: string) => {
  scene.must(date, 'caseOfficer', { type: 'requestExtension', count: 10, reason: 'r' });
  scene.must(date, 'agencyHead', { type: 'approveExtension', documentNo: '延1' });
};

// rung | clock | civil day; accepted 2026-09-14 over Mid-Autumn and National Day: promised due 10-10, statutory due 10-16
const table: [string, string, string, (scene: Scene) => void][] = [
  ['Y1-step', 'step:review', '2026-09-19', () => undefined],
  ['W1', 'promised', '2026-09-30', () => undefined],
  ['Y1-promised', 'promised', '2026-10-09', () => undefined],
  ['R1', 'promised', '2026-10-11', () => undefined],
  ['Y3', 'statutory', '2026-10-12', () => undefined],
  ['R2', 'statutory', '2026-10-17', () => undefined],
  ['Y2', 'promise:experts', '2026-09-30', (scene) => startExperts(scene)],
  ['R3', 'promise:experts', '2026-10-10', (scene) => startExperts(scene)],
  ['R5', 'delivery', '2026-09-29', (scene) => grant(scene)],
];

function startExperts(scene: Scene): void {
  scene.must('2026-09-18', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' });
  scene.started('2026-09-18', 'experts', 'caseOfficer');
}

function grant(scene: Scene): void {
  scene.must('2026-09-14', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
  scene.must('2026-09-14', 'approver', decision);
}

describe('the ladder of a case of 20 and 15 working days over holidays', () => {
  it.each(table)('raises %s of %s once, on %s at 00:00', (rung, clock, on, prepare) => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    prepare(scene);
    const before = new Date(startOfDay(day(on)) - 1).toISOString();
    scene.pass(before.slice(0, 10), '23:59');
    expect(scene.raised(clock).filter((line) => line.startsWith(`${rung} `))).toEqual([]);
    scene.pass(on, '00:00');
    scene.pass(on, '00:01');
    scene.pass('2027-03-01');
    expect(scene.raised(clock).filter((line) => line.startsWith(`${rung} `))).toEqual([`${rung} ${on}`]);
    const fact = scene.facts.find(
      ({ body }) => body.type === 'WarningRaised' && body.rung === rung && body.clock === clock,
    );
    expect(fact).toMatchObject({ at: startOfDay(day(on)), recordedAt: startOfDay(day(on)), actorId: null });
  });

  it('raises all in the order of their days, each to its recipients', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.pass('2027-03-01');
    expect(scene.raised()).toEqual([
      'Y1-step 2026-09-19',
      'W1 2026-09-30',
      'Y1-promised 2026-10-09',
      'R1 2026-10-11',
      'Y3 2026-10-12',
      'R2 2026-10-17',
    ]);
    const to = new Map(testFlow.ladder.map((rung) => [rung.id, rung.to]));
    for (const { rung, to: told } of scene.all('WarningRaised')) {
      expect(told).toEqual(to.get(rung)?.map((one) => (one === 'handler' ? 'caseOfficer' : one)));
    }
    const lapsed = scene.facts.filter((fact) => fact.body.type === 'ClockLapsed').map(lineOf);
    expect(lapsed).toEqual([
      'ClockLapsed step:review 2026-09-18',
      'ClockLapsed promised 2026-10-10',
      'ClockLapsed statutory 2026-10-16',
    ]);
  });

  it('keeps the dates of domain.md 1.7: 10-15 for one day left, 10-12 for 80 %, 10-14 for 90 %', () => {
    const of = (id: string, when: Rung['at']): Rung => ({
      id,
      clock: 'statutory',
      at: when,
      level: 'yellow',
      to: ['supervisor'],
    });
    const ladder = [
      of('left', { before: 1 }),
      of('p80', { percent: 80 }),
      of('p90', { percent: 90 }),
      of('due', { due: true }),
    ];
    const scene = new Scene('2026-09-14', {}, withLadder(ladder)).accepted('2026-09-14');
    scene.pass('2026-12-01');
    expect(scene.raised()).toEqual(['p80 2026-10-12', 'p90 2026-10-14', 'left 2026-10-15', 'due 2026-10-16']);
  });

  it('wakes for the next of them within twenty minutes of its midnight', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    const wake = nextWake(scene.world, scene.state) ?? 0;
    expect(wake).toBeGreaterThanOrEqual(at('2026-09-19', '00:00'));
    expect(wake).toBeLessThan(at('2026-09-19', '00:20'));
    scene.must('2026-09-14', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(nextWake(scene.world, scene.state)).toBeNull();
  });
});

describe('epochs', () => {
  it('a stop and a resumption arm again only rungs dated after them', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14').started('2026-10-08', 'experts', 'caseOfficer');
    scene.must('2026-10-20', 'caseOfficer', expertOpinion);
    scene.pass('2026-12-01');
    expect(scene.raised('promised')).toEqual(['W1 2026-09-30', 'Y1-promised 2026-10-21', 'R1 2026-10-23']);
    expect(scene.raised('statutory')).toEqual(['Y3 2026-10-23', 'R2 2026-10-30']);
    expect(scene.clock('promised').epoch).toBe(3);
  });

  it('an extension arms a raised rung again where its day lies ahead', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    extend(scene, '2026-10-13');
    scene.pass('2026-12-01');
    expect(scene.raised('statutory')).toEqual(['Y3 2026-10-12', 'Y3 2026-10-22', 'R2 2026-10-31']);
    const ids = scene.all('WarningRaised').map((fact) => fact.warningId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('what does not move the date begins none: a rung past the due date is raised once', () => {
    const after: Rung = { id: 'A5', clock: 'promised', at: { after: 5 }, level: 'red', to: ['deputyHead'] };
    const scene = new Scene('2026-03-02', {}, withLadder([...testFlow.ladder, after])).reviewed('2026-03-02');
    scene.started('2026-03-25', 'site', 'siteInspector');
    scene.pass('2026-04-01');
    const held = { heldOn: day('2026-03-26'), inspectors: ['i', 'j'], findings: 'f', outcome: 'pass' };
    scene.must('2026-04-01', 'siteInspector', { type: 'finishInspection', stepId: 'site', ...held });
    scene.pass('2026-06-01');
    expect(scene.raised('promised').filter((line) => line.startsWith('A5'))).toEqual(['A5 2026-03-30']);
    expect(scene.clock('promised').epoch).toBe(1);
  });

  it('a clock that has ended is silent', () => {
    const scene = new Scene('2026-09-14').decided('2026-09-14');
    scene.pass('2027-03-01');
    expect(scene.raised()).toEqual(['R5 2026-09-29']);
  });

  it('a clock started with rungs behind it raises the highest only, to the role that caused it', () => {
    const of = (id: string, when: Rung['at']): Rung => ({
      id,
      clock: 'notice',
      at: when,
      level: 'red',
      to: ['deputyHead'],
    });
    const ladder = [
      of('half', { percent: 50 }),
      of('due', { due: true }),
      of('over', { lapsed: true }),
      of('later', { after: 9 }),
    ];
    const scene = new Scene('2026-09-14', { receivedOn: day('2026-08-31'), evidence: 'e' }, withLadder(ladder));
    expect(scene.all('WarningRaised')).toMatchObject([
      { rung: 'over', on: '2026-09-08', to: ['windowClerk'], passedOver: ['half', 'due'] },
    ]);
    scene.pass('2026-12-01');
    expect(scene.raised('notice')).toEqual(['over 2026-09-08', 'later 2026-09-18']);
  });
});

describe('a due entry', () => {
  const dueBy = [
    ['ClockLapsed', '2026-09-19'],
    ['WarningRaised', '2026-09-19'],
    ['WarningRaised', '2026-09-30'],
    ['WarningRaised', '2026-10-09'],
    ['ClockLapsed', '2026-10-11'],
    ['WarningRaised', '2026-10-11'],
    ['WarningRaised', '2026-10-12'],
  ];

  it('dates all that follows from it at its own civil instant, when one tick finds several days due', () => {
    const facts = new Scene('2026-09-14').accepted('2026-09-14').pass('2026-10-12', '15:00');
    expect(facts.map(({ body, at }) => [body.type, at])).toEqual(
      dueBy.map(([type, on = '']) => [type, at(on, '00:00')]),
    );
    expect(facts.map(({ recordedAt }) => recordedAt)).toEqual(facts.map(() => at('2026-10-12', '15:00')));
  });

  it('is decided on its own day; afterwards the draft has its instant again', () => {
    const { world, state } = new Scene('2026-09-14').accepted('2026-09-14');
    const until = at('2026-10-12', '15:00');
    const stamp = { at: until, recordedAt: until, requestId: 'tick', actorId: null };
    const draft = begin(world, state, stamp);
    const decided: [string, string][] = [];
    draft.facts.push = (...facts) =>
      decided.push(...facts.map(({ body }): [string, string] => [body.type, today(draft)]));
    raiseDue(draft, until, () => undefined);
    expect(decided).toEqual(dueBy);
    expect(draft.stamp).toEqual(stamp);
  });
});

describe('late handling', () => {
  it('keeps the civil instant of a rung and says when it became known', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.pass('2026-10-01', '15:00');
    const known = scene.facts.filter((fact) => fact.body.type === 'WarningRaised');
    expect(known.map((fact) => [fact.at, fact.recordedAt])).toEqual([
      [at('2026-09-19', '00:00'), at('2026-10-01', '15:00')],
      [at('2026-09-30', '00:00'), at('2026-10-01', '15:00')],
    ]);
  });

  it('says of what an outage delayed that it became known after the outage', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    const remind = { type: 'remind', stepId: 'review', note: 'n' } as const;
    const timing = { receivedAt: at('2026-09-19', '00:05'), now: at('2026-09-19', '12:00') };
    scene.give('2026-09-19', person('supervisor'), remind, timing);
    const facts = scene.facts.slice(-3);
    expect(facts.map((fact) => fact.body.type)).toEqual(['ClockLapsed', 'WarningRaised', 'Reminded']);
    expect(facts.map((fact) => fact.recordedAt)).toEqual(facts.map(() => at('2026-09-19', '12:00')));
  });

  it('an act received before the due instant counts, and the wrong rung is not raised', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    const timing = { receivedAt: at('2026-10-10', '23:59'), now: at('2026-10-20', '09:00') };
    const facts = scene.give('2026-10-10', person('approver'), decision, timing);
    expect(isRejection(facts)).toBe(false);
    expect(scene.clock('promised').endedOn).toBe('2026-10-10');
    expect(scene.state.decidedOn).toBe('2026-10-10');
    expect(scene.raised('promised')).toEqual(['W1 2026-09-30', 'Y1-promised 2026-10-09']);
    expect(scene.raised('statutory')).toEqual([]);
  });

  it('two acts that waited together both count: the first handled does not raise what the second prevents', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    const now = at('2026-10-20', '09:00');
    const note = { type: 'changeContact', contact: 'c2', address: 'd2', eDelivery: true } as const;
    scene.give('2026-10-10', person('windowClerk'), note, { receivedAt: at('2026-10-10', '16:00'), now });
    scene.give('2026-10-10', person('approver'), decision, { receivedAt: at('2026-10-10', '23:59'), now });
    expect(scene.state.decidedOn).toBe('2026-10-10');
    expect(scene.raised('promised')).toEqual(['W1 2026-09-30', 'Y1-promised 2026-10-09']);
    scene.pass('2026-10-20', '09:01');
    expect(scene.raised('promised')).toEqual(['W1 2026-09-30', 'Y1-promised 2026-10-09']);
    expect(scene.facts.map((fact) => fact.recordedAt).at(-1)).toBe(now);
  });

  it('an act received after it comes second: the rung first', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    const timing = { receivedAt: at('2026-10-11', '00:01'), now: at('2026-10-20', '09:00') };
    scene.give('2026-10-11', person('approver'), decision, timing);
    expect(scene.raised('promised')).toEqual(['W1 2026-09-30', 'Y1-promised 2026-10-09', 'R1 2026-10-11']);
    const types = scene.facts.map((fact) => fact.body.type);
    expect(types.lastIndexOf('WarningRaised')).toBeLessThan(types.indexOf('DecisionMade'));
  });
});
