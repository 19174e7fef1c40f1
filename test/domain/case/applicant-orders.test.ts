import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { applicantActor } from '../../../domain/people/applicant.ts';
import { Scene, day } from '../../support/scene.ts';

const plan = { kind: 'material', id: 'plan' } as const;

/** Received on Friday 2026-09-18, told on Monday that its plan is missing. */
const asked = () => {
  const scene = new Scene('2026-09-18');
  scene.must('2026-09-21', 'windowClerk', {
    type: 'askSupplement',
    stepId: 'intake',
    documentNo: '补1',
    servedOn: day('2026-09-21'),
    asked: [{ ...plan, defect: 'missing' }],
    mends: ['w'],
    consequence: 'q',
  });
  return scene;
};
/** Whom the last fact told. */
const told = ({ facts, world, state }: Scene) =>
  messageRowsOf(facts, world, state).filter(({ seq }) => seq >= facts.length - 3);
const report = (scene: Scene, on: string) => scene.give(on, applicantActor, { type: 'reportSupplied' });
const askWithdrawal = (scene: Scene, on: string) =>
  scene.give(on, applicantActor, { type: 'askWithdrawal', statement: 's' });

describe('what the applicant orders with the query code', () => {
  it('that all is supplied: the time to answer begins anew on that day, and who has the step is told', () => {
    const scene = asked();
    report(scene, '2026-09-23');
    expect(scene.clock('supplement').endedOn).toBe('2026-09-23');
    expect([scene.state.supplement?.state, scene.dueOn('notice#2')]).toEqual(['declared', '2026-10-08']);
    expect(told(scene)).toMatchObject([{ kind: 'SupplyReported', role: 'windowClerk', refId: 'intake' }]);
    const again = report(scene, '2026-09-24');
    expect(isRejection(again) && again.code).toBe('no-supplement-awaited');
  });

  it('the end of the application: only asked for, once, and until there is a decision; the window makes it', () => {
    const scene = asked();
    askWithdrawal(scene, '2026-09-22');
    expect([scene.state.status, scene.state.withdrawalAsked?.on]).toEqual(['open', '2026-09-22']);
    expect(told(scene)).toMatchObject([{ kind: 'WithdrawalAsked', role: 'windowClerk' }]);
    const again = askWithdrawal(scene, '2026-09-23');
    expect(isRejection(again) && again.code).toBe('withdrawal-asked');
    scene.must('2026-09-23', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect([scene.state.status, scene.state.result]).toEqual(['closed', 'withdrawn']);
  });
});
