import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../../../domain/clock/calendar.ts';
import { fileCase, makeWorld } from '../../../domain/case/machine.ts';
import { compilePlan } from '../../../domain/flow/compile.ts';
import { isRejection } from '../../../domain/rejection.ts';
import { testFlow } from '../../support/flow-fixture.ts';
import { Scene, at, caseId, day } from '../../support/scene.ts';

const duty = [{ weekday: 'saturday', from: 9, to: 12 }] as const;
const flow = { ...testFlow, afterHours: { counts: 'nextWorkday', closesAt: 17, duty } } as const;
const world = makeWorld(compilePlan(flow, null), nationalCalendar());

/** The day on which the time to answer begins, and what the filing keeps, for an application entered at a time. */
function filed(
  date: string,
  time: string,
  o: { channel?: 'online' | 'window'; rules?: number; receivedOn?: string } = {},
) {
  const { channel = 'online', rules = 5, receivedOn = date } = o;
  const { filing } = new Scene(date, { receivedOn: day(receivedOn), evidence: 'e' }, flow).state;
  const answer = fileCase(world, {
    caseId,
    filing: { ...filing, channel },
    requestId: 'filing',
    actorId: 'windowClerk',
    receivedAt: at(date, time),
    businessClock: { version: 0, offset: 0 },
    rules,
  });
  if (isRejection(answer)) throw new Error(answer.detail);
  const { state } = answer;
  return [state.clocks.find(({ id }) => id === 'notice')?.startedOn, state.filing.countsFrom];
}

describe('D6, D7: what comes in online after hours', () => {
  it.each([
    // 2026-09-17 is a Thursday, the 18th a Friday; Sunday the 20th is worked; the 25th to 27th are days off.
    ['in office hours', '2026-09-17', '16:59', '2026-09-17'],
    ['before they begin', '2026-09-17', '00:00', '2026-09-17'],
    ['after them', '2026-09-17', '17:00', '2026-09-18'],
    ['after them on a Friday', '2026-09-18', '23:59', '2026-09-20'],
    ['on a Sunday that is worked', '2026-09-20', '10:00', '2026-09-20'],
    ['in a holiday', '2026-09-25', '10:00', '2026-09-28'],
    ['on a Saturday within duty hours', '2026-09-19', '11:59', '2026-09-19'],
    ['on a Saturday past duty hours', '2026-09-19', '12:00', '2026-09-20'],
  ])('counts as its item says: %s', (_, date, time, counted) => {
    expect(filed(date, time)).toEqual([counted, counted === date ? undefined : counted]);
  });

  it.each([
    ['at the window, which is open', { channel: 'window' }],
    ['under older rules', { rules: 4 }],
  ] as const)('counts on its day %s', (_, o) => {
    expect(filed('2026-09-17', '20:00', o)).toEqual(['2026-09-17', undefined]);
  });

  it('of an earlier day nobody knows the hour', () => {
    expect(filed('2026-09-18', '20:00', { receivedOn: '2026-09-17' })).toEqual(['2026-09-17', undefined]);
  });

  it('is answered from the day on which it counts, may be accepted before, and silence accepts from that day', () => {
    const change = { channel: 'online' } as const;
    const late = () => {
      const scene = new Scene('2026-09-18', change, { ...flow, afterHours: { counts: 'nextWorkday', closesAt: 9 } });
      expect([scene.state.filing.countsFrom, scene.dueOn('notice')]).toEqual(['2026-09-20', '2026-09-28']);
      return scene;
    };
    const accepted = late().accepted('2026-09-18');
    expect([accepted.state.acceptedOn, accepted.clock('statutory').startedOn]).toEqual(['2026-09-18', '2026-09-18']);
    const silent = late();
    silent.pass('2026-09-29', '00:10');
    expect(silent.state.acceptedOn).toBe('2026-09-20');
  });
});
