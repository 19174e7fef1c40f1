import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

import { fromBase64, toBase64 } from '../../../domain/clock/base64.ts';
import {
  compileCalendar,
  isWorkday,
  nationalCalendar,
  nationalDays,
  nthWorkdayAfter,
  nthWorkdayBefore,
  rollForward,
  upToHorizon,
  workdaysAfter,
  workdaysBefore,
  workdaysUpTo,
} from '../../../domain/clock/calendar.ts';
import { notices } from '../../../domain/clock/calendar-data.ts';
import { fromDayNumber, toDayNumber, weekdayOf } from '../../../domain/clock/civil-date.ts';
import { oracleWorkdays, workdaysOfYear } from '../../support/brute-force-clock.ts';
import { civil } from '../../support/civil.ts';
import { firstRevision } from '../../support/clock-of.ts';

const calendar = compileCalendar(nationalCalendar());
const old = compileCalendar(firstRevision);

describe('the national calendar', () => {
  it('has exactly the working days of the oracle', () => {
    expect(Array.from(calendar.nth, fromDayNumber)).toEqual(oracleWorkdays());
  });

  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('has in %d the %d working days of domain.md 2.2', (year, days) => {
    const upTo = (date: string) => workdaysUpTo(calendar, toDayNumber(civil(date)));
    expect(upTo(`${year}-12-31`) - upTo(`${year - 1}-12-31`)).toBe(days);
    expect(workdaysOfYear(year)).toBe(days);
  });

  it('is data: it survives JSON and fits the input of a workflow', () => {
    const snapshot = nationalCalendar();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(JSON.stringify(snapshot).length).toBeLessThan(1280);
    expect(snapshot).toMatchObject({
      revision: { region: '000000', revision: 2 },
      coveredUntil: '2026-12-27',
      endsOn: '2036-12-31',
      beyond: 'weekdays',
    });
    const again = compileCalendar({ ...snapshot });
    expect([again.before, again.nth]).toEqual([calendar.before, calendar.nth]);
    expect(again.before).toBe(calendar.before);
  });

  it('keeps every earlier revision, each ending with the year of its notice', () => {
    for (const { upTo, year } of notices) {
      const endsOn = upTo === 'cn-2026.1' ? '2027-12-31' : `${year}-12-31`;
      expect(nationalCalendar(upTo)).toMatchObject({ revision: upTo, endsOn });
    }
    const before = compileCalendar(nationalCalendar('cn-2019.1'));
    const after = compileCalendar(nationalCalendar('cn-2019.2'));
    const may2 = toDayNumber(civil('2019-05-02'));
    expect([isWorkday(before, may2), isWorkday(after, may2)]).toEqual([true, false]);
    for (const unknown of ['cn-1999.1', { region: '000000', revision: 3 }, { region: '210000', revision: 1 }]) {
      expect(() => nationalCalendar(unknown)).toThrow('revision');
    }
  });

  it.each([
    ['2026-03-02', { kind: 'workday' }],
    ['2026-03-07', { kind: 'weekend' }],
    ['2026-02-14', { kind: 'makeUpWorkday', name: '春节', notice: '国办发明电〔2025〕7号' }],
    ['2026-10-03', { kind: 'holiday', name: '国庆节', notice: '国办发明电〔2025〕7号' }],
    ['2022-12-31', { kind: 'holiday', name: '元旦', notice: '国办发明电〔2022〕16号' }],
    [
      '2027-02-10',
      { kind: 'holiday', name: '春节', notice: '全国年节及纪念日放假办法（国务院令第795号），当年通知未发布' },
    ],
    ['2018-12-31', undefined],
    ['2037-01-01', undefined],
  ])('describes %s', (date, described) => expect(nationalDays()(civil(date))).toEqual(described));
});

describe('fault A10, A11: the calendar to 2036', () => {
  const number = (revision: number) => nationalCalendar({ region: '000000', revision });

  it('equals the first revision day by day as far as that goes, and leaves its bytes', () => {
    expect(Array.from(calendar.nth.slice(0, old.nth.length))).toEqual(Array.from(old.nth));
    expect(number(1)).toEqual({ ...nationalCalendar('cn-2026.1'), revision: { region: '000000', revision: 1 } });
    expect(number(1)).not.toHaveProperty('beyond');
    expect(number(2)).toEqual(nationalCalendar());
  });

  it.each([
    ['2028-01-03', '元旦'],
    ['2030-02-07', '春节'],
    ['2028-10-05', '中秋节'],
    ['2031-10-06', '中秋节'],
    ['2036-10-06', '中秋节'],
  ])('%s is off for %s by the law alone', (date, name) => {
    expect(nationalDays()(civil(date))).toMatchObject({ kind: 'holiday', name });
    expect(isWorkday(calendar, toDayNumber(civil(date)))).toBe(false);
  });

  it('is what the command makes of chinese-days', async () => {
    const script = fileURLToPath(new URL('../../../tools/calendar-fallback.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--print']);
    expect(stdout).toBe(readFileSync(new URL('../../../domain/clock/calendar-fallback.ts', import.meta.url), 'utf8'));
  });

  it('knows weekdays past its horizon, one by one and in leaps, to the last civil day', () => {
    let day = calendar.lastDay;
    for (let n = 1; n <= 600; n += 1) {
      do day += 1;
      while (weekdayOf(day) > 5);
      expect(nthWorkdayAfter(calendar, calendar.lastDay, n)).toBe(day);
      expect(workdaysUpTo(calendar, day)).toBe(calendar.nth.length + n);
      expect(nthWorkdayBefore(calendar, day, n)).toBe(calendar.nth.at(-1));
    }
    expect(isWorkday(calendar, toDayNumber(civil('2037-01-03')))).toBe(false);
    expect(rollForward(calendar, toDayNumber(civil('2037-01-03')))).toBe(toDayNumber(civil('2037-01-05')));
    expect(nthWorkdayAfter(calendar, calendar.lastDay, 1_000_000)).toBeUndefined();
    expect(nthWorkdayAfter(upToHorizon(calendar), calendar.lastDay, 1)).toBeUndefined();
  });
});

describe('working-day arithmetic', () => {
  const day = (date: string) => toDayNumber(civil(date));

  it('counts forward and backward without the day itself', () => {
    expect(workdaysAfter(civil('2026-09-18'), 5, calendar)).toBe('2026-09-24');
    expect(workdaysBefore(civil('2026-05-14'), 7, calendar)).toBe('2026-05-06');
    expect(workdaysBefore(civil('2026-09-26'), 1, calendar)).toBe('2026-09-24');
  });

  it('rolls a day off to the next working day and leaves a worked Saturday alone', () => {
    expect(rollForward(calendar, day('2026-05-01'))).toBe(day('2026-05-06'));
    expect(rollForward(calendar, day('2026-05-09'))).toBe(day('2026-05-09'));
  });

  it('says calendar-not-covered rather than guess', () => {
    expect(workdaysAfter(civil('2027-12-30'), 2, old)).toMatchObject({ code: 'calendar-not-covered' });
    expect(workdaysAfter(civil('2018-12-31'), 1, old)).toMatchObject({ code: 'calendar-not-covered' });
    expect(workdaysBefore(civil('2019-01-02'), 1, old)).toMatchObject({ code: 'calendar-not-covered' });
    expect(nthWorkdayAfter(old, day('2027-12-31'), 1)).toBeUndefined();
    expect(nthWorkdayBefore(old, day('2019-01-02'), 1)).toBeUndefined();
    expect(rollForward(old, day('2027-12-31') + 1)).toBeUndefined();
  });

  it('refuses a snapshot whose bits do not fit its days', () => {
    expect(() => compileCalendar({ ...nationalCalendar(), bitset: 'AAAA' })).toThrow('bitset');
  });
});

describe('base64', () => {
  it('equals the standard one for every length of the last group', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }
  });

  it('refuses foreign characters and broken groups', () => {
    expect(() => fromBase64('AAA')).toThrow('four');
    expect(() => fromBase64('AA!A')).toThrow('"!"');
    expect(() => fromBase64('A=AA')).toThrow('"="');
  });
});

describe('a compiled calendar', () => {
  it('keeps the snapshot it was made of, to the order of its keys: what a run carries into the next one has the same bytes', () => {
    const snapshot = nationalCalendar();
    const reordered = Object.fromEntries(Object.entries(snapshot).toReversed()) as typeof snapshot;
    compileCalendar(snapshot);
    expect(JSON.stringify(compileCalendar(reordered).snapshot)).toBe(JSON.stringify(reordered));
    expect(JSON.stringify(compileCalendar(snapshot).snapshot)).toBe(JSON.stringify(snapshot));
  });
});
