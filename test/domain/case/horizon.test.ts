import { describe, expect, it } from 'vitest';

import { reckonClock } from '../../../domain/case/clocks.ts';
import { explainClock } from '../../../server/presenters/explain.ts';
import { clockRowsOf } from '../../../db/projections/clock-rows.ts';
import { isClockError } from '../../../domain/clock/clock.ts';
import { systemActor } from '../../../domain/people/system.ts';
import { stepBook } from '../../../domain/words/clock-title.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { firstRevision } from '../../support/clock-of.ts';
import { expertOpinion } from '../../support/good-order.ts';
import { Scene, day, person } from '../../support/scene.ts';

const extension = (count: number) => ({ type: 'requestExtension', count, reason: 'r' }) as const;

describe('fault A10: the horizon of the calendar', () => {
  it('lets nothing be filed that could not be decided within it', () => {
    expect(() => new Scene('2036-12-10')).toThrow('2036-12-31');
    expect(new Scene('2036-11-24').state.status).toBe('open');
  });

  it('lets no extension be asked for or approved past it', () => {
    const scene = new Scene('2036-11-24').accepted('2036-11-24');
    expect(scene.refused('2036-11-24', 'caseOfficer', extension(10))).toBe('calendar-not-covered');
    scene.must('2036-11-24', 'caseOfficer', extension(5));
    const later = new Scene('2036-11-24').accepted('2036-11-24');
    later.state = { ...later.state, extension: { state: 'requested', count: 10, requestedBy: 'caseOfficer' } };
    expect(later.refused('2036-11-25', 'agencyHead', { type: 'approveExtension', documentNo: '延1' })).toBe(
      'calendar-not-covered',
    );
  });

  it('lets no untimed step start whose promise ends past it', () => {
    const scene = new Scene('2036-11-24').reviewed('2036-11-24');
    const [stepId, on] = ['experts', '2036-12-22'];
    scene.must(on, 'caseOfficer', { type: 'requestUntimedStep', stepId, reason: 'r' });
    scene.must(on, 'sectionChief', { type: 'approveUntimedStep', stepId });
    scene.must(on, 'caseOfficer', { type: 'recordNotice', stepId, documentNo: '告1', servedOn: day(on) });
    expect(scene.refused(on, 'caseOfficer', { type: 'startUntimedStep', stepId })).toBe('calendar-not-covered');
  });

  it('never keeps a stop from ending: the clock has a date, told, provisional and with its rungs', () => {
    const scene = new Scene('2036-11-24').reviewed('2036-11-24').started('2036-11-25', 'experts', 'caseOfficer');
    expect(scene.dueOn('statutory')).toBeNull();
    scene.must('2037-03-02', 'caseOfficer', expertOpinion);
    // One day was used by 11-25; nineteen weekdays after 2037-03-02.
    expect([scene.dueOn('statutory'), scene.told('statutory')]).toEqual(['2037-03-27', '2037-03-27']);
    expect(scene.all('DeadlineSet').at(-1)?.provisional).toBe(true);
    scene.pass('2037-03-28');
    expect(scene.raised('statutory').at(-1)).toBe('R2 2037-03-28');
  });

  it('never keeps a case of before from the newest calendar, which gives it the date it lacked', () => {
    const scene = new Scene('2027-11-22', {}, undefined, firstRevision).reviewed('2027-11-22', 'plain');
    scene.state = { ...scene.state, rules: 3 };
    scene.give('2027-12-01', person('caseOfficer'), extension(10), { rules: 3 });
    scene.give('2027-12-01', person('agencyHead'), { type: 'approveExtension', documentNo: '延1' }, { rules: 3 });
    expect(scene.told('statutory')).toBeNull();
    scene.give('2028-01-20', systemActor, { type: 'adoptCalendar', revision: { region: '000000', revision: 2 } });
    expect(scene.told('statutory')).toBe('2028-01-04');
    expect(scene.raised('statutory').at(-1)).toBe('R2 2028-01-05');
  });
});

describe('fault A11: a case that is still open when its calendar has ended', () => {
  const scene = new Scene('2027-11-22', {}, undefined, firstRevision).accepted('2027-11-22');
  const [clock, today] = [scene.clock('statutory'), day('2028-02-01')];
  const { startedOn, limit, stops } = clock;
  const truth = bruteForce({ startedOn, limit, stops: [...stops], today });
  if (truth === 'calendar-not-covered') throw new Error('the oracle knows 2028');

  it('keeps its date on page, list and explanation, and grows overdue', () => {
    const page = reckonClock(scene.world, clock, today);
    expect(page).toMatchObject({ dueOn: truth.dueOn, overdue: true, provisional: true, percent: 100 });
    expect(clockRowsOf(scene.world, scene.state).find((row) => row.clock === 'statutory')?.dueOn).toBe(truth.dueOn);
    const book = stepBook(testFlow);
    const explained = explainClock({ clock, world: scene.world, today, book, steps: [] });
    expect(isClockError(explained) ? explained.code : explained.dueOn).toBe(truth.dueOn);
  });

  it('is explained with a calendar whose names this build does not know', () => {
    const unknown = { region: '210000', revision: 7 };
    const own = new Scene('2026-03-02', {}, undefined, { ...firstRevision, revision: unknown }).accepted('2026-03-02');
    const explained = explainClock({
      steps: [],
      clock: own.clock('statutory'),
      world: own.world,
      today: day('2026-03-10'),
      book: stepBook(testFlow),
    });
    expect(isClockError(explained) ? explained.code : explained.dueOn).toBe('2026-03-30');
  });
});
