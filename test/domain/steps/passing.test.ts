import { describe, expect, it } from 'vitest';
import { allowed } from '../../../domain/case/allowed.ts';
import { lightDaysOf, shineOn } from '../../../domain/case/lights.ts';
import { openTasks } from '../../../domain/case/tasks.ts';
import { compilePlan } from '../../../domain/flow/compile.ts';
import { kinds } from '../../../domain/steps/index.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { atWindow, listOf, passed, passedAgain, passingFlow } from '../../support/passing-flow.ts';
import { Scene, day, person } from '../../support/scene.ts';
import { answerTo, stepRules } from '../../support/step-rules.ts';

const sign = { type: 'signForMaterials', stepId: 'passing' } as const;
const back = { type: 'returnToWindow', stepId: 'passing', reason: 'r' } as const;
const accept = { type: 'accept', stepId: 'acceptance', documentNo: '受1' } as const;
const checkIn = { type: 'checkIn', stepId: 'intake', received: ['plan'] } as const;
const again = { type: 'passToDepartment', stepId: 'passing', receiver: 'caseOfficer' } as const;
const turnOf = ({ world, state }: Scene) =>
  openTasks(world, state).map(({ role, assignee, origin }) => [role, assignee, origin]);

describe('the step kind passing', () => {
  it.each(stepRules.passing)('$says: $code', (rule) => {
    expect(answerTo(kinds.passing, rule)).toBe(rule.code);
  });

  it('goes from the window to the officer who is handed the materials, back, and on to who answers', () => {
    const scene = atWindow('2026-09-14');
    scene.must('2026-09-15', 'windowClerk', checkIn);
    expect(turnOf(scene)).toEqual([['windowClerk', null, 'step']]);
    passedAgain(scene, '2026-09-15');
    expect(turnOf(scene)).toEqual([['caseOfficer', 'caseOfficer', 'passing']]);
    expect(scene.refused('2026-09-15', 'windowClerk', { ...again, items: listOf(scene) })).toBe('already-passed');
    const claim = { type: 'claimTask', stepId: 'passing' } as const;
    expect(scene.refused('2026-09-15', 'windowClerk', claim)).toBe('already-passed');
    scene.must('2026-09-15', 'caseOfficer', back);
    expect(scene.refused('2026-09-15', 'caseOfficer', sign)).toBe('nothing-passed');
    expect(turnOf(scene)).toEqual([['windowClerk', null, 'step']]);
    passedAgain(scene, '2026-09-16');
    expect(scene.step('passing').passing).toMatchObject({ stage: 'passed', round: 2, on: '2026-09-16' });
    // A colleague of whom it was handed to signs as well.
    scene.give('2026-09-16', person('caseOfficer', 'colleague'), sign);
    expect(turnOf(scene)).toEqual([['caseOfficer', null, 'step']]);
    scene.must('2026-09-17', 'caseOfficer', accept);
    expect(scene.state.acceptedOn).toBe('2026-09-17');
  });

  it('is not signed for by who passed the materials on', () => {
    const scene = atWindow('2026-09-14');
    scene.must('2026-09-14', 'windowClerk', checkIn);
    const both = { id: 'both', posts: [...person('windowClerk').posts, ...person('caseOfficer').posts] };
    const pass = { type: 'passToDepartment', stepId: 'passing', items: listOf(scene) } as const;
    expect(scene.refused('2026-09-14', both, { ...pass, receiver: 'both' })).toBe('task-same-person');
    scene.give('2026-09-14', both, { ...pass, receiver: 'caseOfficer' });
    expect(scene.refused('2026-09-14', both, sign)).toBe('four-eyes');
  });

  it('lists each material that came in once, and nothing else; one without paper is a file', () => {
    const scene = atWindow('2026-09-14');
    scene.must('2026-09-14', 'windowClerk', checkIn);
    const list = listOf(scene);
    const pass = { type: 'passToDepartment', stepId: 'passing', receiver: 'caseOfficer' } as const;
    const odd = { id: 'nothing', originals: 1, copies: 0 };
    for (const items of [[], list.slice(1), [...list, odd], [...list, ...list]]) {
      expect(scene.refused('2026-09-14', 'windowClerk', { ...pass, items })).toBe('passed-list-mismatch');
    }
    scene.must('2026-09-14', 'windowClerk', {
      ...pass,
      items: list.map(({ id }) => ({ id, originals: 0, copies: 0 })),
    });
  });

  it('waits until the window has verified who filed online', () => {
    const scene = new Scene('2026-09-14', { channel: 'online', identity: 'unverified' }, passingFlow);
    scene.must('2026-09-14', 'windowClerk', checkIn);
    const pass = {
      type: 'passToDepartment',
      stepId: 'passing',
      receiver: 'caseOfficer',
      items: listOf(scene),
    } as const;
    expect(scene.refused('2026-09-14', 'windowClerk', pass)).toBe('identity-not-verified');
    scene.must('2026-09-14', 'windowClerk', {
      type: 'verifyIdentity',
      proof: 'document',
      verifiedOn: day('2026-09-14'),
    });
    scene.must('2026-09-14', 'windowClerk', pass);
  });

  it('lets the window answer nothing that is the department’s, and says whose it is', () => {
    const scene = passed(atWindow('2026-09-14'), '2026-09-14');
    expect(scene.refused('2026-09-14', 'windowClerk', accept)).toBe('step-not-open');
    scene.must('2026-09-14', 'caseOfficer', sign);
    expect(scene.refused('2026-09-15', 'windowClerk', accept)).toBe('department-answers');
    expect(scene.refused('2026-09-15', 'approver', accept)).toBe('not-allowed');
    const desk = { world: scene.world, state: scene.state, actor: person('windowClerk'), today: day('2026-09-15') };
    const offer = allowed(desk).find(({ order }) => order === 'accept');
    expect(offer).toMatchObject({
      refusedBecause: { code: 'department-answers', about: { roles: ['caseOfficer'] } },
      waitsFor: [{ role: 'caseOfficer' }],
    });
  });
});

describe('the time to pass on', () => {
  it('runs from the day of receipt, warns the window only, and shines red until the materials are passed on', () => {
    const scene = atWindow('2026-09-14');
    expect(scene.dueOn('passing')).toBe('2026-09-16');
    scene.pass('2026-09-17');
    expect(scene.all('WarningRaised').filter(({ clock }) => clock === 'passing')).toMatchObject([
      { rung: 'Y11', level: 'yellow', to: ['windowClerk', 'windowLead'], on: '2026-09-15' },
      { rung: 'R11', level: 'red', to: ['windowClerk', 'windowLead', 'supervisor'], on: '2026-09-17' },
    ]);
    const shine = () => shineOn(lightDaysOf(scene.world, scene.clock('passing')), day('2026-09-17'));
    expect(shine()).toBe('red');
    passed(scene, '2026-09-17');
    expect([shine(), scene.clock('passing').endedOn]).toEqual(['green', '2026-09-17']);
    expect(scene.clock('notice').endedOn).toBeNull();
  });

  it('runs on after a return as if nothing had been passed on, and tells what that has made late', () => {
    const scene = passed(atWindow('2026-09-14'), '2026-09-16');
    scene.must('2026-09-17', 'caseOfficer', back);
    expect([scene.clock('passing#2').startedOn, scene.dueOn('passing#2')]).toEqual(['2026-09-14', '2026-09-16']);
    expect(scene.raised('passing#2')).toEqual(['R11 2026-09-17']);
    passedAgain(scene, '2026-09-17');
    expect(scene.clock('passing#2').endedOn).toBe('2026-09-17');
  });

  it('is never the department’s: what it leaves unsigned is nobody’s late passing', () => {
    const scene = passed(atWindow('2026-09-14'), '2026-09-15');
    scene.pass('2026-09-20');
    expect(scene.raised('passing')).toEqual(['Y11 2026-09-15']);
    expect(scene.all('ClockLapsed').filter(({ clock }) => clock.startsWith('passing'))).toEqual([]);
    expect(scene.refused('2026-09-20', 'caseOfficer', back)).toBe('return-too-late');
  });

  it('ends where the applicant is asked to supply, and begins anew with the time to answer', () => {
    const scene = atWindow('2026-09-14');
    const asked = {
      asked: [{ kind: 'material', id: 'plan', defect: 'missing' }],
      mends: ['w'],
      consequence: 'q',
    } as const;
    const notice = { documentNo: '补1', servedOn: day('2026-09-15'), ...asked };
    scene.must('2026-09-15', 'windowClerk', { type: 'askSupplement', stepId: 'intake', ...notice });
    expect(scene.clock('passing').endedOn).toBe('2026-09-15');
    const declared = { type: 'declareSupplied', stepId: 'intake', declaredOn: day('2026-09-22') } as const;
    scene.must('2026-09-22', 'windowClerk', declared);
    expect([scene.clock('passing#2').startedOn, scene.dueOn('passing#2')]).toEqual(['2026-09-22', '2026-09-24']);
    const empty = { ...checkIn, received: [] };
    expect(scene.refused('2026-09-22', 'windowClerk', empty)).toBe('materials-missing');
    scene.must('2026-09-22', 'windowClerk', checkIn);
  });

  it('lets nothing out of the window that the applicant still has to mend', () => {
    const scene = atWindow('2026-09-14');
    const asked = { asked: [{ kind: 'field', id: 'use', defect: 'wrong' }], mends: ['w'], consequence: 'q' } as const;
    const notice = { documentNo: '补1', servedOn: day('2026-09-15'), ...asked };
    scene.must('2026-09-15', 'windowClerk', { type: 'askSupplement', stepId: 'intake', ...notice });
    expect(scene.refused('2026-09-15', 'windowClerk', checkIn)).toBe('supplement-outstanding');
    const mended = { arrived: [{ kind: 'field', id: 'use' }], arrivedOn: day('2026-09-16') } as const;
    scene.must('2026-09-16', 'windowClerk', { type: 'receiveSupplement', stepId: 'intake', ...mended });
    scene.must('2026-09-16', 'windowClerk', checkIn);
  });
});

it('changes nothing for a flow that does not say so: neither its plan nor its ladder knows of it', () => {
  const plan = JSON.stringify(compilePlan(testFlow, null));
  expect(plan).not.toContain('passing');
  expect(compilePlan(passingFlow, null).ladder.map(({ id }) => id)).toContain('R11');
});
