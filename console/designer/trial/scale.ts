import { isWorkday } from '../../../domain/clock/calendar.ts';
import type { Calendar } from '../../../domain/clock/calendar.ts';
import { fromDayNumber, toDayNumber } from '../../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../../domain/clock/civil-date.ts';
import type { Trial } from '../../../domain/flow/simulate/try-flow.ts';

/** The days that a time line shows. */
export interface Scale {
  readonly first: number;
  readonly count: number;
}

/** By how much of its own length a time line goes on past the end of the case to show a due date. */
const beyond = 0.5;

/** From the day of receipt to the end of the case, and on to the due dates that are not far behind it. */
export function scaleOf({ clocks, steps }: Pick<Trial, 'clocks' | 'steps'>): Scale {
  const starts = [...clocks.map(({ startedOn }) => startedOn), ...steps.map(({ openedOn }) => openedOn)];
  const ends = [...clocks, ...steps].map(({ endedOn }) => endedOn);
  const first = Math.min(...starts.map(toDayNumber));
  const end = Math.max(first, ...ends.map(toDayNumber));
  const furthest = end + Math.max(5, Math.round((end - first) * beyond));
  const dues = clocks.flatMap(({ dueOn }) => (dueOn === null ? [] : [toDayNumber(dueOn)]));
  const last = Math.max(end, ...dues.filter((day) => day <= furthest));
  return { first, count: last - first + 2 };
}

/** Where a day begins, in percent of the time line; its end is where the next one begins. */
export function startsAt({ first, count }: Scale, day: CivilDate, plus = 0): number {
  return Math.min(100, Math.max(0, ((toDayNumber(day) - first + plus) / count) * 100));
}

/** Whether a time line shows a day. */
export function shows({ first, count }: Scale, day: CivilDate): boolean {
  const number = toDayNumber(day);
  return number >= first && number < first + count;
}

/** Runs of days off, each from a percent to another. */
export function daysOff({ first, count }: Scale, calendar: Calendar): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let index = 0; index < count; index += 1) {
    if (isWorkday(calendar, first + index)) continue;
    const [from, to] = [(index / count) * 100, ((index + 1) / count) * 100];
    const last = runs[runs.length - 1];
    if (last !== undefined && Math.abs(last[1] - from) < 0.001) last[1] = to;
    else runs.push([from, to]);
  }
  return runs;
}

/** The days that are written over a time line, so that none is nearer to the one before than so many days. */
export function writtenDays({ first, count }: Scale, apart: number): readonly CivilDate[] {
  const step = Math.max(1, apart);
  // The last one has room for its words.
  return Array.from({ length: Math.max(1, Math.floor(count / step)) }, (_, index) =>
    fromDayNumber(first + index * step),
  );
}

/** Rows for marks that would lie on one another: each takes the first row that is free where it stands. */
export function lanes(lefts: readonly number[], width: number): readonly number[] {
  const free: number[] = [];
  return lefts.map((left) => {
    const found = free.findIndex((until) => until <= left);
    const lane = found === -1 ? free.length : found;
    free[lane] = left + width;
    return lane;
  });
}
