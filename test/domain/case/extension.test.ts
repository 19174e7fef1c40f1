import { describe, expect, it } from 'vitest';

import { messageRowsOf } from '../../../db/projections/message-rows.ts';
import { openTasks } from '../../../domain/case/tasks.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, person } from '../../support/scene.ts';
import { testFlow } from '../../support/flow-fixture.ts';

const request = (count = 10) => ({ type: 'requestExtension', count, reason: 'r' }) as const;
const approve = { type: 'approveExtension', documentNo: '延1' } as const;
const decline = { type: 'declineExtension', reason: 'r' } as const;

/** Accepted 2026-03-02: statutory due 03-30, promised due 03-23. */
const accepted = () => new Scene('2026-03-02').accepted('2026-03-02');
const head = { id: 'head', posts: [...person('caseOfficer').posts, ...person('agencyHead').posts] };

describe('an extension', () => {
  it('moves both clocks by its number, from the day it was approved', () => {
    const scene = accepted();
    scene.must('2026-03-20', 'caseOfficer', request(4));
    expect(scene.dueOn('statutory')).toBe('2026-03-30');
    scene.must('2026-03-20', 'agencyHead', approve);
    expect([scene.told('statutory'), scene.told('promised')]).toEqual(['2026-04-03', '2026-03-27']);
    expect(scene.all('ClockExtended').map(({ clock, count, from }) => `${clock} ${count} ${from}`)).toEqual([
      'statutory 4 2026-03-20',
      'promised 4 2026-03-20',
    ]);
  });

  it('is given once (XKF 42), and not asked for twice at a time', () => {
    const scene = accepted();
    scene.must('2026-03-04', 'caseOfficer', request());
    expect(scene.refused('2026-03-04', 'reviewer', request())).toBe('extension-already-used');
    scene.must('2026-03-05', 'agencyHead', approve);
    expect(scene.refused('2026-03-06', 'caseOfficer', request(1))).toBe('extension-already-used');
    expect(scene.refused('2026-03-06', 'agencyHead', approve)).toBe('extension-not-requested');
  });

  it('is declined and asked for again', () => {
    const scene = accepted();
    scene.must('2026-03-04', 'caseOfficer', request());
    scene.must('2026-03-05', 'agencyHead', decline);
    expect(scene.refused('2026-03-05', 'agencyHead', approve)).toBe('extension-not-requested');
    scene.must('2026-03-06', 'caseOfficer', request(3));
    scene.must('2026-03-06', 'agencyHead', approve);
    expect(scene.dueOn('statutory')).toBe('2026-04-02');
  });

  it.each([0, -1, 11])('stays within the cap: %d', (count) => {
    expect(accepted().refused('2026-03-04', 'caseOfficer', request(count))).toBe('extension-over-cap');
  });

  it('fault B16: may fill the cap, and an item without extension says that it has none', () => {
    accepted().must('2026-03-04', 'caseOfficer', request(10));
    const fixed = { ...testFlow, limits: { ...testFlow.limits, extension: null } };
    const scene = new Scene('2026-03-02', {}, fixed).accepted('2026-03-02');
    expect(scene.refused('2026-03-04', 'caseOfficer', request(1))).toBe('extension-not-foreseen');
  });

  it('is approved by the role the item names, and by somebody else than asked for it', () => {
    const scene = accepted();
    expect(scene.refused('2026-03-04', 'windowClerk', request())).toBe('not-allowed');
    scene.give('2026-03-04', head, request());
    expect(scene.refused('2026-03-04', 'deputyHead', approve)).toBe('not-allowed');
    expect(scene.refused('2026-03-04', head, approve)).toBe('four-eyes');
    scene.must('2026-03-04', 'agencyHead', approve);
  });

  it('is approved on the due date, not a day later', () => {
    const onDay = accepted();
    onDay.must('2026-03-30', 'caseOfficer', request());
    onDay.must('2026-03-30', 'agencyHead', approve);
    expect(onDay.dueOn('statutory')).toBe('2026-04-14');

    const late = accepted();
    late.must('2026-03-30', 'caseOfficer', request());
    expect(late.refused('2026-03-31', 'agencyHead', approve)).toBe('extension-too-late');
    late.must('2026-03-31', 'agencyHead', decline);
    expect(late.refused('2026-03-31', 'caseOfficer', request())).toBe('extension-too-late');
  });

  it('is approved while the clock is stopped, also past the date it had before', () => {
    const scene = new Scene('2026-03-02').reviewed('2026-03-02').started('2026-03-09', 'experts', 'caseOfficer');
    scene.must('2026-04-08', 'caseOfficer', request(2));
    scene.must('2026-04-08', 'agencyHead', approve);
    expect(scene.dueOn('statutory')).toBeNull();
    scene.must('2026-04-10', 'caseOfficer', expertOpinion);
    expect(scene.dueOn('statutory')).toBe('2026-05-08');
  });

  it('fault B16: before acceptance and after the decision says what is the case', () => {
    expect(new Scene('2026-03-02').refused('2026-03-02', 'caseOfficer', request())).toBe('extension-before-acceptance');
    const decided = new Scene('2026-03-02').decided('2026-03-02');
    expect(decided.refused('2026-03-03', 'caseOfficer', request())).toBe('extension-after-decision');
  });

  it('never cures a promise that is overdue', () => {
    const scene = accepted();
    scene.must('2026-03-24', 'caseOfficer', request());
    scene.must('2026-03-24', 'agencyHead', approve);
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual(['2026-04-14', '2026-03-23']);
    expect(scene.clock('promised').extension).toBe(0);

    const onDay = accepted();
    onDay.must('2026-03-23', 'caseOfficer', request());
    onDay.must('2026-03-23', 'agencyHead', approve);
    expect(onDay.dueOn('promised')).toBe('2026-04-07');
  });

  it('fault A13: falls with the decision, as a fact that tells who asked; nobody waits for its answer any more', () => {
    const scene = new Scene('2026-03-02').reviewed('2026-03-02', 'plain');
    scene.must('2026-03-04', 'caseOfficer', request());
    const facts = scene.must('2026-03-05', 'approver', {
      type: 'makeDecision',
      stepId: 'decision',
      outcome: 'grant',
      documentNo: '决1',
    });
    expect(scene.all('ExtensionFell')).toEqual([{ type: 'ExtensionFell', because: 'decided' }]);
    expect(scene.state.extension?.state).toBe('fallen');
    expect(openTasks(scene.world, scene.state).map(({ id }) => id)).toEqual(['certificate']);
    expect(messageRowsOf(facts, scene.world, scene.state).filter(({ kind }) => kind === 'ExtensionFell')).toMatchObject(
      [{ personId: 'caseOfficer', role: null }],
    );
    expect(scene.refused('2026-03-05', 'agencyHead', approve)).toBe('extension-not-requested');
  });

  it('fault A13: falls with a withdrawal, and a case that recorded no fall shows nobody waiting either', () => {
    const withdrawn = accepted();
    withdrawn.must('2026-03-04', 'caseOfficer', request());
    withdrawn.must('2026-03-05', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(withdrawn.all('ExtensionFell')).toMatchObject([{ because: 'closed' }]);
    const { world, state } = new Scene('2026-03-02').decided('2026-03-02');
    const before = { ...state, extension: { state: 'requested', count: 5, requestedBy: 'caseOfficer' } } as const;
    expect(openTasks(world, before).map(({ origin }) => origin)).toEqual(['step']);
  });

  it('leaves a promise alone that has another unit', () => {
    const promised = { ...testFlow.limits.promised, count: 25, unit: 'calendarDay' } as const;
    const scene = new Scene('2026-03-02', {}, { ...testFlow, limits: { ...testFlow.limits, promised } });
    scene.accepted('2026-03-02');
    scene.must('2026-03-04', 'caseOfficer', request());
    scene.must('2026-03-04', 'agencyHead', approve);
    expect([scene.dueOn('statutory'), scene.dueOn('promised')]).toEqual(['2026-04-14', '2026-03-27']);
  });
});
