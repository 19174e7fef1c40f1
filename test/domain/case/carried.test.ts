import { describe, expect, it } from 'vitest';

import { nationalCalendar } from '../../../domain/clock/calendar.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { revised } from '../../support/clock-of.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, at, person } from '../../support/scene.ts';

const decision = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;

describe('what an order carries', () => {
  const admin = person('systemAdmin');
  const adopted = (scene: Scene) => scene.all('BusinessClockAdopted').map((fact) => fact.clock.version);

  it('a newer business clock is adopted before anything is due, an older one is not', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    const days = 86_400_000;
    scene.give('2026-09-14', admin, { type: 'advanceClock' }, { businessClock: { version: 2, offset: 6 * days } });
    expect(scene.raised()).toEqual(['Y1-step 2026-09-19']);
    expect(scene.state.last).toBe(at('2026-09-20'));
    scene.give('2026-09-14', admin, { type: 'advanceClock' }, { businessClock: { version: 1, offset: 0 } });
    expect(adopted(scene)).toEqual([2]);
    expect(scene.state.businessClock).toEqual({ version: 2, offset: 6 * days });
  });

  it('time in a case never runs backward, also when the business clock does', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.give('2026-09-14', admin, { type: 'advanceClock' }, { businessClock: { version: 1, offset: 86_400_000 } });
    scene.give('2026-09-14', admin, { type: 'advanceClock' }, { businessClock: { version: 2, offset: 0 } });
    expect(scene.state.last).toBe(at('2026-09-15'));
    const instants = scene.facts.map((fact) => fact.recordedAt);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  const shortPromise = { ...testFlow.limits.promised, count: 10 };
  const shortFlow = { ...testFlow, limits: { ...testFlow.limits, promised: shortPromise } };
  const before = () => new Scene('2020-01-15', {}, shortFlow, revised('cn-2020.1', 1)).reviewed('2020-01-15', 'plain');
  const revise = (scene: Scene, date: string) =>
    scene.give(date, admin, { type: 'advanceClock' }, { calendar: revised('cn-2020.2', 2) });

  it('a revised calendar moves dates and begins an epoch', () => {
    const scene = before();
    expect(scene.told('promised')).toBe('2020-02-03');
    revise(scene, '2020-01-27');
    expect(scene.told('promised')).toBe('2020-02-05');
    expect(scene.state.calendar).toEqual({ region: '000000', revision: 2 });
    expect(scene.clock('promised')).toMatchObject({ epoch: 2, epochFrom: '2020-01-27' });
    scene.pass('2020-02-10');
    expect(scene.raised('promised')).toEqual(['W1 2020-02-03', 'Y1-promised 2020-02-04', 'R1 2020-02-06']);
  });

  it('an old calendar keeps its dates until then', () => {
    const scene = before();
    scene.pass('2020-02-04');
    expect(scene.raised('promised')).toEqual(['W1 2020-01-31', 'Y1-promised 2020-02-01', 'R1 2020-02-04']);
  });

  it('what was reached under the old calendar is raised before the new one is adopted', () => {
    const scene = before();
    revise(scene, '2020-02-01');
    scene.pass('2020-02-10');
    expect(scene.raised('promised')).toEqual([
      'W1 2020-01-31',
      'Y1-promised 2020-02-01',
      'W1 2020-02-03',
      'Y1-promised 2020-02-04',
      'R1 2020-02-06',
    ]);
  });

  it('a due date that a revision moves into the past has lapsed before the act it came with', () => {
    const scene = new Scene('2020-01-15', {}, shortFlow, revised('cn-2020.2', 1)).reviewed('2020-01-15', 'plain');
    scene.pass('2020-02-04');
    const approver = { calendar: revised('cn-2020.1', 2) };
    const facts = scene.give('2020-02-04', person('approver'), decision, approver);
    if (isRejection(facts)) throw new Error(facts.detail);
    const types = facts.map((fact) => fact.body.type);
    expect(types.indexOf('ClockLapsed')).toBeGreaterThan(types.indexOf('CalendarAdopted'));
    expect(types.indexOf('ClockLapsed')).toBeLessThan(types.indexOf('DecisionMade'));
    expect(scene.all('ClockLapsed').at(-1)).toMatchObject({ clock: 'promised', dueOn: '2020-02-03' });
  });

  const intoThePast = (rules?: number) => {
    // Before rules 3 a revision was a text.
    const [first, second] =
      rules === undefined
        ? [revised('cn-2020.2', 1), revised('cn-2020.1', 2)]
        : [nationalCalendar('cn-2020.2'), nationalCalendar('cn-2020.1')];
    const scene = new Scene('2020-01-15', {}, shortFlow, first).reviewed('2020-01-15', 'plain');
    const carried = { calendar: second, ...(rules !== undefined && { rules }) };
    if (rules !== undefined) scene.state = { ...scene.state, rules };
    scene.pass('2020-02-04');
    return { scene, move: () => scene.give('2020-02-04', admin, { type: 'advanceClock' }, carried) };
  };

  it('a due date that a revision moves into the past raises its red card, and no lower rung', () => {
    const { scene, move } = intoThePast();
    expect(scene.raised('promised')).toEqual(['W1 2020-02-03', 'Y1-promised 2020-02-04']);
    move();
    expect(scene.raised('promised').slice(2)).toEqual(['R1 2020-02-04']);
    const red = scene.all('WarningRaised').at(-1);
    expect(red).toMatchObject({ level: 'red', epoch: 2, dueOn: '2020-02-03', passedOver: [] });
    expect(red?.to).toContain('supervisor');
    scene.pass('2020-02-20');
    expect(scene.raised('promised')).toHaveLength(3);
  });

  it('a red card told before a revision is not told again by it', () => {
    const scene = new Scene('2020-01-15', {}, shortFlow, revised('cn-2020.2', 1)).reviewed('2020-01-15', 'plain');
    scene.pass('2020-02-10');
    expect(scene.raised('promised').at(-1)).toBe('R1 2020-02-06');
    const carried = { calendar: revised('cn-2020.1', 2) };
    scene.give('2020-02-10', admin, { type: 'advanceClock' }, carried);
    scene.pass('2020-02-20');
    expect(scene.raised('promised')).toHaveLength(3);
  });

  it('under the first rules a revision into the past raises nothing, as it was recorded', () => {
    const { scene, move } = intoThePast(1);
    move();
    expect(scene.state.calendar).toBe('cn-2020.1');
    expect(scene.raised('promised')).toHaveLength(2);
  });

  it('a closed clock is not told a new date', () => {
    const scene = before();
    scene.must('2020-01-16', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(revise(scene, '2020-01-27')).toMatchObject({ code: 'case-closed' });
    expect(scene.told('promised')).toBe('2020-02-03');
  });
});
