import { describe, expect, it } from 'vitest';
import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import type { FactType } from '../../../domain/case/facts/index.ts';
import { isSettledFor } from '../../../domain/case/acknowledging.ts';
import { Scene, person } from '../../support/scene.ts';

const first = person('caseOfficer', 'first');
const claimed = () => {
  const scene = new Scene('2026-09-14').accepted('2026-09-14');
  scene.give('2026-09-14', first, { type: 'claimTask', stepId: 'review' });
  return scene;
};
const told = (scene: Scene, kind: FactType) =>
  messageRowsOf(scene.facts, scene.world, scene.state)
    .filter((row) => row.kind === kind)
    .map((row) => row.role ?? row.personId);

describe('fault A4: a late step is told to who holds it', () => {
  it('to its post while nobody does: a late acceptance to the window, a late decision to the approver', () => {
    const window = new Scene('2026-09-14');
    window.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    window.pass('2026-12-01');
    for (const { to } of window.all('WarningRaised')) expect(to).toEqual(['windowClerk', 'windowLead', 'supervisor']);
    const warningId = window.state.warnings[0]?.id ?? '';
    window.must('2026-12-01', 'windowClerk', { type: 'acknowledge', warningId });
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    scene.pass('2026-12-01');
    expect(scene.all('WarningRaised').find(({ rung }) => rung === 'W1')?.to).toEqual(['approver']);
    expect(scene.all('WarningRaised').find(({ rung }) => rung === 'R1')?.to).toEqual([
      'approver',
      'windowLead',
      'deputyHead',
      'supervisor',
    ]);
  });

  it('by name once it is claimed', () => {
    const scene = claimed();
    scene.pass('2026-09-20');
    expect(scene.all('WarningRaised').find(({ rung }) => rung === 'Y1-step')?.to).toEqual([
      { person: 'first' },
      'windowLead',
    ]);
    expect(told(scene, 'WarningRaised')).toEqual(['first', 'windowLead']);
  });

  it('and who was told acknowledges for themselves: the card stays open', () => {
    const scene = claimed();
    scene.pass('2026-09-20');
    const warningId = scene.state.warnings[0]?.id ?? '';
    const order = { type: 'acknowledge', warningId } as const;
    expect(scene.refused('2026-09-20', person('caseOfficer', 'second'), order)).toBe('not-allowed');
    scene.give('2026-09-20', first, order);
    expect(scene.all('WarningAcknowledged')).toEqual([
      { type: 'WarningAcknowledged', warningId, note: null, as: 'self' },
    ]);
    expect(scene.state.warnings[0]).toMatchObject({ acknowledgedBy: null, seenBy: ['first'] });
    expect(scene.refused('2026-09-20', first, order)).toBe('warning-already-acknowledged');
    scene.must('2026-09-20', 'windowLead', order);
    expect(scene.state.warnings[0]).toMatchObject({ acknowledgedBy: 'windowLead', as: 'responsible' });
  });

  it('a department’s own acknowledgement of a red leaves it open for the supervisor', () => {
    const scene = claimed();
    scene.pass('2026-11-20');
    const red = scene.state.warnings.find(({ level }) => level === 'red');
    const order = { type: 'acknowledge', warningId: red?.id ?? '' } as const;
    scene.must('2026-11-20', 'deputyHead', order);
    expect(scene.refused('2026-11-20', 'windowLead', order)).toBe('warning-already-acknowledged');
    const after = scene.state.warnings.find(({ id }) => id === red?.id);
    expect(after && isSettledFor(after, 'supervisor', 'anyone')).toBe(false);
    scene.must('2026-11-20', 'supervisor', order);
    expect(scene.refused('2026-11-20', 'supervisor', order)).toBe('warning-already-acknowledged');
  });
});

describe('an application that nobody answers', () => {
  it('fault A3: is warned of a working day before its limit, and in red at its lapse', () => {
    const scene = new Scene('2026-11-27');
    scene.pass('2026-12-14');
    expect(scene.dueOn('notice')).toBe('2026-12-04');
    expect(scene.raised()).toEqual(['Y4 2026-12-03', 'R4 2026-12-05']);
    expect(scene.all('WarningRaised').map(({ level, to }) => [level, ...to])).toEqual([
      ['yellow', 'windowClerk', 'windowLead', 'supervisor'],
      ['red', 'windowClerk', 'windowLead', 'supervisor'],
    ]);
  });
});

describe('fault A5: who acts next is told, and who asked is told the answer', () => {
  const requested = () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14');
    scene.give('2026-09-15', first, { type: 'requestUntimedStep', stepId: 'experts', reason: 'r' });
    return scene;
  };

  it('a reminder of a step that waits for approval goes to the approver', () => {
    const scene = requested();
    scene.must('2026-09-16', 'supervisor', { type: 'remind', stepId: 'experts', note: 'n' });
    expect(told(scene, 'Reminded')).toEqual(['sectionChief']);
  });

  it('approving and declining tell the person who asked', () => {
    const approved = requested();
    approved.must('2026-09-16', 'sectionChief', { type: 'approveUntimedStep', stepId: 'experts' });
    expect(told(approved, 'UntimedStepApproved')).toEqual(['first']);
    const declined = requested();
    declined.must('2026-09-16', 'sectionChief', { type: 'declineUntimedStep', stepId: 'experts', reason: 'r' });
    expect(told(declined, 'UntimedStepDeclined')).toEqual(['first']);
  });

  it('so do the answers to an extension', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14');
    scene.give('2026-09-15', first, { type: 'requestExtension', count: 5, reason: 'r' });
    scene.must('2026-09-16', 'agencyHead', { type: 'declineExtension', reason: 'r' });
    expect(told(scene, 'ExtensionDeclined')).toEqual(['first']);
  });

  it('a task that moves tells who has it now, and who had it when the chief moved it', () => {
    const scene = claimed();
    scene.give('2026-09-15', first, { type: 'handOverTask', stepId: 'review', to: 'second', reason: 'r' });
    scene.must('2026-09-16', 'sectionChief', { type: 'reassignTask', stepId: 'review', to: 'third', reason: 'r' });
    expect(told(scene, 'TaskHandedOver')).toEqual(['second']);
    expect(told(scene, 'TaskReassigned')).toEqual(['third', 'second']);
  });
});
