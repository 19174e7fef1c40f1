import { describe, expect, it } from 'vitest';

import { answerLine, parseStrictJson } from '../../tools/clock-lines.ts';
import { displayWidth, explanationTable } from '../../tools/clock-table.ts';
import { explain } from '../../domain/clock/explain.ts';
import { nationalDays } from '../../domain/clock/calendar.ts';
import { calendar, clockOf, wanted } from '../support/clock-of.ts';

const question = '"startedOn": "2026-03-02", "limit": {"count": 20, "unit": "workday"}';

describe('a line of npm run clock', () => {
  it.each([
    [`{"id": "a", ${question}}`, { id: 'a', dueOn: '2026-03-30', provisional: false, excluded: 0 }],
    [`{"id": 7.5, ${question}}\r`, { id: 7.5, dueOn: '2026-03-30', provisional: false, excluded: 0 }],
    [
      `{"id": "", ${question}, "today": "2026-03-31"}`,
      { id: '', dueOn: '2026-03-30', provisional: false, excluded: 0, used: 21, remaining: -1, overdue: true },
    ],
    [
      `{"id": 1, ${question}, "stops": [{"from": "2026-03-09", "to": null}]}`,
      { id: 1, dueOn: null, provisional: false, excluded: null },
    ],
    [
      `{"id": 1, ${question}, "stops": [{"from": "2026-03-09", "to": null}], "today": "2026-03-10"}`,
      { id: 1, dueOn: null, provisional: false, excluded: 1, used: 5, remaining: 15, overdue: false },
    ],
    [`{"id": "colon: \\" {", ${question}}`, { id: 'colon: " {', dueOn: '2026-03-30', provisional: false, excluded: 0 }],
  ])('%s is answered', (line, answer) => {
    expect(JSON.parse(answerLine(line, calendar))).toEqual(answer);
  });

  it.each([
    ['', null, 'broken-json'],
    ['  \t', null, 'broken-json'],
    ['{"id": 1', null, 'broken-json'],
    ['{"id": 1} {"id": 2}', null, 'broken-json'],
    ['['.repeat(100_000), null, 'broken-json'],
    ['[1]', null, 'not-an-object'],
    ['null', null, 'not-an-object'],
    [`{${question}}`, null, 'missing-key'],
    [`{"id": null, ${question}}`, null, 'invalid-id'],
    [`{"id": true, ${question}}`, null, 'invalid-id'],
    [`{"id": 12345678901234567890, ${question}}`, null, 'invalid-id'],
    [`{"id": 1e999, ${question}}`, null, 'invalid-id'],
    [`{"id": "a", ${question}, "extension": 1, "extension": 2}`, 'a', 'duplicate-key'],
    [
      `{"id": "a", "startedOn": "2026-03-02", "limit": {"count": 1, "count": 2, "unit": "workday"}}`,
      'a',
      'duplicate-key',
    ],
    [`{"id": "a", ${question}, "endedOn": "2026-03-05"}`, 'a', 'unknown-key'],
    [`{"id": "a", ${question}, "today": "2026-02-30"}`, 'a', 'invalid-date'],
    [`{"id": 3, "startedOn": "2017-01-01", "limit": {"count": 1, "unit": "workday"}}`, 3, 'calendar-not-covered'],
    [`{"id": 3, "startedOn": "2026-01-01", "limit": {"count": 9999, "unit": "workday"}}`, 3, 'calendar-not-covered'],
    [`{"id": 3, "startedOn": "2026-03-02", "limit": {"count": 9, "unit": "workHour"}}`, 3, 'unknown-unit'],
  ])('%s is refused', (line, id, code) => {
    const answer = JSON.parse(answerLine(line, calendar));
    expect(answer).toEqual({ id, error: { code, detail: expect.stringMatching(/^expected .*, but /u) } });
  });

  it('accepts equal keys in different objects and colons inside texts', () => {
    expect(parseStrictJson('{"a": {"b": ":"}, "b": [{"a": 1}, {"a": 2}]}')).toMatchObject({ value: {} });
    expect(parseStrictJson('{"a": {"b": ":"}, "b": [{"a": 1}, {"a": 2}]}')).not.toHaveProperty('doubled');
  });
});

describe('the table for people', () => {
  it('stands in columns although Chinese characters are two wide', () => {
    const clock = clockOf('2026-03-31', '4 workday', '2026-03-31..2026-04-01');
    const labels = { startedBy: '受理', stops: [{ step: '专家评审', article: '行政许可法第四十五条' }] };
    const table = explanationTable(wanted(explain(clock, calendar, { labels, describeDay: nationalDays() })));
    const [, , header = '', ...lines] = table.split('\n');
    const column = displayWidth(header.slice(0, header.indexOf('累计')));
    const totals = lines.map((line) => {
      const end = [...line].findIndex((_, i, all) => displayWidth(all.slice(0, i).join('')) === column);
      return [...line][end];
    });
    expect(totals).toEqual(['0', '0', '1', '2', '2', '2', '2', '3', '4']);
    expect(lines[1]).toContain('专家评审，行政许可法第四十五条');
    expect(lines[5]).toContain('清明节；依据国办发明电〔2025〕7号');
    expect(lines.at(-1)).toContain('应办结日期 2026年4月8日');
  });
});
