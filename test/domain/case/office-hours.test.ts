import { describe, expect, it } from 'vitest';
import { compileCalendar, nationalCalendar } from '../../../domain/clock/calendar.ts';
import { inOfficeHours } from '../../../domain/case/office-hours.ts';
import { at } from '../../support/scene.ts';

const calendar = compileCalendar(nationalCalendar());

describe('the next office hours', () => {
  it.each([
    ['2026-03-06 10:30', '2026-03-06 10:30', 'at once while they last'],
    ['2026-03-06 00:00', '2026-03-06 09:00', 'the same morning'],
    ['2026-03-06 12:00', '2026-03-06 13:00', 'after lunch'],
    ['2026-03-06 16:59', '2026-03-06 16:59', 'up to their end'],
    ['2026-03-06 17:00', '2026-03-09 09:00', 'on Monday after a Friday'],
    ['2026-03-07 00:00', '2026-03-09 09:00', 'on Monday after a Saturday'],
    ['2026-09-30 18:00', '2026-10-08 09:00', 'after the holidays'],
    ['2026-10-10 00:10', '2026-10-10 09:00', 'on a weekend day that is worked'],
  ])('fault A14: of %s are at %s, %s', (from, to) => {
    const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
    expect(inOfficeHours(calendar, instant(from))).toBe(instant(to));
  });

  it('are not waited for outside the calendar', () => {
    const from = at('2018-12-31', '20:00');
    expect(inOfficeHours(calendar, from)).toBe(from);
  });
});
