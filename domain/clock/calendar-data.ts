import { fallbackLines } from './calendar-fallback.ts';

/** One holiday as a notice arranges it: days off from `from` to `to`, paid back by work on the weekend days `worked`. */
export type HolidayEntry = { name: string; from: string; to: string; worked: readonly string[] };

/**
 * One issue of the calendar of a year. A later notice for the same year replaces the earlier one as a whole.
 * `upTo` names the calendar that holds everything up to this notice; `document` is its name and number.
 */
export type Notice = { upTo: string; year: number; document: string; entries: readonly HolidayEntry[] };

const off = (name: string, from: string, to = from, ...worked: string[]): HolidayEntry => ({ name, from, to, worked });

/** The general office's notices in the order of issue (国务院办公厅关于…年部分节假日安排的通知). */
export const notices: readonly Notice[] = [
  {
    upTo: 'cn-2019.1',
    year: 2019,
    document: '国办发明电〔2018〕15号',
    entries: [
      off('元旦', '2019-01-01'),
      off('春节', '2019-02-04', '2019-02-10', '2019-02-02', '2019-02-03'),
      off('清明节', '2019-04-05', '2019-04-07'),
      off('劳动节', '2019-05-01'),
      off('端午节', '2019-06-07', '2019-06-09'),
      off('中秋节', '2019-09-13', '2019-09-15'),
      off('国庆节', '2019-10-01', '2019-10-07', '2019-09-29', '2019-10-12'),
    ],
  },
  {
    upTo: 'cn-2019.2',
    year: 2019,
    document: '国办发明电〔2019〕3号',
    entries: [
      off('元旦', '2019-01-01'),
      off('春节', '2019-02-04', '2019-02-10', '2019-02-02', '2019-02-03'),
      off('清明节', '2019-04-05', '2019-04-07'),
      off('劳动节', '2019-05-01', '2019-05-04', '2019-04-28', '2019-05-05'),
      off('端午节', '2019-06-07', '2019-06-09'),
      off('中秋节', '2019-09-13', '2019-09-15'),
      off('国庆节', '2019-10-01', '2019-10-07', '2019-09-29', '2019-10-12'),
    ],
  },
  {
    upTo: 'cn-2020.1',
    year: 2020,
    document: '国办发明电〔2019〕16号',
    entries: [
      off('元旦', '2020-01-01'),
      off('春节', '2020-01-24', '2020-01-30', '2020-01-19', '2020-02-01'),
      off('清明节', '2020-04-04', '2020-04-06'),
      off('劳动节', '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
      off('端午节', '2020-06-25', '2020-06-27', '2020-06-28'),
      off('国庆节、中秋节', '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
    ],
  },
  {
    upTo: 'cn-2020.2',
    year: 2020,
    document: '国办发明电〔2020〕1号',
    entries: [
      off('元旦', '2020-01-01'),
      off('春节', '2020-01-24', '2020-02-02', '2020-01-19'),
      off('清明节', '2020-04-04', '2020-04-06'),
      off('劳动节', '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'),
      off('端午节', '2020-06-25', '2020-06-27', '2020-06-28'),
      off('国庆节、中秋节', '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'),
    ],
  },
  {
    upTo: 'cn-2021.1',
    year: 2021,
    document: '国办发明电〔2020〕27号',
    entries: [
      off('元旦', '2021-01-01', '2021-01-03'),
      off('春节', '2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'),
      off('清明节', '2021-04-03', '2021-04-05'),
      off('劳动节', '2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'),
      off('端午节', '2021-06-12', '2021-06-14'),
      off('中秋节', '2021-09-19', '2021-09-21', '2021-09-18'),
      off('国庆节', '2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'),
    ],
  },
  {
    upTo: 'cn-2022.1',
    year: 2022,
    document: '国办发明电〔2021〕11号',
    entries: [
      off('元旦', '2022-01-01', '2022-01-03'),
      off('春节', '2022-01-31', '2022-02-06', '2022-01-29', '2022-01-30'),
      off('清明节', '2022-04-03', '2022-04-05', '2022-04-02'),
      off('劳动节', '2022-04-30', '2022-05-04', '2022-04-24', '2022-05-07'),
      off('端午节', '2022-06-03', '2022-06-05'),
      off('中秋节', '2022-09-10', '2022-09-12'),
      off('国庆节', '2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09'),
    ],
  },
  {
    upTo: 'cn-2023.1',
    year: 2023,
    document: '国办发明电〔2022〕16号',
    entries: [
      off('元旦', '2022-12-31', '2023-01-02'),
      off('春节', '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'),
      off('清明节', '2023-04-05'),
      off('劳动节', '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'),
      off('端午节', '2023-06-22', '2023-06-24', '2023-06-25'),
      off('中秋节、国庆节', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'),
    ],
  },
  {
    upTo: 'cn-2024.1',
    year: 2024,
    document: '国办发明电〔2023〕7号',
    entries: [
      off('元旦', '2024-01-01'),
      off('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      off('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      off('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      off('端午节', '2024-06-10'),
      off('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      off('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    upTo: 'cn-2025.1',
    year: 2025,
    document: '国办发明电〔2024〕12号',
    entries: [
      off('元旦', '2025-01-01'),
      off('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      off('清明节', '2025-04-04', '2025-04-06'),
      off('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      off('端午节', '2025-05-31', '2025-06-02'),
      off('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    upTo: 'cn-2026.1',
    year: 2026,
    document: '国办发明电〔2025〕7号',
    entries: [
      off('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      off('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      off('清明节', '2026-04-04', '2026-04-06'),
      off('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      off('端午节', '2026-06-19', '2026-06-21'),
      off('中秋节', '2026-09-25', '2026-09-27'),
      off('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
];

/** A year without a notice: what the law itself gives. A result on these days is provisional. */
export type FallbackYear = Omit<Notice, 'upTo'>;

/** The years after the last notice, of calendar-fallback.ts. */
export const fallbackYears: readonly FallbackYear[] = fallbackLines.map((line) => {
  const [year = '', ...holidays] = line.split('; ');
  const entries = holidays.map((holiday) => {
    const [name = '', days = ''] = holiday.split(' ');
    const [from = '', to = from] = days.split('..').map((day) => `${year}-${day}`);
    return off(name, from, to);
  });
  return { year: Number(year), document: '全国年节及纪念日放假办法（国务院令第795号），当年通知未发布', entries };
});

/**
 * A revision: the notices up to the one it names, the fallback of the years after them up to `fallbackUntil` (its horizon), and whether
 * the days past the horizon are known as weekdays, so that a running clock always has a date.
 */
export type NationalRevision = { upTo: string; fallbackUntil: number; isOpenEnded: boolean };

/** The national revisions by number, from 1. Add-only: cases pin them. */
export const nationalRevisions: readonly NationalRevision[] = [
  { upTo: 'cn-2026.1', fallbackUntil: 2027, isOpenEnded: false },
  { upTo: 'cn-2026.1', fallbackUntil: 2036, isOpenEnded: true },
];
