import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { taskRowsOf } from '../../../db/projections/task-rows.ts';
import { toldOf } from '../../../domain/case/tasks.ts';
import { Scene, lineOf, person } from '../../support/scene.ts';

const proposal = { type: 'proposeRefusal', stepId: 'intake', competentAgency: 'a', reason: 'r' } as const;
const back = { type: 'returnProposal', stepId: 'intake', reason: 'r' } as const;
const refusal = { stepId: 'intake', reasons: 'r', remedy: 'm', documentNo: '不受1' } as const;
const refuse = { type: 'refuseAcceptance', ...refusal, competentAgency: 'a' } as const;
const checkIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;

/** Received on Monday 2026-09-14; the clerk thinks that another agency is competent. */
const proposed = () => {
  const scene = new Scene('2026-09-14');
  return { scene, facts: scene.must('2026-09-15', 'windowClerk', proposal) };
};
const tasks = ({ world, state }: Scene) => taskRowsOf(world, state).map(({ taskId, role }) => `${taskId} ${role}`);

describe('12.1.6: a refusal of acceptance that the window lays before its lead', () => {
  it('is the task of the lead, who is told, and moves no clock', () => {
    const { scene, facts } = proposed();
    expect(facts.map(lineOf)).toEqual(['RefusalProposed intake']);
    expect(tasks(scene)).toEqual(['refusal:intake windowLead']);
    expect(messageRowsOf(facts, scene.world, scene.state)).toMatchObject([
      { kind: 'RefusalProposed', role: 'windowLead', refId: 'intake' },
    ]);
    expect(toldOf(scene.world, scene.state, { to: ['handler'], stepId: 'intake' })).toEqual(['windowLead']);
    expect(scene.clock('notice').stops).toEqual([]);
    expect(scene.refused('2026-09-15', 'windowClerk', proposal)).toBe('refusal-proposed');
  });

  it('is given by the lead with an order of its own', () => {
    const { scene } = proposed();
    expect(scene.refused('2026-09-16', 'windowClerk', refuse)).toBe('not-allowed');
    scene.must('2026-09-16', 'windowLead', refuse);
    expect([scene.state.status, scene.state.result, tasks(scene)]).toEqual(['closed', 'notCompetent', []]);
  });

  it('or is returned to who proposed it, and may be proposed again', () => {
    const { scene } = proposed();
    expect(scene.refused('2026-09-16', 'windowClerk', back)).toBe('not-allowed');
    const facts = scene.must('2026-09-16', 'windowLead', back);
    const clerk = person('windowClerk').id;
    expect(messageRowsOf(facts, scene.world, scene.state)).toMatchObject([
      { kind: 'ProposalReturned', role: null, personId: clerk },
    ]);
    expect(tasks(scene)).toEqual(['intake windowClerk']);
    expect(scene.refused('2026-09-16', 'windowLead', back)).toBe('no-refusal-proposed');
    scene.must('2026-09-16', 'windowClerk', proposal);
    expect(tasks(scene)).toEqual(['refusal:intake windowLead']);
  });

  it('ends with the step that it was made in: who goes on has thought better of it', () => {
    const { scene } = proposed();
    scene.must('2026-09-15', 'windowClerk', checkIn);
    expect(tasks(scene)).toEqual(['acceptance windowClerk']);
    expect(scene.refused('2026-09-15', 'windowLead', { ...back, stepId: 'acceptance' })).toBe('no-refusal-proposed');
  });

  it('is not proposed once silence has accepted the application', () => {
    const scene = new Scene('2026-09-14');
    scene.pass('2026-09-21', '00:10');
    expect(scene.refused('2026-09-22', 'windowClerk', proposal)).toBe('accepted-by-silence');
  });
});
