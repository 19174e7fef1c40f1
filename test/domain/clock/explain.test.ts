import { describe, expect, it } from 'vitest';

import { nationalDays } from '../../../domain/clock/calendar.ts';
import { explain } from '../../../domain/clock/explain.ts';
import type { StopLabel } from '../../../domain/clock/day-row.ts';
import { civil } from '../../support/civil.ts';
import { calendar, clockOf, wanted } from '../../support/clock-of.ts';

const review: StopLabel = { step: '专家评审', article: '行政许可法第四十五条' };

function explained(startedOn: string, limit: string, stops = '', today?: string) {
  const clock = clockOf(startedOn, limit, stops);
  const labels = { startedBy: '受理', stops: clock.stops.map((_, i) => (i === 0 ? review : { step: '听证' })) };
  const day = today === undefined ? {} : { today: civil(today) };
  return wanted(explain(clock, calendar, { labels, describeDay: nationalDays(), ...day }));
}

const sentences: [string, string, string, string][] = [
  [
    '2026-03-02',
    '20 workday',
    '2026-03-09..2026-03-20',
    '2026年3月2日受理，次日起算20个工作日；专家评审（行政许可法第四十五条）不计9个工作日，清明节4月4日至6日放假，故为4月13日',
  ],
  [
    '2026-09-14',
    '20+1 workday',
    '',
    '2026年9月14日受理，次日起算20个工作日，延长1个工作日；9月20日（周日）因国庆节调休上班，中秋节9月25日至27日放假，国庆节10月1日至7日放假，10月10日（周六）因国庆节调休上班，故为10月19日',
  ],
  [
    '2026-04-01',
    '30 calendarDay',
    '',
    '2026年4月1日受理，次日起算30日（自然日）；劳动节5月1日至5日放假，期满日遇休息日，顺延至其后第一个工作日，故为5月6日',
  ],
  ['2026-03-07', '0 workday', '', '2026年3月7日受理，应当日办结；期满日遇休息日，顺延至其后第一个工作日，故为3月9日'],
  ['2026-03-10', '1 month', '', '2026年3月10日受理，次日起算1个月，故为4月10日'],
  [
    '2026-12-30',
    '3 workday',
    '',
    '2026年12月30日受理，次日起算3个工作日；元旦2027年1月1日放假，故暂定为2027年1月5日（2026年12月27日以后的放假安排尚未发布，发布后重新计算）',
  ],
  [
    '2026-03-02',
    '20 workday',
    '2026-03-05..2026-03-06 2026-03-09..',
    '2026年3月2日受理，次日起算20个工作日；专家评审（行政许可法第四十五条）不计1个工作日，听证自3月9日开始，尚未结束，已计4个工作日，时限暂停，截止日期待定',
  ],
];

describe('the sentence', () => {
  it.each(sentences)('of %s, %s, %s', (startedOn, limit, stops, sentence) => {
    expect(explained(startedOn, limit, stops).sentence).toBe(sentence);
  });
});

describe('the rows', () => {
  const kinds = (...args: Parameters<typeof explained>) =>
    explained(...args).rows.map(({ date, kind, total }) => `${date.slice(5)} ${kind} ${total}`);

  it('say of every civil day what it is to the clock', () => {
    expect(kinds('2026-02-12', '3 workday', '2026-02-13..2026-02-24')).toEqual([
      '02-12 start 0',
      '02-13 counted 1',
      '02-14 excluded 1',
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `02-${day} holiday 1`),
      '02-24 excluded 1',
      '02-25 counted 2',
      '02-26 counted 3',
    ]);
    expect(kinds('2026-02-25', '3 workday')).toContain('02-28 makeUpWorkday 3');
  });

  it('show the roll-over, a stop opened in it, and the days overdue', () => {
    expect(kinds('2026-04-29', '2 calendarDay', '2026-05-04..2026-05-07', '2026-05-09')).toEqual([
      '04-29 start 0',
      '04-30 counted 1',
      '05-01 counted 2',
      '05-02 rollOver 2',
      '05-03 rollOver 2',
      '05-04 rollOver 2',
      '05-05 excluded 2',
      '05-06 excluded 2',
      '05-07 excluded 2',
      '05-08 overdue 2',
      '05-09 overdue 2',
    ]);
  });

  it('go on past the last counted day while a stop opened on it lasts', () => {
    expect(kinds('2026-03-26', '2 workday', '2026-03-30..2026-04-05').slice(4)).toEqual([
      '03-30 counted 2',
      '03-31 excluded 2',
      '04-01 excluded 2',
      '04-02 excluded 2',
      '04-03 excluded 2',
      '04-04 holiday 2',
      '04-05 holiday 2',
      '04-06 rollOver 2',
      '04-07 rollOver 2',
    ]);
  });

  it('name the holiday, its notice, the step and its article', () => {
    const { rows } = explained('2026-03-30', '8 workday', '2026-04-03..2026-04-07');
    expect(rows.find(({ date }) => date === '2026-04-06')).toEqual({
      date: '2026-04-06',
      weekday: 1,
      day: 'holiday',
      kind: 'holiday',
      total: 4,
      name: '清明节',
      notice: '国办发明电〔2025〕7号',
      stop: review,
    });
    expect(rows.filter(({ due }) => due)).toHaveLength(1);
  });

  it('run without a due date to the day asked about, or to the day the open stop began', () => {
    expect(explained('2026-03-02', '20 workday', '2026-03-09..', '2026-03-11').rows.at(-1)?.date).toBe('2026-03-11');
    expect(explained('2026-03-02', '20 workday', '2026-03-09..').rows.at(-1)?.date).toBe('2026-03-09');
  });

  it('are refused past the calendar', () => {
    const clock = clockOf('2026-03-02', '20 workday');
    const options = {
      labels: { startedBy: '受理', stops: [] },
      describeDay: nationalDays(),
      today: civil('2037-01-01'),
    };
    expect(explain(clock, calendar, options)).toMatchObject({ code: 'calendar-not-covered' });
    expect(explain(clockOf('2018-03-02', '20 workday'), calendar, options)).toMatchObject({
      code: 'calendar-not-covered',
    });
  });
});
