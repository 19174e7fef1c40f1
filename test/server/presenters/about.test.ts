import { describe, expect, it } from 'vitest';
import { isRejection } from '../../../domain/rejection.ts';
import type { About } from '../../../domain/rejection.ts';
import { namesOf } from '../../../server/presenters/about.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, person } from '../../support/scene.ts';

const people = { caseOfficer: '江承文', second: '江承武' };
const named = (about: About, language: 'zh' | 'en' = 'zh') =>
  namesOf(about, { definition: testFlow, people, language });

/** What the refusal of an order names. */
function namedBy(scene: Scene, ...[actor, order]: [Parameters<Scene['give']>[1], Parameters<Scene['give']>[2]]) {
  const answer = scene.give('2026-09-15', actor, order);
  if (!isRejection(answer)) throw new Error('expected a refusal');
  return named(answer.about ?? {});
}

describe('fault E5: a refusal names what it is about', () => {
  it('materials', () => {
    const order = { type: 'checkIn', stepId: 'intake', received: [] } as const;
    expect(namedBy(new Scene('2026-09-14'), person('windowClerk'), order)).toEqual(['平面图']);
  });

  it('people: who holds the task', () => {
    const scene = new Scene('2026-09-14').accepted('2026-09-14');
    scene.must('2026-09-14', 'caseOfficer', { type: 'claimTask', stepId: 'review' });
    const order = { type: 'finishReview', stepId: 'review', outcome: 'pass', opinion: 'o' } as const;
    expect(namedBy(scene, person('caseOfficer', 'second'), order)).toEqual(['review', '江承文']);
  });

  it('posts: who may', () => {
    const order = { type: 'checkIn', stepId: 'intake', received: [] } as const;
    expect(namedBy(new Scene('2026-09-14'), person('caseOfficer'), order)).toEqual(['综合窗口受理员']);
    expect(named({ roles: ['windowClerk'] }, 'en')).toEqual(['Window clerk']);
  });

  it('steps, with their round; what has no name is left out', () => {
    expect(named({ steps: ['review#2'], materials: ['odd'], people: ['nobody'] })).toEqual(['review（第 2 轮）']);
  });
});
