import type { CalendarSnapshot } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import { readDay, readDayOfYear, readWeekday } from '../words/day.ts';
import { unitWords } from '../words/limit.ts';
import type { Clock } from './clock.ts';
import type { DayRow, Labels, StopLabel } from './day-row.ts';

/** What a sentence is made of: an explanation's rows and the clock they explain. */
export type SentenceInput = {
  clock: Clock;
  rows: readonly DayRow[];
  dueOn: CivilDate | null;
  provisional: boolean;
  labels: Labels;
  snapshot: CalendarSnapshot;
};

/** One sentence in Chinese: start, limit, what stopped the clock, which holidays lay between, and the date they lead to. */
export function sentenceOf(input: SentenceInput): string {
  const { clock, rows, dueOn, labels } = input;
  const started = `${readDay(clock.startedOn)}${labels.startedBy}`;
  const until = rows.filter((row) => dueOn === null || row.date <= dueOn);
  const reasons = [...stopClauses(input, until), ...dayClauses(clock, until)].join('，');
  const opening = `${started}，${limitWords(clock)}`;
  return `${reasons === '' ? opening : `${opening}；${reasons}`}，${conclusion(input)}`;
}

function limitWords({ limit, extension }: Clock): string {
  const unit = unitWords[limit.unit].zh;
  if (limit.count + extension === 0) return '应当日办结';
  const extended = extension === 0 ? '' : `，延长${extension}${unit}`;
  return `次日起算${limit.count}${unit}${extended}`;
}

function stopClauses({ clock, dueOn, labels }: SentenceInput, rows: readonly DayRow[]): string[] {
  const unit = clock.limit.unit === 'workday' ? '个工作日' : '日';
  const days = new Map<StopLabel, number>();
  for (const { kind, stop } of rows) {
    if (kind === 'excluded' && stop) days.set(stop, (days.get(stop) ?? 0) + 1);
  }
  const clauses = [...days].map(([{ step, article }, count]) => {
    return `${step}${article === undefined ? '' : `（${article}）`}不计${count}${unit}`;
  });
  if (dueOn !== null) return clauses;
  const open = clock.stops.findIndex((stop) => stop.to === null);
  const from = clock.stops[open]?.from;
  return from
    ? [...clauses, `${labels.stops[open]?.step ?? '暂停'}自${monthDay(from, clock.startedOn)}开始，尚未结束`]
    : clauses;
}

/** Holidays matter to working days wherever they lie, to civil days only where the last day rolls over them. */
function dayClauses({ startedOn, limit }: Clock, rows: readonly DayRow[]): string[] {
  const byWorkday = limit.unit === 'workday';
  const clauses: string[] = [];
  for (const group of groupsOfSameDay(rows)) {
    const [first] = group;
    const last = group[group.length - 1];
    if (!first || !last) continue;
    const { day, name = '节假日' } = first;
    if (day === 'makeUpWorkday' && byWorkday) {
      const dates = group.map(({ date, weekday }) => `${monthDay(date, startedOn)}（${readWeekday(weekday)}）`);
      clauses.push(`${dates.join('、')}因${name}调休上班`);
    }
    if (day === 'holiday' && (byWorkday || group.some(({ kind }) => kind === 'rollOver'))) {
      clauses.push(`${name}${range(first.date, last.date, startedOn)}放假`);
    }
  }
  const rolled = rows.some(({ kind, due }) => kind === 'rollOver' && due);
  return rolled ? [...clauses, '期满日遇休息日，顺延至其后第一个工作日'] : clauses;
}

/** Neighbouring rows of the same kind of day and the same holiday, the start day left out. */
function groupsOfSameDay(rows: readonly DayRow[]): DayRow[][] {
  const groups: DayRow[][] = [];
  for (const row of rows) {
    if (row.kind === 'start') continue;
    const group = groups[groups.length - 1];
    if (group?.[0]?.day === row.day && group[0].name === row.name) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

function conclusion({ clock, dueOn, provisional, rows, snapshot }: SentenceInput): string {
  if (dueOn === null) {
    const unit = clock.limit.unit === 'workday' ? '个工作日' : '日';
    return `已计${rows[rows.length - 1]?.total ?? 0}${unit}，时限暂停，截止日期待定`;
  }
  if (!provisional) return `故为${monthDay(dueOn, clock.startedOn)}`;
  return `故暂定为${readDay(dueOn)}（${readDay(snapshot.coveredUntil)}以后的放假安排尚未发布，发布后重新计算）`;
}

/** The year is said only where it differs from the start's. */
function monthDay(date: CivilDate, start: CivilDate): string {
  return date.slice(0, 4) === start.slice(0, 4) ? readDayOfYear(date) : readDay(date);
}

function range(from: CivilDate, to: CivilDate, start: CivilDate): string {
  if (from === to) return monthDay(from, start);
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : monthDay(to, from);
  return `${monthDay(from, start)}至${end}`;
}
