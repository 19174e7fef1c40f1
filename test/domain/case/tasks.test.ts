import { describe, expect, it } from 'vitest';
import { allowed } from '../../../domain/case/allowed.ts';
import { nextTask, openTasks } from '../../../domain/case/tasks.ts';
import { Scene, day, person } from '../../support/scene.ts';

const finish = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' } as const;
const claim = { type: 'claimTask', stepId: 'review' } as const;
const first = person('caseOfficer', 'first');
const second = person('caseOfficer', 'second');
const accepted = () => new Scene('2026-09-14').accepted('2026-09-14');
const task = (scene: Scene, stepId = 'review') => nextTask(scene.world, scene.state, scene.step(stepId));

describe('the task of a step', () => {
  it('is its post’s in the department of the case, and says nothing in the state until something special happens', () => {
    const scene = accepted();
    expect(task(scene)).toEqual({
      id: 'review',
      stepId: 'review',
      role: 'caseOfficer',
      departmentId: 'sy-water',
      regionCode: '210100',
      assignee: null,
      origin: 'step',
    });
    expect(Object.hasOwn(scene.step('review'), 'assignee')).toBe(false);
  });

  it('is one person’s once claimed: nobody else of the post acts on it', () => {
    const scene = accepted();
    scene.give('2026-09-15', first, claim);
    expect(scene.all('TaskClaimed')).toEqual([{ type: 'TaskClaimed', stepId: 'review', taskId: 'review' }]);
    expect(task(scene).assignee).toBe('first');
    expect(scene.refused('2026-09-15', second, claim)).toBe('task-of-another');
    expect(scene.refused('2026-09-15', second, finish)).toBe('task-of-another');
    expect(scene.refused('2026-09-15', first, claim)).toBe('task-held');
    expect(scene.give('2026-09-16', first, finish)).toContainEqual(expect.objectContaining({ actorId: 'first' }));
  });

  it('needs no claim: who holds the post may act at once', () => {
    expect(accepted().give('2026-09-15', second, finish)).toContainEqual(
      expect.objectContaining({ actorId: 'second' }),
    );
  });

  it('is given back to all of its post, by who holds it only', () => {
    const scene = accepted();
    scene.give('2026-09-15', first, claim);
    const release = { type: 'releaseTask', stepId: 'review', reason: 'r' } as const;
    expect(scene.refused('2026-09-15', second, release)).toBe('task-of-another');
    scene.give('2026-09-15', first, release);
    expect(task(scene).assignee).toBeNull();
    expect(scene.refused('2026-09-15', first, release)).toBe('task-not-held');
    expect(scene.give('2026-09-16', second, claim)).toHaveLength(1);
  });

  it('is handed over by who holds it, and reassigned by the chief of the section whoever holds it', () => {
    const scene = accepted();
    scene.give('2026-09-15', first, claim);
    scene.give('2026-09-15', first, { type: 'handOverTask', stepId: 'review', to: 'second', reason: 'r' });
    expect(task(scene).assignee).toBe('second');
    expect(scene.refused('2026-09-15', first, finish)).toBe('task-of-another');
    scene.must('2026-09-16', 'sectionChief', { type: 'reassignTask', stepId: 'review', to: 'third', reason: 'r' });
    expect(scene.all('TaskReassigned')).toEqual([
      { type: 'TaskReassigned', stepId: 'review', taskId: 'review', from: 'second', to: 'third', reason: 'r' },
    ]);
    expect(
      scene.refused('2026-09-16', 'sectionChief', { type: 'reassignTask', stepId: 'review', to: 'third', reason: 'r' }),
    ).toBe('task-same-person');
  });

  it('changes no clock and no date', () => {
    const scene = accepted();
    const before = scene.state.clocks;
    scene.give('2026-09-15', first, claim);
    scene.give('2026-09-15', first, { type: 'handOverTask', stepId: 'review', to: 'second', reason: 'r' });
    expect(scene.state.clocks).toEqual(before);
  });

  it('is the approver’s while the start of an untimed step is requested, and stays the holder’s after that', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14');
    scene.give('2026-09-15', first, { type: 'claimTask', stepId: 'experts' });
    scene.give('2026-09-15', first, { type: 'requestUntimedStep', stepId: 'experts', reason: 'r' });
    expect(task(scene, 'experts')).toMatchObject({
      id: 'start:experts',
      role: 'sectionChief',
      origin: 'start',
      assignee: null,
    });
    scene.must('2026-09-15', 'sectionChief', { type: 'approveUntimedStep', stepId: 'experts' });
    expect(task(scene, 'experts')).toMatchObject({ id: 'experts', assignee: 'first' });
    expect(
      scene.refused('2026-09-15', second, {
        type: 'recordNotice',
        stepId: 'experts',
        documentNo: '告1',
        servedOn: day('2026-09-15'),
      }),
    ).toBe('task-of-another');
  });

  it('stands beside the extension that waits; a closed case has none', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14');
    scene.must('2026-09-15', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' });
    expect(openTasks(scene.world, scene.state).map(({ id, role }) => `${id} ${role}`)).toEqual([
      'experts caseOfficer',
      'site siteInspector',
      'extension agencyHead',
    ]);
    scene.must('2026-09-16', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(openTasks(scene.world, scene.state)).toEqual([]);
  });

  it('is offered on screens as the machine answers: claiming while it is free, giving back while one holds it', () => {
    const scene = accepted();
    const offers = (actor: typeof first) =>
      allowed({ ...scene, actor, today: day('2026-09-15') })
        .filter(({ order, refusedBecause }) => order.endsWith('Task') && refusedBecause === undefined)
        .map(({ order }) => order);
    expect(offers(first)).toEqual(['claimTask', 'handOverTask']);
    scene.give('2026-09-15', first, claim);
    expect(offers(first)).toEqual(['releaseTask', 'handOverTask']);
    expect(offers(second)).toEqual([]);
    expect(offers(person('sectionChief'))).toEqual(['reassignTask']);
  });
});
