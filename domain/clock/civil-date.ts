declare const civilDate: unique symbol;

/** A day of the civil calendar as YYYY-MM-DD, years 1900 to 2199; every such day is one in Asia/Shanghai. */
export type CivilDate = string & { readonly [civilDate]: true };

/** A civil day in milliseconds: Asia/Shanghai has no summer time. */
export const dayMs = 86_400_000;
/** Asia/Shanghai has had this offset without change since 1991; the zone of the process is never asked. */
const offsetMs = 8 * 3_600_000;
const firstDay = dayNumberOf(1900, 1, 1);
/** Day number of the last day there is a civil date for. */
export const lastCivilDay = dayNumberOf(2199, 12, 31);

/**
 * Reads a civil date.
 * @param text exactly YYYY-MM-DD, a real day of the years 1900 to 2199
 * @returns the date, or undefined for anything else (2026-02-29, 2026-2-3, blanks, an instant)
 */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // Asked for what must hold, because a part with a foreign character is NaN and no comparison holds for it.
  const isInRange = year >= 1900 && year <= 2199 && month >= 1 && month <= 12;
  return isInRange && day >= 1 && day <= daysInMonth(year, month) ? (text as CivilDate) : undefined;
}

/** Days since 1970-01-01 (that day is 0), the form in which days are added and compared. */
export function toDayNumber(date: CivilDate): number {
  return dayNumberOf(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/**
 * The civil date of a day number.
 * @throws RangeError outside the years 1900 to 2199: callers check their bounds first
 */
export function fromDayNumber(dayNumber: number): CivilDate {
  if (!(dayNumber >= firstDay && dayNumber <= lastCivilDay)) {
    throw new RangeError(`expected a day of the years 1900 to 2199, but got day number ${dayNumber}`);
  }
  const { year, month, day } = partsOf(dayNumber);
  return `${year}-${two(month)}-${two(day)}` as CivilDate;
}

/** The civil date in Asia/Shanghai at an instant given in epoch milliseconds. */
export function civilDateOf(instantMs: number): CivilDate {
  return fromDayNumber(Math.floor((instantMs + offsetMs) / dayMs));
}

/** The instant 00:00+08:00 of a day, in epoch milliseconds. */
export function startOfDay(date: CivilDate): number {
  return toDayNumber(date) * dayMs - offsetMs;
}

/** An instant in epoch milliseconds as RFC 3339 in +08:00: 2026-11-25T00:30:05+08:00, `ms`: 2026-11-25T00:30:05.123+08:00. */
export function rfc3339(instantMs: number, to: 'second' | 'ms' = 'second'): string {
  const date = civilDateOf(instantMs);
  const ofDay = instantMs - startOfDay(date);
  const seconds = Math.floor(ofDay / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = to === 'ms' ? `.${String(Math.floor(ofDay) % 1000).padStart(3, '0')}` : '';
  return `${date}T${parts.map(two).join(':')}${fraction}+08:00`;
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekday(date: CivilDate): number {
  return weekdayOf(toDayNumber(date));
}

/** Day of the week of a day number, Monday 1 to Sunday 7. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** The day so many civil days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The corresponding day so many months later, or the last day of that month (Civil Code article 202). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return fromDayNumber(monthsLater(toDayNumber(date), months));
}

/** As addMonths over day numbers, for any number of months: the result may lie far outside the calendar. */
export function monthsLater(dayNumber: number, months: number): number {
  const { year, month, day } = partsOf(dayNumber);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayNumberOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Number from the decimal digits in text[from, to), or NaN when one of them is not a digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Counts years from March, so that the leap day is the last of its year and one formula serves all months. */
function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

function partsOf(dayNumber: number): { year: number; month: number; day: number } {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
