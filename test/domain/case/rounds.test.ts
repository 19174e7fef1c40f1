import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/case/apply.ts';
import { outcomesOf } from '../../../domain/case/decide.ts';
import { plannedStep } from '../../../domain/case/planned.ts';
import { seal, verifyChain } from '../../../domain/case/seal.ts';
import type { FactBody } from '../../../domain/case/facts/index.ts';
import type { Stamp } from '../../../domain/case/seal.ts';
import { currentRules, tick } from '../../../domain/case/machine.ts';
import { openSteps } from '../../../domain/flow/walk.ts';
import { clockId, instanceId } from '../../../domain/instance-id.ts';
import { Scene, at, caseId, day, person } from '../../support/scene.ts';

const second = instanceId('review', 2);

/** A case whose review was gone through once, and is open again as `review#2`. */
function again(): Scene {
  const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'pass');
  const on = day('2026-09-16');
  const limit = { count: 4, unit: 'workday' } as const;
  for (const body of [
    {
      type: 'StepOpened',
      stepId: second,
      on,
      untimed: false,
      kind: 'review',
      by: 'caseOfficer',
      departmentId: 'sy-water',
      limit,
    },
    { type: 'ClockStarted', clock: clockId('step', second), kind: 'step', stepId: second, startedOn: on, limit },
  ] satisfies FactBody[]) {
    const stamp: Stamp = { at: at('2026-09-16'), recordedAt: at('2026-09-16'), requestId: 'test', actorId: null };
    const fact = seal(scene.state, stamp, body);
    scene.state = fold(caseId, [fact], scene.state);
    scene.facts.push(fact);
  }
  return scene;
}

describe('a step that is gone through again', () => {
  it('is a step of its own with the plan of the first, and the flow sees its last round only', () => {
    const scene = again();
    expect(plannedStep(scene.world, second)).toBe(plannedStep(scene.world, 'review'));
    expect(outcomesOf(scene.state)).toEqual({ intake: 'received', acceptance: 'accepted' });
    expect(openSteps(scene.world.plan, { outcomes: outcomesOf(scene.state), byForm: {} })).toEqual(['review']);
  });

  it('ends with its own clock, opens nothing twice, and carries the flow on', () => {
    const scene = again();
    const order = { type: 'finishReview', stepId: second, outcome: 'plain', opinion: 'o' } as const;
    scene.must('2026-09-17', 'caseOfficer', order);
    expect(scene.clock(clockId('step', second)).endedOn).toBe('2026-09-17');
    expect(outcomesOf(scene.state)['review']).toBe('plain');
    expect(scene.state.steps.map(({ id }) => id)).toContain('decision');
    expect(scene.state.steps.filter(({ id }) => id === second)).toHaveLength(1);
    expect(verifyChain(scene.facts)).toBeNull();
  });

  it('has warnings and tasks of its own', () => {
    const scene = again();
    scene.give('2026-09-16', person('caseOfficer', 'first'), { type: 'claimTask', stepId: second });
    expect(scene.step('review').assignee).toBeUndefined();
    scene.pass('2026-09-25');
    expect(scene.all('WarningRaised').find(({ clock }) => clock === clockId('step', second))?.to).toEqual([
      { person: 'first' },
      'windowLead',
    ]);
  });
});

describe('what stands in the envelope of a fact', () => {
  const stamp: Stamp = { at: 1, recordedAt: 1, requestId: 'r', actorId: 'a' };
  const body: FactBody = { type: 'RulesAdopted', rules: 3 };

  it('is hashed with a stand-in only where there is one', () => {
    const alone = seal({ seq: 0, hash: '' }, stamp, body);
    const standIn = seal({ seq: 0, hash: '' }, { ...stamp, onBehalfOf: 'b' }, body);
    expect(standIn.onBehalfOf).toBe('b');
    expect(standIn.hash).not.toBe(alone.hash);
    expect(Object.hasOwn(alone, 'onBehalfOf')).toBe(false);
    expect(verifyChain([standIn])).toBeNull();
    expect(verifyChain([{ ...standIn, onBehalfOf: 'c' }])).toBe(1);
  });
});

describe('what StepOpened says', () => {
  it('is kind, post, department and limit from rules 3 on, so that nobody asks the plan about a past step', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    expect(scene.all('StepOpened').at(-1)).toEqual({
      type: 'StepOpened',
      stepId: 'review',
      on: '2026-09-14',
      untimed: false,
      kind: 'review',
      by: 'caseOfficer',
      departmentId: 'sy-water',
      limit: { count: 4, unit: 'workday' },
    });
    expect(scene.step('review').drawn).toMatchObject({ kind: 'review', by: 'caseOfficer' });
  });

  it('was less before: a case of rules 2 goes on, and its next step says all', () => {
    const scene = new Scene('2026-09-14');
    scene.state = { ...scene.state, rules: 2 };
    expect(tick(scene.world, scene.state, at('2026-09-14')).facts).toEqual([]);
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: ['plan'] });
    expect(scene.all('RulesAdopted')).toEqual([{ type: 'RulesAdopted', rules: currentRules }]);
    expect(scene.all('StepOpened').at(-1)).toMatchObject({
      stepId: 'acceptance',
      kind: 'acceptance',
      by: 'windowClerk',
    });
  });
});
