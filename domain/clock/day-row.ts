import type { DayDescription } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';

/** Who a stop belongs to: the step's title and the article that lets it stop the clock. */
export type StopLabel = { step: string; article?: string };

/** Words of an explanation: what started the clock (受理), and a label for each of its stops in their order. */
export type Labels = { startedBy: string; stops: readonly StopLabel[] };

/**
 * What a day is to a clock. `start` is not counted; `counted` and `makeUpWorkday` are; `weekend` and `holiday` pass by;
 * `excluded` is taken out by a stop; `rollOver` follows the last counted day up to dueOn; `overdue` follows dueOn.
 */
export type DayKind =
  | 'start'
  | 'counted'
  | 'makeUpWorkday'
  | 'weekend'
  | 'holiday'
  | 'excluded'
  | 'rollOver'
  | 'overdue';

/**
 * One civil day of an explanation. `day` is what it is to everybody, `kind` what it is to this clock; `total` = counted days so far (at most L). `name` and `notice` say which holiday,
 * `stop` which stop holds the day (also for a weekend inside it), `due` marks dueOn.
 */
export type DayRow = {
  date: CivilDate;
  weekday: number;
  kind: DayKind;
  day: DayDescription['kind'];
  total: number;
  name?: string;
  notice?: string;
  stop?: StopLabel;
  due?: true;
};
