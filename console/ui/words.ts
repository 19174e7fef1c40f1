import type { TFunction } from 'i18next';

/**
 * What is left of a limit, in words: 剩余 3 个工作日, 超期 2 天; 已超期 on the days off right after the due date, when no working day is
 * over it yet. Limits in months and years are told in days.
 */
export function remainingText(
  t: TFunction,
  { remaining, overdue }: { readonly remaining: number | null; readonly overdue: boolean },
  limitUnit: string | null,
): string {
  if (remaining === null) return t('frame.notKnown');
  if (overdue && remaining === 0) return t('case.alreadyOver');
  const unit = unitText(t, limitUnit === 'workday' ? 'workday' : 'calendarDay', Math.abs(remaining));
  if (remaining < 0) return t('case.daysOver', { count: -remaining, unit });
  return t('case.daysLeft', { count: remaining, unit });
}

/** A limit in words: 20个工作日. None of them is 当场办结 where it is the time to decide, and elsewhere 当日. */
export function limitText(
  t: TFunction,
  limit: { readonly count: number; readonly unit: string },
  clock?: string,
): string {
  if (limit.count === 0) return t(clock === 'promised' || clock === 'statutory' ? 'frame.onTheSpot' : 'frame.sameDay');
  return `${limit.count}${unitText(t, limit.unit, limit.count)}`;
}

/** How long materials may follow, and until when if the case were accepted today. */
export function deferralText(
  t: TFunction,
  { ifToday, ...limit }: { readonly count: number; readonly unit: string; readonly ifToday: string | null },
): string {
  const told = { limit: limitText(t, limit), day: ifToday ?? '' };
  return t(ifToday === null ? 'clerk.deferralLimit' : 'clerk.deferralIfToday', told);
}

/** The word of a unit of limits; English counts one of them otherwise. */
export function unitText(t: TFunction, unit: string, count: number): string {
  const word = unitWord(t, unit);
  return count === 1 ? word.replace(/(?<=[a-z])s$/, '') : word;
}

function unitWord(t: TFunction, unit: string): string {
  switch (unit) {
    case 'workday':
      return t('case.workday');
    case 'month':
      return t('case.month');
    case 'year':
      return t('case.year');
    default:
      return t('case.calendarDay');
  }
}

/** An instant of the API (RFC 3339, +08:00) as people read it: 2026-11-24 09:30. */
export function instantText(instant: string | null): string {
  return instant === null ? '—' : instant.slice(0, 16).replace('T', ' ');
}

/** By how much the promise of an untimed step or the limit to start it is missed, in its unit; on the days off right after it, that it is. */
export function overdueText(
  t: TFunction,
  { overdueDays, dueUnit }: { readonly overdueDays: number; readonly dueUnit: string | null },
): string {
  if (overdueDays === 0) return t('case.alreadyOver');
  return t(dueUnit === 'workday' ? 'supervision.workdays' : 'supervision.days', { count: overdueDays });
}
