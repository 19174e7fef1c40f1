import { describe, expect, it } from 'vitest';

import { ledgerOf } from '../../../domain/case/clocks.ts';
import { fold } from '../../../domain/case/apply.ts';
import { nationalCalendar } from '../../../domain/clock/calendar.ts';
import type { CalendarSnapshot } from '../../../domain/clock/calendar.ts';
import { addDays } from '../../../domain/clock/civil-date.ts';
import { readRevision } from '../../../domain/clock/revision.ts';
import { systemActor } from '../../../domain/people/system.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import { firstRevision, revised, turned } from '../../support/clock-of.ts';
import { Walk } from '../../support/random-walk.ts';
import { Scene, caseId, person } from '../../support/scene.ts';

const whole = (revision: number) => ({ region: '000000', revision });
const adopt = (revision: number) => ({ type: 'adoptCalendar', revision: whole(revision) }) as const;
const contact = { type: 'changeContact', contact: 'c', address: 'd', eDelivery: true } as const;
const clerk = person('windowClerk');
const typesOf = (answer: ReturnType<Scene['give']>) =>
  isRejection(answer) ? answer.code : answer.map(({ body }) => body.type);

describe('the calendar a case is judged by', () => {
  it('is pinned at filing as a number in its region', () => {
    const { state } = new Scene('2026-03-02');
    expect([state.filing.calendar, state.calendar]).toEqual([whole(2), whole(2)]);
  });

  it.each([
    ['a newer one is adopted', whole(1), revised('cn-2026.1', 2), ['CalendarAdopted', 'ContactChanged']],
    ['the same is not', whole(2), revised('cn-2026.1', 2), ['ContactChanged']],
    ['an older one is not', whole(3), revised('cn-2026.1', 2), ['ContactChanged']],
    ['one of another region is not', whole(1), revised('cn-2026.1', 2, '210000'), ['ContactChanged']],
    ['an old text stays while its number is in force', 'cn-2026.1', firstRevision, ['ContactChanged']],
    ['an old text gives way', 'cn-2026.1', revised('cn-2026.1', 2), ['CalendarAdopted', 'ContactChanged']],
    ['an older text does too', 'cn-2025.1', firstRevision, ['CalendarAdopted', 'ContactChanged']],
    ['the text of number 1 changes nothing', whole(1), nationalCalendar('cn-2026.1'), ['ContactChanged']],
  ])('with an order: %s', (_, revision, calendar: CalendarSnapshot, types) => {
    const scene = new Scene('2026-03-02', {}, undefined, { ...nationalCalendar(), revision });
    expect(typesOf(scene.give('2026-03-03', clerk, contact, { calendar }))).toEqual(types);
    expect(scene.state.calendar).toEqual(types.length === 2 ? calendar.revision : revision);
    expect(fold(caseId, scene.facts)).toEqual(scene.state);
  });

  it('was a text before rules 3, and any other one was adopted', () => {
    const scene = new Scene('2026-03-02', {}, undefined, nationalCalendar('cn-2026.1'));
    scene.state = { ...scene.state, rules: 2 };
    const carried = { rules: 2, calendar: nationalCalendar('cn-2025.1') };
    expect(typesOf(scene.give('2026-03-03', clerk, contact, carried))).toContain('CalendarAdopted');
    expect(scene.state.calendar).toBe('cn-2025.1');
  });
});

describe('the order of the system to adopt a calendar', () => {
  it('has its one effect, and a case that has the calendar answers with no fact', () => {
    const scene = new Scene('2026-03-02').accepted('2026-03-02');
    const calendar = turned(new Set(['2026-03-12']), 3);
    const facts = scene.give('2026-03-03', systemActor, adopt(3), { calendar });
    expect(typesOf(facts)).toEqual(['CalendarAdopted', 'DeadlineSet', 'DeadlineSet']);
    expect(facts).toMatchObject([{ actorId: systemActor.id, body: { revision: whole(3) } }, {}, {}]);
    expect(scene.give('2026-03-04', systemActor, adopt(3), { calendar })).toEqual([]);
    expect(scene.give('2026-03-04', systemActor, adopt(2), { calendar })).toEqual([]);
  });

  it('of another region is refused', () => {
    const order = { type: 'adoptCalendar', revision: { region: '210000', revision: 2 } } as const;
    expect(new Scene('2026-03-02').refused('2026-03-03', systemActor, order)).toBe('calendar-of-another-region');
  });

  it('without the calendar fails and is to be sent again by a build that knows it', () => {
    const late = { calendar: nationalCalendar() };
    expect(() => new Scene('2026-03-02').give('2026-03-03', systemActor, adopt(3), late)).toThrow('000000/3');
  });

  it("is the system's alone, and not for a closed case", () => {
    const scene = new Scene('2026-03-02');
    expect(scene.refused('2026-03-03', person('systemAdmin'), adopt(2))).toBe('not-allowed');
    scene.must('2026-03-03', 'windowClerk', { type: 'withdraw', statement: 's' });
    expect(scene.refused('2026-03-04', systemActor, adopt(2))).toBe('case-closed');
  });
});

const running = ({ state }: Scene) => state.clocks.filter(({ endedOn }) => endedOn === null);

/** A few runs of days turned within the next four months. */
function turnedDays({ choose, today }: Walk): Set<string> {
  const runs = Array.from({ length: 1 + choose(4) }, () => ({ from: choose(120), length: 1 + choose(7) }));
  return new Set(runs.flatMap(({ from, length }) => Array.from({ length }, (_, i) => addDays(today, from + i))));
}

describe('adopting any calendar', () => {
  const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

  it.each(seeds)('loses no date but to an open stop, and tells each that moves: seed %i', (seed) => {
    const walk = new Walk(seed);
    for (let turn = 0; turn < 10 + (seed % 20); turn += 1) walk.step();
    const { scene } = walk;
    if (scene.state.status === 'closed') return;
    const [days, before] = [turnedDays(walk), scene.state.clocks.map(ledgerOf)];
    const next = readRevision(scene.state.calendar).revision + 1;
    const facts = scene.give(walk.today, systemActor, adopt(next), { calendar: turned(days, next), now: walk.now });
    expect(typesOf(facts)).toContain('CalendarAdopted');
    expect(scene.state.clocks.map(ledgerOf)).toEqual(before);
    for (const { id, startedOn, limit, extension, stops } of running(scene)) {
      const oracle = bruteForce({ startedOn, limit, extension, stops: [...stops], turned: days });
      if (oracle === 'calendar-not-covered') throw new Error('a walk left the calendar');
      expect([id, scene.dueOn(id), scene.told(id)]).toEqual([id, oracle.dueOn, oracle.dueOn]);
      if (oracle.dueOn === null) expect(stops.some(({ to }) => to === null)).toBe(true);
    }
  });
});
