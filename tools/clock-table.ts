import { readDay, readWeekday } from '../domain/words/day.ts';
import type { DayKind, DayRow } from '../domain/clock/day-row.ts';
import type { Explanation } from '../domain/clock/explain.ts';

const kindNames: Record<DayKind, string> = {
  start: '起算日，不计',
  counted: '计入',
  makeUpWorkday: '调休上班，计入',
  weekend: '周末',
  holiday: '放假',
  excluded: '暂停，不计',
  rollOver: '顺延',
  overdue: '超期',
};

/** The explanation as a table for a terminal, one row a day, in columns as wide as Chinese characters really are. */
export function explanationTable({ rows, sentence }: Explanation): string {
  const header = ['日期', '星期', '如何计算', '累计', '说明'];
  const cells = [header, ...rows.map(cellsOf)];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  const lines = cells.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  '));
  return [sentence, '', ...lines.map((line) => line.trimEnd())].join('\n');
}

function cellsOf(row: DayRow): string[] {
  return [row.date, readWeekday(row.weekday), kindNames[row.kind], String(row.total), noteOf(row)];
}

function noteOf({ day, name, notice, stop, due, date }: DayRow): string {
  const holiday = name === undefined ? [] : [day === 'makeUpWorkday' ? `${name}调休` : name, `依据${notice ?? ''}`];
  const stopped = stop === undefined ? [] : [stop.article === undefined ? stop.step : `${stop.step}，${stop.article}`];
  return [...(due ? [`应办结日期 ${readDay(date)}`] : []), ...stopped, ...holiday].join('；');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Columns a text takes in a terminal: two for East Asian wide characters, one for the rest. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
