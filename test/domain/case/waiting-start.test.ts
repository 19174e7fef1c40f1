import { describe, expect, it } from 'vitest';
import { explainClock } from '../../../server/presenters/explain.ts';
import { clockLightOn } from '../../../domain/case/lights.ts';
import { isClockError } from '../../../domain/clock/clock.ts';
import { compilePlan } from '../../../domain/flow/compile.ts';
import { stepBook } from '../../../domain/words/clock-title.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, day } from '../../support/scene.ts';

const reviewed = () => new Scene('2026-03-02').reviewed('2026-03-02');

describe('the wait for the start of an untimed step', () => {
  it('fault A9: runs against a limit, three working days where the item says nothing', () => {
    const scene = reviewed();
    expect(scene.dueOn('start:site')).toBe('2026-03-05');
    expect(scene.clock('start:site')).toMatchObject({
      kind: 'start',
      stepId: 'site',
      limit: { count: 3, unit: 'workday' },
    });
  });

  it('fault A9: is warned of in yellow and in red, to who acts next, while experts beside it are at work', () => {
    const scene = reviewed().started('2026-03-03', 'experts', 'caseOfficer');
    scene.must('2026-03-03', 'siteInspector', { type: 'requestUntimedStep', stepId: 'site', reason: 'r' });
    scene.pass('2026-12-01');
    expect(scene.raised('start:site')).toEqual(['Y6 2026-03-04', 'R6 2026-03-06']);
    const [yellow, red] = scene.all('WarningRaised').filter(({ clock }) => clock === 'start:site');
    expect([yellow?.level, yellow?.to]).toEqual(['yellow', ['sectionChief', 'windowLead']]);
    expect([red?.level, red?.to]).toEqual(['red', ['sectionChief', 'windowLead', 'supervisor']]);
    const lights = ['2026-03-03', '2026-03-04', '2026-03-06'].map((on) =>
      clockLightOn(scene.world, scene.clock('start:site'), day(on)),
    );
    expect(lights).toEqual(['green', 'yellow', 'red']);
  });

  it('fault A9: is explained day by day', () => {
    const { world, state } = reviewed();
    const clock = state.clocks.find(({ id }) => id === 'start:site');
    if (clock === undefined) throw new Error('the wait has no clock');
    const explained = explainClock({ clock, world, today: day('2026-03-04'), book: stepBook(testFlow), steps: [] });
    if (isClockError(explained)) throw new Error(explained.detail);
    expect(explained.dueOn).toBe('2026-03-05');
    expect(explained.rows.map(({ date, total }) => `${date} ${total}`)).toEqual([
      '2026-03-02 0',
      '2026-03-03 1',
      '2026-03-04 2',
      '2026-03-05 3',
    ]);
  });

  it('ends with the start, and with the case', () => {
    const scene = reviewed().started('2026-03-04', 'site', 'siteInspector');
    expect(scene.clock('start:site').endedOn).toBe('2026-03-04');
    scene.must('2026-03-05', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(scene.clock('start:experts').endedOn).toBe('2026-03-05');
    scene.pass('2026-12-01');
    expect(scene.raised('start:site')).toEqual(['Y6 2026-03-04']);
  });

  it('has the limit of the item where it sets one, and none in a plan of before', () => {
    const start = { ...testFlow.limits.notice, count: 10 };
    expect(compilePlan({ ...testFlow, limits: { ...testFlow.limits, start } }, null).limits.start?.count).toBe(10);
    const scene = new Scene('2026-03-02').accepted('2026-03-02');
    const { start: _none, ...limits } = scene.world.plan.limits;
    scene.world = { ...scene.world, plan: { ...scene.world.plan, limits } };
    scene.must('2026-03-02', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' });
    expect(scene.state.clocks.filter(({ kind }) => kind === 'start')).toEqual([]);
  });
});
