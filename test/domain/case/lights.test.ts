import { describe, expect, it } from 'vitest';
import { clockLightOn, lightDaysAmong, lightDaysOf, shineOn } from '../../../domain/case/lights.ts';
import type { Rung } from '../../../domain/flow/definition.ts';
import { caseRowOf } from '../../../db/projections/case-row.ts';
import { taskRowsOf } from '../../../db/projections/task-rows.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, day } from '../../support/scene.ts';

/** Promised for 2026-03-23, statutory for 03-30; both are past when the experts begin on 03-31, which nothing else hurried. */
const patient = { ...testFlow.limits, start: { ...testFlow.limits.notice, count: 60 } };
const stoppedTooLate = () =>
  new Scene('2026-03-02', {}, { ...testFlow, limits: patient })
    .reviewed('2026-03-02')
    .started('2026-03-31', 'experts', 'caseOfficer');

const lightOf = (scene: Scene, clock: string, on: string) => clockLightOn(scene.world, scene.clock(clock), day(on));
const shineOf = ({ world, state }: Scene, on: string) =>
  shineOn(
    lightDaysAmong(world, state, () => true),
    day(on),
  );

describe('the light of a clock and of its case', () => {
  it('fault A1: a due date that is past stays where it was, whatever stops afterwards, in every list and on the page', () => {
    const scene = stoppedTooLate();
    const { world, state } = scene;
    expect(scene.dueOn('promise:experts')).toBe('2026-04-15');
    expect(caseRowOf(world, state)).toMatchObject({
      sortDueOn: '2026-03-23',
      sortClock: 'promised',
      redKey: '2026-03-24',
    });
    for (const task of taskRowsOf(world, state)) {
      expect(task).toMatchObject({ dueKey: '2026-03-23', sortClock: 'promised', redKey: '2026-03-24' });
    }
    expect(['promised', 'statutory'].map((clock) => lightOf(scene, clock, '2026-04-01'))).toEqual(['red', 'red']);
    expect(shineOf(scene, '2026-04-01')).toBe('red');
  });

  it('fault A1: no acknowledgement of the department changes a light', () => {
    const scene = stoppedTooLate();
    const before = caseRowOf(scene.world, scene.state);
    for (const { warningId } of scene.all('WarningRaised')) {
      scene.must('2026-04-01', 'windowLead', { type: 'acknowledge', warningId });
    }
    expect(caseRowOf(scene.world, scene.state)).toEqual({ ...before, seq: scene.state.seq });
    expect(shineOf(scene, '2026-04-01')).toBe('red');
  });

  it('fault A2: a late step is yellow, a short one is green until it is late', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-02');
    expect(scene.dueOn('step:review')).toBe('2026-03-06');
    const lights = ['2026-03-02', '2026-03-06', '2026-03-07', '2026-03-18'].map((on) => [
      lightOf(scene, 'step:review', on),
      shineOf(scene, on),
    ]);
    expect(lights).toEqual([
      ['green', 'green'],
      ['green', 'green'],
      ['yellow', 'yellow'],
      ['yellow', 'yellow'],
    ]);
    expect(lightDaysOf(scene.world, scene.clock('step:review'))).toEqual({ yellowFrom: '2026-03-07', redFrom: null });
    expect(taskRowsOf(scene.world, scene.state)).toMatchObject([{ yellowKey: '2026-03-07', redKey: '2026-03-24' }]);
  });

  it('fault A2: near is what a rung calls near, from its day on, and red waits for the date', () => {
    const red: Rung = { id: 'early', clock: 'promised', at: { before: 5 }, level: 'red', to: ['supervisor'] };
    const scene = new Scene('2026-03-02', {}, { ...testFlow, ladder: [red] }).reviewed('2026-03-02', 'plain');
    const on = ['2026-03-15', '2026-03-16', '2026-03-23', '2026-03-24'];
    expect(on.map((date) => lightOf(scene, 'promised', date))).toEqual(['green', 'yellow', 'yellow', 'red']);
    expect(['2026-03-30', '2026-03-31'].map((date) => lightOf(scene, 'statutory', date))).toEqual(['green', 'red']);
  });

  it.each([
    ['notice', '2026-03-09', '2026-03-10', (scene: Scene) => scene],
    ['delivery', '2026-03-16', '2026-03-17', (scene: Scene) => scene.decided('2026-03-02')],
    [
      'promise:experts',
      '2026-03-16',
      '2026-03-17',
      (scene: Scene) => scene.reviewed('2026-03-02').started('2026-03-02', 'experts', 'caseOfficer'),
    ],
  ] as const)('turns %s red the day after it was due', (clock, due, after, play) => {
    const scene = play(new Scene('2026-03-02'));
    expect(scene.dueOn(clock)).toBe(due);
    expect([due, after].map((on) => lightOf(scene, clock, on) === 'red')).toEqual([false, true]);
  });

  it('stands still while it is stopped, and is out when it is over', () => {
    const scene = new Scene('2026-03-02').reviewed('2026-03-02').started('2026-03-18', 'experts', 'caseOfficer');
    expect(lightOf(scene, 'promised', '2026-06-01')).toBe('stopped');
    expect(lightOf(scene, 'notice', '2026-06-01')).toBe('ended');
  });
});
