/** Day number 0 is a Thursday: three days after the Monday that weeks are counted from here. */
const fromMonday = 3;

/** Mondays to Fridays up to a day, that day included, counted from some day long ago: differences are what is meant. */
export function weekdaysUpTo(day: number): number {
  const days = day + 1 + fromMonday;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** The n-th Monday to Friday after a day (n >= 1). */
export function nthWeekdayAfter(day: number, n: number): number {
  const index = weekdaysUpTo(day) + n - 1;
  const weeks = Math.floor(index / 5);
  return weeks * 7 + (index - weeks * 5) - fromMonday;
}

/** The day off of the week that a day is; null from Monday to Friday. */
export function weekdayOf(day: number): 'saturday' | 'sunday' | null {
  const fromStart = (((day + fromMonday) % 7) + 7) % 7;
  return fromStart === 5 ? 'saturday' : fromStart === 6 ? 'sunday' : null;
}
