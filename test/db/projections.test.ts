import { describe, expect, it } from 'vitest';
import { fold } from '../../domain/case/apply.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { changedRows } from '../../db/projections/rows.ts';
import { caseRowOf } from '../../db/projections/case-row.ts';
import { clockRowsOf } from '../../db/projections/clock-rows.ts';
import { messageRowsOf } from '../../db/projections/message-rows.ts';
import { seenRowsOf } from '../../db/projections/seen-rows.ts';
import { stepRowsOf } from '../../db/projections/step-rows.ts';
import { taskRowsOf } from '../../db/projections/task-rows.ts';
import { warningRowsOf, warningSeenRowsOf } from '../../db/projections/warning-rows.ts';
import { longStory, stored, uuidOf } from '../support/played-case.ts';
import type { PlayedCase } from '../support/played-case.ts';
import { testFlow } from '../support/flow-fixture.ts';
import { Scene, at } from '../support/scene.ts';

const story = stored(longStory(), 'N1');

/** The case as it was after the first fact of a type (or the n-th, from 1). */
function until(played: PlayedCase, type: Fact['body']['type'], nth = 1): PlayedCase {
  const last = played.facts.filter((fact) => fact.body.type === type)[nth - 1];
  const facts = played.facts.slice(0, last?.seq);
  return { ...played, facts, state: fold(played.caseId, facts) };
}

function stepOf(played: PlayedCase, id: string) {
  return stepRowsOf(played.world, played.state).find((row) => row.stepId === id);
}

describe('the row of a case', () => {
  it('sorts by the earliest running clock and passes over stopped ones', () => {
    expect(caseRowOf(story.world, story.state)).toMatchObject({
      dueOn: null,
      sortDueOn: '2026-03-09',
      sortClock: 'start:site',
      status: 'open',
      acceptedOn: '2026-03-03',
    });
  });

  it('tells the earlier of the promised and the statutory date while they run', () => {
    const accepted = stored(new Scene('2026-03-02').accepted('2026-03-03'), 'N2');
    expect(caseRowOf(accepted.world, accepted.state)).toMatchObject({
      dueOn: '2026-03-24',
      provisional: false,
      sortDueOn: '2026-03-09',
      sortClock: 'step:review',
    });
  });
});

describe('the rows of tasks', () => {
  it('give a timed step the earliest of its own clock and those of the case', () => {
    const accepted = stored(new Scene('2026-03-02').accepted('2026-03-03'), 'N2');
    expect(taskRowsOf(accepted.world, accepted.state)).toMatchObject([
      { taskId: 'review', role: 'caseOfficer', origin: 'step', dueKey: '2026-03-09', sortClock: 'step:review' },
    ]);
  });

  it('give an open untimed step beside another nothing of the other one’s promise', () => {
    expect(taskRowsOf(story.world, story.state)).toMatchObject([
      { taskId: 'experts', dueKey: '2026-03-19', sortClock: 'promise:experts' },
      { taskId: 'site', dueKey: '2026-03-09', sortClock: 'start:site' },
    ]);
    expect(stepOf(story, 'experts')).toMatchObject({ promiseDueOn: '2026-03-19', reminders: 1 });
    expect(stepOf(story, 'site')).toMatchObject({ promiseDueOn: null, startDueOn: '2026-03-09', phase: 'waiting' });
  });

  it('are the approver’s while the start of an untimed step is requested, and of whom an extension is asked', () => {
    const requested = until(story, 'UntimedStepRequested');
    const [start] = taskRowsOf(requested.world, requested.state);
    expect(start).toMatchObject({ taskId: 'start:experts', stepId: 'experts', role: 'sectionChief', origin: 'start' });
    expect(stepOf(requested, 'experts')).toMatchObject({ role: 'caseOfficer', phase: 'requested' });
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    scene.must('2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' });
    const asked = stored(scene, 'N5');
    const [review, extension] = taskRowsOf(asked.world, asked.state);
    expect(extension).toEqual({ ...review, taskId: 'extension', role: 'agencyHead', origin: 'extension' });
  });

  it('name who holds them, and go when they are over', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    scene.must('2026-03-04', 'caseOfficer', { type: 'claimTask', stepId: 'review' });
    const claimed = stored(scene, 'N6');
    expect(taskRowsOf(claimed.world, claimed.state)).toMatchObject([
      { taskId: 'review', assignee: claimed.facts.at(-1)?.actorId },
    ]);
    scene.must('2026-03-05', 'caseOfficer', { type: 'finishReview', stepId: 'review', outcome: 'plain', opinion: 'o' });
    const over = stored(scene, 'N6');
    const rows = changedRows(claimed, over, over.facts.slice(claimed.facts.length));
    expect(rows.tasksOver).toEqual([{ caseId: over.caseId, taskId: 'review' }]);
    expect(rows.tasks.map(({ taskId }) => taskId)).toEqual(['decision']);
  });
});

describe('who was let in', () => {
  it('is the department with the filing, then each person who ever held a task, once', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    const filed = stored(scene, 'N7');
    const own = { caseId: filed.caseId, kind: 'department', viewer: 'sy-water', closedAt: null };
    expect(seenRowsOf(filed.facts, filed.state)).toEqual([own]);
    scene.must('2026-03-04', 'caseOfficer', { type: 'claimTask', stepId: 'review' });
    scene.must('2026-03-04', 'caseOfficer', {
      type: 'handOverTask',
      stepId: 'review',
      to: uuidOf('zhao'),
      reason: 'r',
    });
    scene.must('2026-03-04', 'sectionChief', {
      type: 'reassignTask',
      stepId: 'review',
      to: uuidOf('qian'),
      reason: 'r',
    });
    scene.must('2026-03-05', 'windowClerk', { type: 'withdraw', statement: 's' });
    const closed = stored(scene, 'N7');
    const rows = seenRowsOf(closed.facts, closed.state);
    const people = ['caseOfficer', 'zhao', 'qian'].map((name) => ({ ...own, kind: 'person', viewer: uuidOf(name) }));
    expect(rows).toEqual([own, ...people].map((row) => ({ ...row, closedAt: expect.any(Date) })));
    const last = closed.facts.slice(-2);
    const before = { ...closed, state: fold(closed.caseId, closed.facts.slice(0, -2)) };
    expect(changedRows(before, closed, last).closed).toEqual([{ caseId: closed.caseId, closedAt: expect.any(Date) }]);
  });
});

describe('the rows of steps', () => {
  it('say what a finished step came to', () => {
    const accepted = stored(new Scene('2026-03-02').accepted('2026-03-03'), 'N2');
    expect(stepOf(accepted, 'intake')).toMatchObject({ open: false });
    expect(stepOf(story, 'review')).toMatchObject({ open: false, outcome: 'pass' });
  });

  it('close with the case', () => {
    const scene = longStory();
    scene.must('2026-03-25', 'windowClerk', { type: 'withdraw', statement: 's' });
    const closed = stored(scene, 'N3');
    expect(caseRowOf(closed.world, closed.state)).toMatchObject({
      status: 'closed',
      result: 'withdrawn',
      sortDueOn: null,
    });
    expect(stepRowsOf(closed.world, closed.state).filter((row) => row.open)).toEqual([]);
    expect(taskRowsOf(closed.world, closed.state)).toEqual([]);
  });
});

describe('the rows of clocks', () => {
  it('hold stops, the lapse and the date while there is one', () => {
    const rows = new Map(clockRowsOf(story.world, story.state).map((row) => [row.clock, row]));
    expect(rows.get('promise:experts')).toMatchObject({ dueOn: '2026-03-19', lapsedOn: '2026-03-19', endedOn: null });
    expect(rows.get('statutory')).toMatchObject({
      dueOn: null,
      stops: [{ from: '2026-03-05', to: null, stepId: 'experts' }],
    });
    expect(rows.get('notice')).toMatchObject({ endedOn: '2026-03-03', dueOn: '2026-03-09' });
  });
});

describe('warnings and messages', () => {
  it('mark a warning raised and acknowledged in one run of facts, and one raised earlier, alike', () => {
    const { raised, marks } = warningRowsOf(story.facts, story.state);
    const red = raised.find((row) => row.rung === 'R3');
    expect(red).toMatchObject({
      level: 'red',
      late: true,
      acknowledgedBy: expect.any(String),
      note: 'n',
      dueOn: '2026-03-19',
    });
    expect(marks).toEqual([]);
    const late = warningRowsOf(
      story.facts.filter((fact) => fact.body.type === 'WarningAcknowledged'),
      story.state,
    );
    expect(late.raised).toEqual([]);
    expect(late.marks).toEqual([
      {
        caseId: red?.caseId,
        warningId: red?.warningId,
        acknowledgedAt: red?.acknowledgedAt,
        acknowledgedBy: red?.acknowledgedBy,
        acknowledgedAs: 'supervisor',
        note: 'n',
        annulledAt: null,
        endedOn: null,
      },
    ]);
  });

  it('keep an acknowledgement for oneself apart from the card', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    scene.pass('2026-03-10');
    const raised = scene.all('WarningRaised').find(({ to }) => to.includes('caseOfficer'));
    scene.must('2026-03-10', 'caseOfficer', { type: 'acknowledge', warningId: raised?.warningId ?? '', note: 'n' });
    const seen = stored(scene, 'N8');
    const [mark, ...more] = warningSeenRowsOf([...seen.facts, ...seen.facts], seen.caseId);
    expect(mark).toMatchObject({ caseId: seen.caseId, personId: uuidOf('caseOfficer') });
    expect(more).toEqual([]);
    const card = warningRowsOf(seen.facts, seen.state).raised.find((row) => row.warningId === mark?.warningId);
    expect(card).toMatchObject({ acknowledgedAt: null, acknowledgedBy: null });
  });

  it('tell each role once for each fact', () => {
    const messages = messageRowsOf(story.facts, story.world, story.state);
    const told = (kind: string, refId?: string) =>
      messages
        .filter((row) => row.kind === kind && (refId === undefined || row.refId === refId))
        .map((row) => row.role ?? 'a person');
    const red = warningRowsOf(story.facts, story.state).raised.find((row) => row.rung === 'R3');
    expect(told('WarningRaised', red?.warningId)).toEqual(red?.toRoles);
    expect(told('Reminded')).toEqual(['caseOfficer']);
    expect(told('UntimedStepRequested')).toEqual(['sectionChief']);
    expect(told('StepOpened', 'experts')).toEqual(['caseOfficer']);
    expect(new Set(messages.map((row) => row.messageId)).size).toBe(messages.length);
    expect(messages.every((row) => row.messageId === `${story.caseId}:${row.seq}:${row.role ?? row.personId}`)).toBe(
      true,
    );
  });

  it('fault A14: tell what time alone caused in the next office hours, what a person did at once; the fact keeps its instant', () => {
    const limits = { ...testFlow.limits, promised: { ...testFlow.limits.promised, count: 0 } };
    const scene = new Scene('2026-03-06', {}, { ...testFlow, limits }).accepted('2026-03-06');
    scene.pass('2026-03-07', '00:05');
    const red = scene.facts.find(({ body }) => body.type === 'WarningRaised' && body.rung === 'R1');
    expect(red).toMatchObject({ at: at('2026-03-07', '00:00'), recordedAt: at('2026-03-07', '00:05') });
    const rows = messageRowsOf(scene.facts, scene.world, scene.state);
    const told = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.at.getTime()));
    expect(told('WarningRaised')).toEqual(new Set([at('2026-03-09', '09:00')]));
    expect(told('StepOpened')).toEqual(new Set([at('2026-03-06')]));
  });

  it('tell the approver of an extension', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-03');
    scene.must('2026-03-04', 'caseOfficer', { type: 'requestExtension', count: 5, reason: 'r' });
    const asked = stored(scene, 'N4');
    const messages = messageRowsOf(asked.facts, asked.world, asked.state);
    expect(messages.find((row) => row.kind === 'ExtensionRequested')).toMatchObject({
      role: 'agencyHead',
      refId: asked.caseId,
    });
  });
});

describe('changed rows', () => {
  it('leave out clocks and steps that stay as they were', () => {
    const before = until(story, 'WarningAcknowledged');
    const rows = changedRows(before, story, story.facts.slice(before.facts.length));
    expect(rows.clocks).toEqual([]);
    expect(rows.steps.map((row) => row.stepId)).toEqual(['experts']);
    expect(rows.cases).toHaveLength(1);
  });
});
