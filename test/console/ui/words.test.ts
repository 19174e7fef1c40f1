import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { momentText } from '../../../console/ui/moment-text.ts';
import { limitText, overdueText, remainingText } from '../../../console/ui/words.ts';

/** Tells the key, and how many. */
const t = ((key: string, o?: { count: number }) => (o === undefined ? key : `${key} ${o.count}`)) as TFunction;

describe('a limit of none', () => {
  it('is decided on the spot where it is the time to decide, and else on the same day', () => {
    const none = { count: 0, unit: 'workday' };
    expect([limitText(t, none, 'promised'), limitText(t, none, 'statutory')]).toEqual([
      'frame.onTheSpot',
      'frame.onTheSpot',
    ]);
    expect([limitText(t, none, 'notice'), limitText(t, none)]).toEqual(['frame.sameDay', 'frame.sameDay']);
    expect(limitText(t, { count: 2, unit: 'workday' }, 'promised')).toBe('2case.workday');
  });
});

describe('what is left of a limit', () => {
  it('fault A14: is told as overdue on a day off right after the due date, when no working day is over it yet', () => {
    expect(remainingText(t, { remaining: 0, overdue: true }, 'workday')).toBe('case.alreadyOver');
    expect(remainingText(t, { remaining: 0, overdue: false }, 'workday')).toBe('case.daysLeft 0');
    expect(remainingText(t, { remaining: -2, overdue: true }, 'workday')).toBe('case.daysOver 2');
    expect(remainingText(t, { remaining: null, overdue: false }, 'month')).toBe('frame.notKnown');
  });

  it('fault A14: is never 0 days over in the ledger', () => {
    const row = { overdueDays: 0, dueUnit: 'workday' };
    expect(overdueText(t, row)).toBe('case.alreadyOver');
    expect(overdueText(t, { ...row, overdueDays: 2 })).toBe('supervision.workdays 2');
  });
});

it('the time at which a draft was kept is that of Beijing, also on a machine that thinks it stands elsewhere', () => {
  expect(momentText(Date.UTC(2026, 10, 28, 16, 30))).toBe('11-29 00:30');
});
