import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { compileCalendar, nationalCalendar } from '../../../domain/clock/calendar.ts';
import { isClockError } from '../../../domain/clock/clock.ts';
import { reckon } from '../../../domain/clock/reckon.ts';
import { parseClock } from '../../../domain/clock/parse-clock.ts';
import { bruteForce } from '../../support/brute-force-clock.ts';
import type { OracleAnswer, OracleClock } from '../../support/brute-force-clock.ts';
import { differences, productAnswer } from '../../support/compare-clock.ts';

// name | started | limit | stops | due; the table of domain.md 1.7, a tilde marks a provisional date
const table = `
补正告知 | 2026-09-18 | 5 workday | | 2026-09-24
补正告知，跨春节 | 2026-02-12 | 5 workday | | 2026-02-26
决定，跨春节 | 2026-02-09 | 20 workday | | 2026-03-13
决定，跨国庆 | 2026-09-14 | 20 workday | | 2026-10-16
决定，2025 | 2025-01-13 | 20 workday | | 2025-02-14
决定+延期 | 2025-01-13 | 20+10 workday | | 2025-02-28
决定，止于上班的周六 | 2024-09-09 | 20 workday | | 2024-10-12
决定，2019 | 2019-09-16 | 20 workday | | 2019-10-17
跨年 | 2022-12-28 | 5 workday | | 2023-01-05
送达 | 2026-04-24 | 10 workday | | 2026-05-12
联办 | 2026-08-03 | 45 workday | | 2026-10-10
联办延期 | 2026-08-03 | 45+15 workday | | 2026-10-30
听证申请期 | 2026-04-27 | 5 workday | | 2026-05-07
周六收件 | 2026-03-07 | 5 workday | | 2026-03-13
周六收件，次日起 | 2026-03-09 | 5 workday | | 2026-03-16
视为受理 | 2026-09-18 | 20 workday | | 2026-10-22
暂停前 | 2026-03-02 | 20 workday | | 2026-03-30
暂停 | 2026-03-02 | 20 workday | 03-09..03-20 | 2026-04-13
暂停跨节 | 2026-09-21 | 20 workday | 09-29..10-09 | 2026-10-29
重叠暂停 | 2026-05-06 | 20 workday | 05-11..05-22 05-20..06-02 | 2026-06-25
未知年 | 2026-12-07 | 20 workday | | ~2027-01-05
末日前开启 | 2026-03-02 | 20 workday | 03-27..04-10 | 2026-04-13
末日开启 | 2026-03-02 | 20 workday | 03-30..04-10 | 2026-04-10
移动后开启 | 2026-03-02 | 20 workday | 04-08..04-17 03-09..03-20 | 2026-04-22
相接、嵌套、起前、逾后 | 2026-08-31 | 20 workday | 09-18..10-10 09-10..09-18 08-20..09-02 09-11..09-14 11-30..12-11 | 2026-10-29
当日即停 | 2026-02-14 | 10 workday | 02-14..02-24 | 2026-03-09
跨年暂停 | 2026-12-02 | 20 workday | 12-21..2027-02-12 | ~2027-02-23
自然日 | 2026-08-28 | 30 calendarDay | 09-18..09-27 | 2026-10-08
自然日，顺延期内开启 | 2026-04-01 | 30 calendarDay | 05-02..05-20 | 2026-05-20
自然日，听证申请期 | 2026-04-27 | 5 calendarDay | | 2026-05-06
月，止于月末 | 2025-12-31 | 2 month | 2026-02-13..2026-02-23 | 2026-03-10
月 | 2026-03-10 | 1 month | 04-09..04-15 | 2026-04-16
即办件，周六 | 2026-03-07 | 0 workday | 03-07.. | 2026-03-09
未结束的暂停 | 2026-03-02 | 20 workday | 03-09.. | null
末日开启，未结束 | 2026-03-02 | 20 workday | 03-30.. | null
逾期后开启 | 2026-03-02 | 20 workday | 03-31.. | 2026-03-30`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', startedOn = '', limit = '', stops = '', due = ''] = line.split('|').map((cell) => cell.trim());
    const [amount = '', unit = ''] = limit.split(' ');
    const [count = 0, extension = 0] = amount.split('+').map(Number);
    const full = (date: string) => (date.length === 5 ? `${startedOn.slice(0, 4)}-${date}` : date);
    const list = stops === '' ? [] : stops.split(' ').map((stop) => stop.split('..').map(full));
    const question: OracleClock = {
      startedOn,
      limit: { count, unit },
      extension,
      stops: list.map(([from = '', to = '']) => ({ from, to: to === '' ? null : to })),
    };
    return { name: `${name} ${startedOn}`, question, dueOn: due === 'null' ? null : due.replace('~', ''), due };
  });

describe('the table of domain.md 1.7', () => {
  it.each(rows)('$name falls due on $dueOn', ({ question, dueOn, due }) => {
    expect(productAnswer(question)).toMatchObject({ dueOn, provisional: due.startsWith('~') });
    expect(bruteForce(question)).toMatchObject({ dueOn, provisional: due.startsWith('~') });
  });

  it.each([
    ['cn-2020.1', '2020-02-03'],
    ['cn-2020.2', '2020-02-05'],
  ])('under revision %s ten working days from 2020-01-15 end on %s', (revision, dueOn) => {
    const clock = parseClock({ startedOn: '2020-01-15', limit: { count: 10, unit: 'workday' } });
    if (isClockError(clock)) throw new Error(clock.detail);
    expect(reckon(clock, compileCalendar(nationalCalendar(revision)))).toMatchObject({ dueOn });
  });
});

type Vector = { id: number; question: OracleClock; expected: OracleAnswer | string };

const vectors: Vector[] = readFileSync(new URL('vectors.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('vectors reckoned by the day-by-day oracle', () => {
  it('number more than 500', () => {
    expect(vectors.length).toBeGreaterThan(500);
  });

  it.each(vectors)('$id: $question.startedOn, $question.limit', ({ question, expected }) => {
    expect(productAnswer(question)).toEqual(expected);
  });

  it('agree in 20,000 more random cases', () => {
    expect(differences(31, 20_000)).toEqual([]);
  });
});
