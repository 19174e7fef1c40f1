import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../../domain/flow/compile.ts';
import { checkFlow } from '../../../domain/flow/gate.ts';
import type { Actor } from '../../../domain/people/roles.ts';
import { calendarOf2026 } from '../../support/clock-of.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, at, person } from '../../support/scene.ts';
import { decisionBlock, rootWith, sample, stepBlock, workdays } from './sample.ts';

const audit = stepBlock('audit', { title: '审核', by: 'reviewer' });
const others = (definition: Parameters<typeof compilePlan>[0]) =>
  Object.fromEntries(
    compilePlan(definition, null).steps.flatMap(({ id, otherThan }) => (otherThan ? [[id, otherThan]] : [])),
  );

/** One person with five posts, as in a small department. */
const posts = ['windowClerk', 'caseOfficer', 'reviewer', 'approver', 'certificateClerk'] as const;
const allRounder: Actor = { id: 'all', posts: posts.flatMap((role) => person(role).posts) };

describe('fault B11: other hands', () => {
  it('by default a second review is by another than the first, and the decision by nobody who reviewed', () => {
    expect(others(sample({ body: rootWith({}, [audit]) }))).toEqual({
      audit: ['review'],
      decision: ['review', 'audit'],
    });
  });

  it('two reviews in one post may be by one person; what the flow says stands for the default', () => {
    const again = stepBlock('again', { title: '复查' });
    expect(others(sample({ body: rootWith({}, [again]) }))).toEqual({ decision: ['review', 'again'] });
    const told = stepBlock('again', { title: '复查', otherThan: ['review'] });
    expect(others(sample({ body: rootWith({}, [told]) }))).toEqual({
      again: ['review'],
      decision: ['review', 'again'],
    });
  });

  it('one person who holds five posts reviews, but does not decide', () => {
    const scene = new Scene('2026-09-14');
    const must = (order: Parameters<Scene['give']>[2]) =>
      expect(scene.give('2026-09-14', allRounder, order)).toBeInstanceOf(Array);
    must({ type: 'checkIn', stepId: 'intake', received: ['plan'] });
    must({ type: 'accept', stepId: 'acceptance', documentNo: '受1' });
    must({ type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
    const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
    expect(scene.give('2026-09-14', allRounder, grant)).toMatchObject({
      code: 'same-hand',
      about: { steps: ['review'], people: ['all'] },
    });
    expect(scene.refused('2026-09-14', allRounder, { type: 'claimTask', stepId: 'decision' })).toBe('same-hand');
    scene.must('2026-09-14', 'approver', grant);
  });

  it('nor is the task handed to who did the earlier one', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    const found = [{ id: 'caseOfficer', posts: [...person('caseOfficer').posts, ...person('approver').posts] }];
    for (const [by, type] of [
      ['approver', 'handOverTask'],
      ['sectionChief', 'reassignTask'],
    ] as const) {
      const order = { type, stepId: 'decision', to: 'caseOfficer', reason: 'r' } as const;
      expect(scene.tryOut(at('2026-09-15'), person(by), order, found)).toMatchObject({ code: 'same-hand' });
    }
  });

  it('does not bind a case that was filed before rules 4', () => {
    const scene = new Scene('2026-09-14').reviewed('2026-09-14', 'plain');
    const { filedUnder: _later, ...state } = scene.state;
    scene.state = state;
    const both = { id: 'caseOfficer', posts: person('approver').posts };
    const grant = { type: 'makeDecision', stepId: 'decision', outcome: 'grant', documentNo: '决1' } as const;
    expect(scene.give('2026-09-14', both, grant)).toBeInstanceOf(Array);
  });
});

describe('fault B11: the gate', () => {
  const immediate = (because?: string) => {
    const why = because === undefined ? {} : { sameHandBecause: because };
    const decision = decisionBlock({ limit: workdays(1), otherThan: [], ...why });
    const { limits } = sample();
    const body = rootWith({ review: stepBlock('review', { title: '审查' }), expert: null, decision });
    return sample({ body, limits: { ...limits, promised: workdays(1) } });
  };
  const found = (definition: Parameters<typeof checkFlow>[0]) =>
    checkFlow(definition, { checkCondition: () => null, tryConditions: () => [], ...calendarOf2026 })
      .filter(({ code }) => code.startsWith('same-hand'))
      .map(({ code, severity }) => `${severity} ${code}`);

  it('lets an 即办件 opt out with a reason, which who publishes it sees', () => {
    expect(found(immediate('当场办结，窗口一人负责'))).toEqual(['warning same-hand-allowed']);
    expect(found(immediate())).toEqual(['error same-hand']);
    expect(found(immediate(' '))).toEqual(['error same-hand']);
  });

  it('lets no other flow', () => {
    expect(found(sample({ body: rootWith({ decision: decisionBlock({ otherThan: [] }) }) }))).toEqual([
      'error same-hand',
    ]);
    expect(found(testFlow)).toEqual([]);
  });
});
