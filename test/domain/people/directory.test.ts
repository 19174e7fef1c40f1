import { describe, expect, it } from 'vitest';
import { waterAbstraction } from '../../../db/seed/items/water-abstraction.ts';
import type { Order } from '../../../domain/case/acts/index.ts';
import type { Actor, Post, Role } from '../../../domain/people/roles.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, at, day, person } from '../../support/scene.ts';

const here = { departmentId: 'sy-water', regionCode: '210100' } as const;
const elsewhere = { departmentId: 'sy-health', regionCode: '210100' } as const;
const holds = (id: string, role: Role, where: Omit<Post, 'role'> = here): Actor => ({
  id,
  posts: [{ role, ...where }],
});

/** How a case answers an order that names people of whom the door found these. */
function answered(scene: Scene, by: Role, order: Order, found: readonly Actor[]): string {
  const answer = scene.give('2026-09-16', person(by), order, { people: found });
  return isRejection(answer) ? answer.code : 'accepted';
}

const inspection: Order = {
  type: 'finishInspection',
  stepId: 'site',
  outcome: 'pass',
  heldOn: day('2026-09-16'),
  inspectors: ['i', 'j'],
  findings: 'f',
};
const hearing: Order = {
  type: 'finishHearing',
  stepId: 'hearing',
  outcome: 'held',
  heldOn: day('2026-09-16'),
  presider: 'p',
  record: 'r',
};
const inspected = () => new Scene('2026-09-14').reviewed('2026-09-14').started('2026-09-15', 'site', 'siteInspector');
const heard = () =>
  new Scene('2026-09-14')
    .reviewed('2026-09-14', 'hearing')
    .started('2026-09-15', 'hearing', 'hearingOfficer', 'deputyHead');

describe('fault B1: the people an order names are those of the directory', () => {
  const i = holds('i', 'siteInspector');
  const rows: [string, readonly Actor[], string][] = [
    ['two inspectors of the department', [i, holds('j', 'siteInspector')], 'accepted'],
    ['a case officer of the department beside an inspector', [i, holds('j', 'caseOfficer')], 'accepted'],
    ['nobody of that id, or a disabled account', [i], 'person-unknown'],
    ['an inspector of another department', [i, holds('j', 'siteInspector', elsewhere)], 'person-without-post'],
    ['a system administrator', [i, holds('j', 'systemAdmin')], 'person-without-post'],
    ['somebody without a post', [i, { id: 'j', posts: [] }], 'person-without-post'],
  ];
  it.each(rows)('inspectors: %s: %s', (_what, found, code) => {
    expect(answered(inspected(), 'siteInspector', inspection, found)).toBe(code);
  });

  const presiders: [string, readonly Actor[], string][] = [
    ['a hearing officer of the department', [holds('p', 'hearingOfficer')], 'accepted'],
    ['nobody of that id', [], 'person-unknown'],
    ['a hearing officer of another department', [holds('p', 'hearingOfficer', elsewhere)], 'person-without-post'],
    ['a window clerk', [holds('p', 'windowClerk')], 'person-without-post'],
  ];
  it.each(presiders)('presider: %s', (_what, found, code) => {
    expect(answered(heard(), 'hearingOfficer', hearing, found)).toBe(code);
  });

  it('officials among the experts exist, wherever they work', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14').started('2026-09-15', 'experts', 'caseOfficer');
    const order: Order = { ...expertOpinion, officials: ['e'] };
    expect(answered(scene, 'caseOfficer', order, [])).toBe('person-unknown');
    expect(answered(scene, 'caseOfficer', order, [holds('e', 'reviewer', elsewhere)])).toBe('accepted');
  });

  it('was not asked before rules 3: cases under older rules replay as they were', () => {
    const scene = inspected();
    scene.state = { ...scene.state, rules: 2 };
    const answer = scene.give('2026-09-16', person('siteInspector'), inspection, { people: [], rules: 2 });
    expect(isRejection(answer)).toBe(false);
  });
});

describe('fault B2: who checked the facts has reviewed the case (XKF 34, 48)', () => {
  it('and does not preside its hearing', () => {
    const scene = inspected();
    scene.must('2026-09-16', 'siteInspector', inspection);
    expect(scene.state.handledBy).toEqual(expect.arrayContaining(['i', 'j']));
    // The test flow has either; a flow with both brings the first one's people into the second.
    const next = heard();
    next.state = { ...next.state, handledBy: scene.state.handledBy };
    expect(answered(next, 'hearingOfficer', { ...hearing, presider: 'i' }, [holds('i', 'hearingOfficer')])).toBe(
      'presider-is-reviewer',
    );
    expect(answered(next, 'hearingOfficer', hearing, [holds('p', 'hearingOfficer')])).toBe('accepted');
  });

  it('in one case: inspected by i and j, majorInterest, and then heard', () => {
    const scene = new Scene('2026-09-14', {}, waterAbstraction.definition);
    scene.must('2026-09-14', 'windowClerk', { type: 'checkIn', stepId: 'intake', received: [] });
    scene.must('2026-09-14', 'windowClerk', { type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    const direct = { type: 'finishReview', stepId: 'review', outcome: 'direct', opinion: 'o' } as const;
    scene.must('2026-09-14', 'caseOfficer', direct);
    scene.started('2026-09-15', 'siteInspection', 'siteInspector');
    const interest = { stepId: 'siteInspection', outcome: 'majorInterest' };
    scene.must('2026-09-16', 'siteInspector', { ...inspection, ...interest });
    scene.started('2026-09-16', 'hearing', 'hearingOfficer', 'deputyHead');
    for (const presider of ['i', 'j', 'caseOfficer']) {
      expect([presider, scene.refused('2026-09-16', 'hearingOfficer', { ...hearing, presider })]).toEqual([
        presider,
        'presider-is-reviewer',
      ]);
    }
    scene.must('2026-09-16', 'hearingOfficer', hearing);
  });

  it('is folded from rules 3 on only: the state of older cases keeps its bytes', () => {
    const scene = inspected();
    scene.state = { ...scene.state, rules: 2 };
    const answer = scene.give('2026-09-16', person('siteInspector'), inspection, { rules: 2 });
    expect(isRejection(answer)).toBe(false);
    expect(scene.state.handledBy).toEqual(['caseOfficer']);
  });
});

describe('a person to whom a task goes', () => {
  const rows: [string, Actor | null, string][] = [
    ['holds the post of the step in its department', holds('n', 'caseOfficer'), 'accepted'],
    ['does not exist', null, 'person-unknown'],
    ['holds another post', holds('n', 'windowClerk'), 'person-without-post'],
    ['holds the post in another department', holds('n', 'caseOfficer', elsewhere), 'person-without-post'],
  ];
  it.each(rows)('%s', (_what, found, code) => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    for (const [by, type] of [
      ['caseOfficer', 'handOverTask'],
      ['sectionChief', 'reassignTask'],
    ] as const) {
      const order = { type, stepId: 'review', to: 'n', reason: 'r' } as const;
      const answer = scene.tryOut(at('2026-09-16'), person(by), order, found === null ? [] : [found]);
      expect([type, isRejection(answer) ? answer.code : 'accepted']).toEqual([type, code]);
    }
  });
});
