import { describe, expect, it } from 'vitest';

import { allowed } from '../../../domain/case/allowed.ts';
import { orderTypes } from '../../../domain/case/acts/index.ts';
import { roleNames } from '../../../domain/people/roles.ts';
import type { Actor, Role } from '../../../domain/people/roles.ts';
import { goodOrder } from '../../support/good-order.ts';
import { Scene, day, person } from '../../support/scene.ts';

const remind = { type: 'remind', stepId: 'review', note: 'n' } as const;
const post = (role: Role, departmentId: string, regionCode: string): Actor => ({
  id: 'x',
  posts: [{ role, departmentId, regionCode }],
});
const opened = () => new Scene('2026-09-14').accepted('2026-09-14');
const free = (scene: Scene, actor: Actor) =>
  allowed({ world: scene.world, state: scene.state, actor, today: day('2026-09-15') })
    .filter((offer) => offer.refusedBecause === undefined)
    .map((offer) => offer.order);

describe('rights on a case', () => {
  it.each(roleNames)('%s of another department can order nothing on it', (role) => {
    if (role === 'supervisor' || role === 'supervisionLead') return;
    const actor = post(role, 'sy-health', '210100');
    const scene = opened();
    expect(free(scene, actor)).toEqual([]);
    for (const type of orderTypes) {
      if (type === 'advanceClock') continue;
      const order = goodOrder({ ...scene, today: day('2026-09-15'), choose: () => 0 }, type, 'review');
      expect([type, scene.refused('2026-09-15', actor, order)]).toEqual([type, 'not-allowed']);
    }
  });

  it.each([
    ['210000', true],
    ['210100', true],
    ['210200', false],
    ['210102', false],
    ['220000', false],
  ])('a supervisor of %s reminds of a case of 210100: %s', (regionCode, may) => {
    const actor = post('supervisor', 'supervision', regionCode);
    const answer = may ? opened().give('2026-09-15', actor, remind) : opened().refused('2026-09-15', actor, remind);
    if (may) expect(answer).toMatchObject([{ body: { type: 'Reminded', stepId: 'review' } }]);
    else expect(answer).toBe('not-allowed');
  });

  it('a supervisor watches and never acts on a case', () => {
    const scene = opened();
    scene.pass('2026-09-20');
    expect(free(scene, person('supervisor'))).toEqual(['remind', 'acknowledge']);
  });

  it.each(['systemAdmin', 'securityAdmin', 'auditAdmin', 'catalogueAdmin', 'departmentAdmin'] as const)(
    '%s is offered nothing',
    (role) => {
      expect(free(opened(), person(role))).toEqual([]);
    },
  );

  it('only the system administrator moves the business clock, from any department', () => {
    const scene = opened();
    expect(scene.refused('2026-09-15', person('agencyHead'), { type: 'advanceClock' })).toBe('not-allowed');
    expect(scene.give('2026-09-15', post('systemAdmin', 'elsewhere', '210000'), { type: 'advanceClock' })).toEqual([]);
  });

  it.each(roleNames)(
    'what %s may not order waits for somebody who may, and for nobody where it is a message',
    (role) => {
      const scene = new Scene('2026-09-14').reviewed('2026-09-14');
      scene.must('2026-09-14', 'caseOfficer', { type: 'requestUntimedStep', stepId: 'experts', reason: 'r' });
      const offersTo = (actor: Actor) =>
        allowed({ world: scene.world, state: scene.state, actor, today: day('2026-09-15') });
      for (const { order, stepId, refusedBecause, waitsFor } of offersTo(person(role))) {
        if (refusedBecause?.code !== 'not-allowed') continue;
        expect([order, waitsFor.length > 0]).toEqual([order, order !== 'remind' && order !== 'acknowledge']);
        for (const awaited of waitsFor) {
          const theirs = offersTo(person(awaited.role, 'x')).find(
            (one) => one.order === order && one.stepId === stepId,
          );
          expect([order, theirs?.refusedBecause?.code]).not.toEqual([order, 'not-allowed']);
        }
      }
    },
  );

  it('counts reminders of a step', () => {
    const scene = opened();
    scene.must('2026-09-15', 'supervisor', remind);
    scene.must('2026-09-16', 'windowLead', remind);
    expect(scene.step('review').reminders).toBe(2);
  });
});
