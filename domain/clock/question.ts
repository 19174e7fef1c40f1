import type { Calendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { isClockError } from './clock.ts';
import { excludedDays, reckon, standingOn } from './reckon.ts';
import type { Clock, ClockError } from './clock.ts';
import type { Standing } from './reckon.ts';
import { parseClock, readDate, readFields } from './parse-clock.ts';

/** A question to the clock calculator: a clock, and perhaps the day on which its standing is wanted. */
export type Question = { clock: Clock; today?: CivilDate };

/** The calculator's answer; `used`, `remaining` and `overdue` are there when the question named a day. */
export type Answer = { dueOn: CivilDate | null; provisional: boolean; excluded: number | null } & Partial<Standing>;

/**
 * Reads a question `{startedOn, limit, extension?, stops?, today?}` strictly.
 * A calculator asks about running clocks, so `endedOn` is an unknown key here. Errors as parseClock.
 */
export function readQuestion(input: unknown): Question | ClockError {
  const keys = { required: ['startedOn', 'limit'], optional: ['extension', 'stops', 'today'] };
  const fields = readFields(input, 'the question', keys);
  if (isClockError(fields)) return fields;
  const { today, ...rest } = fields;
  const clock = parseClock(rest);
  if (isClockError(clock)) return clock;
  if (today === undefined) return { clock };
  const day = readDate(today, 'today');
  return isClockError(day) ? day : { clock, today: day };
}

/** Answers a question. Error `calendar-not-covered`. */
export function answerQuestion({ clock, today }: Question, calendar: Calendar): Answer | ClockError {
  const reckoning = reckon(clock, calendar);
  if (isClockError(reckoning)) return reckoning;
  const excluded = excludedDays(clock, calendar, today);
  if (isClockError(excluded)) return excluded;
  const answer: Answer = { dueOn: reckoning.dueOn, provisional: reckoning.provisional, excluded };
  if (today === undefined) return answer;
  const standing = standingOn(clock, calendar, today);
  return isClockError(standing) ? standing : { ...answer, ...standing };
}
