import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import chineseDays from 'chinese-days';
import { addDays, parseCivilDate, toDayNumber, weekdayOf } from '../domain/clock/civil-date.ts';
import type { CivilDate } from '../domain/clock/civil-date.ts';

// chinese-days reckons in the machine's zone: a day in New York would begin the evening before.
process.env['TZ'] = 'Asia/Shanghai';

const [first, last] = [2027, 2036];
const file = fileURLToPath(new URL('../domain/clock/calendar-fallback.ts', import.meta.url));

/** `npm run calendar:fallback`: writes (or with `--print` shows) the holidays that the law gives the years without a notice (全国年节及纪念日放假办法 2024, articles 2 and 6). */
function main(): void {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const lines = years.map((year) => `  '${lineOf(year)}',\n`).join('');
  const doc = `/** What the law gives years without a notice, made by \`npm run calendar:fallback\`. No weekend is worked. */\n`;
  const text = `${doc}export const fallbackLines: readonly string[] = [\n${lines}];\n`;
  if (process.argv[2] === '--print') process.stdout.write(text);
  else writeFileSync(file, text);
}

interface Holiday {
  readonly name: string;
  readonly days: readonly CivilDate[];
}

function lineOf(year: number): string {
  const taken = new Set<CivilDate>();
  const said = holidaysOf(year).map(({ name, days }) => {
    const given = daysOff(days, taken).map((day) => day.slice(5));
    return given.length === 1 ? `${name} ${given[0]}` : `${name} ${given[0]}..${given.at(-1)}`;
  });
  return [year, ...said].join('; ');
}

/** The holidays of a year (article 2), in order; the one that begins later meets what is off already. */
function holidaysOf(year: number): Holiday[] {
  const newYear = lunar(year, '01-01');
  const at = (day: CivilDate, length: number) => Array.from({ length }, (_, i) => addDays(day, i));
  const all = [
    { name: '元旦', days: at(civil(`${year}-01-01`), 1) },
    { name: '春节', days: at(addDays(newYear, -1), 4) },
    { name: '清明节', days: at(civil(chineseDays.getSolarTermDate(year, 4, 'pure_brightness')), 1) },
    { name: '劳动节', days: at(civil(`${year}-05-01`), 2) },
    { name: '端午节', days: at(lunar(year, '05-05'), 1) },
    { name: '国庆节', days: at(civil(`${year}-10-01`), 3) },
    { name: '中秋节', days: at(lunar(year, '08-15'), 1) },
  ];
  return all.toSorted((a, b) => `${a.days[0]}`.localeCompare(`${b.days[0]}`));
}

/**
 * The days themselves, then for each that is a weekend (article 6), or one already given by another holiday, the next day that works.
 * Two holidays on one day give two days, as the notices of 2020 and 2025 did.
 */
function daysOff(days: readonly CivilDate[], taken: Set<CivilDate>): CivilDate[] {
  const owed = days.filter((day) => taken.has(day) || isWeekend(day)).length;
  const given = days.filter((day) => !taken.has(day));
  for (const day of given) taken.add(day);
  let day = days.at(-1) ?? civil('');
  for (let left = owed; left > 0;) {
    day = addDays(day, 1);
    if (taken.has(day) || isWeekend(day)) continue;
    taken.add(day);
    given.push(day);
    left -= 1;
  }
  return given;
}

function isWeekend(day: CivilDate): boolean {
  return weekdayOf(toDayNumber(day)) > 5;
}

function lunar(year: number, day: string): CivilDate {
  return civil(chineseDays.getSolarDateFromLunar(`${year}-${day}`).date);
}

function civil(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error(`expected a civil date, but got ${text}`);
  return date;
}

main();
