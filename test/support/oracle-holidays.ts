const dayMs = 86_400_000;
const chinese = new Intl.DateTimeFormat('en-US-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** New moons within ten minutes of midnight in Beijing: ICU approximates the moon and is a day off, so these are of the almanac. */
const closeNewYears = new Map([
  [2027, Date.UTC(2027, 1, 6)],
  [2030, Date.UTC(2030, 1, 3)],
]);

/**
 * The days off that the law alone gives a year (全国年节及纪念日放假办法 2024): its own reading for the oracle. Lunar days come from
 * ICU, 清明 from the usual formula, so nothing is shared with the command that made the product's table.
 */
export function lawfulDaysOff(year: number): string[] {
  const first = closeNewYears.get(year) ?? lunar(year, '1/1');
  const pureBrightness = Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4);
  const holidays = [
    [Date.UTC(year, 0, 1)],
    [-1, 0, 1, 2].map((days) => first + days * dayMs),
    [Date.UTC(year, 3, pureBrightness)],
    [1, 2].map((day) => Date.UTC(year, 4, day)),
    [lunar(year, '5/5')],
    ...[[1, 2, 3].map((day) => Date.UTC(year, 9, day)), [lunar(year, '8/15')]].toSorted(
      (a, b) => Number(a[0]) - Number(b[0]),
    ),
  ];
  const off = new Set<number>();
  for (const holiday of holidays) {
    let after = Number(holiday.at(-1));
    const repaid = holiday.filter((day) => off.has(day) || isWeekend(day)).length;
    for (const day of holiday) off.add(day);
    for (let given = 0; given < repaid;) {
      after += dayMs;
      if (off.has(after) || isWeekend(after)) continue;
      off.add(after);
      given += 1;
    }
  }
  return [...off].map((day) => new Date(day).toISOString().slice(0, 10)).toSorted();
}

/** The first day of a year that is this day of the Chinese calendar, no leap month. */
function lunar(year: number, wanted: string): number {
  for (let day = Date.UTC(year, 0, 20); day < Date.UTC(year, 11, 31); day += dayMs) {
    if (chinese.format(day).replace(/\/\d{4}.*$/, '') === wanted) return day;
  }
  throw new Error(`expected ${wanted} of the Chinese calendar in ${year}, but there is none`);
}

function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
