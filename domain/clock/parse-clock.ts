import { parseCivilDate } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { isClockError } from './clock.ts';
import type { Clock, ClockError, ClockErrorCode, Limit, LimitUnit, Stop } from './clock.ts';

const units: readonly LimitUnit[] = ['workday', 'calendarDay', 'month', 'year'];

/**
 * Reads a clock from foreign data, strictly (design rule 10).
 * @param input `{startedOn, limit: {count, unit}, extension?, stops?: [{from, to}], endedOn?}`; `to` is null while open
 * @returns the clock (extension 0 and no stops when absent) or an error of every code but `calendar-not-covered`
 */
export function parseClock(input: unknown): Clock | ClockError {
  const fields = readFields(input, 'a clock', { required: ['startedOn', 'limit'], optional: clockOptions });
  if (isClockError(fields)) return fields;
  const startedOn = readDate(fields['startedOn'], 'startedOn');
  if (isClockError(startedOn)) return startedOn;
  const limit = readLimit(fields['limit']);
  if (isClockError(limit)) return limit;
  const extension = fields['extension'] ?? 0;
  if (fields['extension'] === null || !isCount(extension)) {
    return refusal('invalid-extension', `extension as a non-negative integer, but got ${show(fields['extension'])}`);
  }
  const stops = fields['stops'] === undefined ? [] : readStops(fields['stops']);
  if (isClockError(stops)) return stops;
  const clock: Clock = { startedOn, limit, extension, stops };
  return fields['endedOn'] === undefined ? clock : withEnd(clock, fields['endedOn']);
}

const clockOptions = ['extension', 'stops', 'endedOn'];

type Fields = Record<string, unknown>;

/** Checks that a value is an object with the required keys and no others than those named. */
export function readFields(
  value: unknown,
  what: string,
  keys: { required: readonly string[]; optional?: readonly string[] },
): Fields | ClockError {
  if (!isFields(value)) return refusal('not-an-object', `${what} as an object, but got ${show(value)}`);
  const { required, optional = [] } = keys;
  const unknown = Object.keys(value).find((key) => !required.includes(key) && !optional.includes(key));
  if (unknown !== undefined) {
    const known = [...required, ...optional].join(', ');
    return refusal('unknown-key', `only the keys ${known} in ${what}, but got ${show(unknown)}`);
  }
  const missing = required.find((key) => !Object.hasOwn(value, key));
  return missing === undefined ? value : refusal('missing-key', `the key "${missing}" in ${what}, but it is missing`);
}

/** Reads a civil date. Error `invalid-date`. */
export function readDate(value: unknown, what: string): CivilDate | ClockError {
  const date = typeof value === 'string' ? parseCivilDate(value) : undefined;
  return date ?? refusal('invalid-date', `${what} as a real date YYYY-MM-DD of 1900 to 2199, but got ${show(value)}`);
}

function readLimit(value: unknown): Limit | ClockError {
  const fields = readFields(value, 'limit', { required: ['count', 'unit'] });
  if (isClockError(fields)) return fields.code === 'not-an-object' ? { ...fields, code: 'invalid-limit' } : fields;
  const { count } = fields;
  const unit = units.find((known) => known === fields['unit']);
  if (unit === undefined) {
    return refusal('unknown-unit', `limit.unit as one of ${units.join(', ')}, but got ${show(fields['unit'])}`);
  }
  if (!isCount(count)) {
    return refusal('invalid-count', `limit.count as a non-negative integer, but got ${show(count)}`);
  }
  return { count, unit };
}

function readStops(value: unknown): Stop[] | ClockError {
  if (!Array.isArray(value)) return refusal('invalid-stops', `stops as a list, but got ${show(value)}`);
  const stops: Stop[] = [];
  for (const [index, item] of value.entries()) {
    const stop = readStop(item, `stops[${index}]`);
    if (isClockError(stop)) return stop;
    stops.push(stop);
  }
  return stops;
}

function readStop(value: unknown, what: string): Stop | ClockError {
  const fields = readFields(value, what, { required: ['from', 'to'] });
  if (isClockError(fields)) return fields.code === 'not-an-object' ? { ...fields, code: 'invalid-stops' } : fields;
  const from = readDate(fields['from'], `${what}.from`);
  if (isClockError(from)) return from;
  if (fields['to'] === null) return { from, to: null };
  const to = readDate(fields['to'], `${what}.to`);
  if (isClockError(to)) return to;
  return to < from
    ? refusal('stop-ends-before-it-starts', `${what}.to not before from, but ${to} is before ${from}`)
    : { from, to };
}

function withEnd(clock: Clock, value: unknown): Clock | ClockError {
  const endedOn = readDate(value, 'endedOn');
  if (isClockError(endedOn)) return endedOn;
  return endedOn < clock.startedOn
    ? refusal('ended-before-start', `endedOn not before startedOn, but ${endedOn} is before ${clock.startedOn}`)
    : { ...clock, endedOn };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(code: ClockErrorCode, expectation: string): ClockError {
  return { code, detail: `expected ${expectation}` };
}

/** A value as it stands in a message; what is inside lists and objects is left out, however deep it goes. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  if (typeof value !== 'object') return String(value);
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
}
