import { Flex, Typography } from 'antd';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { OkOf } from '../../contract/routes.ts';
import { joined, labelled } from '../i18n/said.ts';

type Explained = OkOf<'explainClock'>;
type Day = Explained['rows'][number];
type Look = { readonly mark: string; readonly style: CSSProperties };

const stripes = (colour: string, angle: number, gap: number) =>
  `repeating-linear-gradient(${angle}deg, ${colour} 0 2px, transparent 2px ${gap}px)`;

/** Each kind of day by colour, pattern and a sign; unknown kinds look like a counted day. */
const looks: Readonly<Record<string, Look>> = {
  start: { mark: '起', style: { background: '#e6f4ff', border: '2px solid #0958d9' } },
  counted: { mark: '', style: { background: '#ffffff', border: '1px solid #8c8c8c' } },
  makeUpWorkday: {
    mark: '班',
    style: { background: `${stripes('#b7eb8f', 90, 7)}, #f6ffed`, border: '1px solid #237804' },
  },
  weekend: { mark: '休', style: { background: '#ececec', border: '1px solid #bfbfbf' } },
  holiday: { mark: '假', style: { background: `${stripes('#ffccc7', 45, 7)}, #fff1f0`, border: '1px solid #cf1322' } },
  excluded: {
    mark: '停',
    style: { background: `${stripes('#d3adf7', 135, 6)}, #f9f0ff`, border: '1px dashed #531dab' },
  },
  rollOver: { mark: '延', style: { background: `${stripes('#ffe58f', 0, 6)}, #fffbe6`, border: '1px solid #874d00' } },
  overdue: { mark: '超', style: { background: '#cf1322', color: '#ffffff', border: '1px solid #820014' } },
};

/** 为什么是这一天: the sentence, and every day from the start to the due date on month sheets. */
export function DueCalendar({ explained, today }: { explained: Explained; today: string }) {
  const { t } = useTranslation();
  const kinds = Object.keys(looks).filter((kind) => explained.rows.some((row) => row.kind === kind));
  const notices = [
    ...new Set(explained.rows.flatMap(({ name, notice }) => (notice ? [`${name ?? ''} ${notice}`] : []))),
  ];
  const stops = [
    ...new Set(
      explained.rows.flatMap(({ stop }) =>
        stop ? [stop.article ? labelled(stop.step, stop.article) : stop.step] : [],
      ),
    ),
  ];
  return (
    <section aria-label={t('case.why')}>
      <Typography.Paragraph style={{ fontSize: 15 }}>{explained.sentence}</Typography.Paragraph>
      {explained.provisional && <Typography.Paragraph>{t('case.provisionalLong')}</Typography.Paragraph>}
      <Flex wrap gap={12} style={{ marginBottom: 12 }} role="list" aria-label={t('case.legend')}>
        {kinds.map((kind) => (
          <span key={kind} role="listitem" style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
            <span aria-hidden style={{ ...cell, ...looks[kind]?.style, width: 26, height: 22, padding: 0 }}>
              {looks[kind]?.mark}
            </span>
            {t(`case.day_${kind}` as 'case.day_start')}
          </span>
        ))}
        <span role="listitem">◎ {t('case.dueDay')}</span>
        <span role="listitem">{t('case.runningCount')}</span>
      </Flex>
      <Flex wrap gap={16} align="flex-start">
        {months(explained.rows).map(([month, days]) => (
          <Month key={month} month={month} days={days} today={today} />
        ))}
      </Flex>
      {stops.length > 0 && <Notes title={t('case.stopBasis')} notes={stops} />}
      {notices.length > 0 && <Notes title={t('case.notices')} notes={notices} />}
    </section>
  );
}

function Notes({ title, notes }: { title: string; notes: readonly string[] }) {
  return (
    <div className="why">
      {title}
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

const cell: CSSProperties = {
  boxSizing: 'border-box',
  borderRadius: 4,
  padding: '1px 3px',
  fontSize: 12,
  lineHeight: 1.3,
  textAlign: 'center',
};

/** Seven days beside one another, also where a telephone has less room than they would like. */
const sheet: CSSProperties = {
  width: 332,
  maxWidth: '100%',
  tableLayout: 'fixed',
  borderSpacing: 3,
  borderCollapse: 'separate',
};

function Month({ month, days, today }: { month: string; days: readonly Day[]; today: string }) {
  const { t } = useTranslation();
  const weekdays = t('case.weekdays').split(',');
  return (
    <table style={sheet}>
      <caption style={{ fontWeight: 600, textAlign: 'start', paddingBottom: 4 }}>{month}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" style={{ fontWeight: 400, fontSize: 12 }}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks(days).map((week, row) => (
          <tr key={row}>
            {week.map((day, column) => (
              <td key={column} style={{ padding: 0 }}>
                {day && <DayCell day={day} isToday={day.date === today} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, isToday }: { day: Day; isToday: boolean }) {
  const { t } = useTranslation();
  const look = looks[day.kind] ?? looks['counted'];
  const counted = day.kind === 'counted' || day.kind === 'makeUpWorkday';
  const said = [
    day.date,
    t(`case.day_${day.kind}` as 'case.day_start'),
    day.name,
    day.stop?.step,
    counted ? t('case.nthDay', { count: day.total }) : undefined,
    day.due ? t('case.dueDay') : undefined,
    isToday ? t('case.today') : undefined,
  ].filter((part) => part !== undefined);
  const style: CSSProperties = {
    ...cell,
    ...look?.style,
    height: 40,
    padding: '1px 0',
    whiteSpace: 'nowrap',
    ...(day.due && { outline: '3px solid #0958d9', fontWeight: 700 }),
    ...(isToday && { boxShadow: 'inset 0 -4px 0 #262626' }),
  };
  return (
    <div style={style} title={said.join(' · ')}>
      <span className="hidden-text">{joined(said, '，')}</span>
      <div aria-hidden>
        {Number(day.date.slice(8))} {look?.mark}
      </div>
      <div aria-hidden className="number">
        {day.due ? `◎${counted ? day.total : ''}` : counted ? day.total : ' '}
      </div>
    </div>
  );
}

function months(rows: readonly Day[]): [string, Day[]][] {
  const all = new Map<string, Day[]>();
  for (const row of rows) {
    const month = row.date.slice(0, 7);
    all.set(month, [...(all.get(month) ?? []), row]);
  }
  return [...all];
}

/** Days of a month in rows of seven, Monday first; days outside the explanation are empty. */
function weeks(days: readonly Day[]): (Day | null)[][] {
  const rows: (Day | null)[][] = [];
  for (const day of days) {
    if (rows.length === 0 || day.weekday === 1) rows.push(Array.from({ length: 7 }, () => null));
    const row = rows.at(-1);
    if (row !== undefined) row[day.weekday - 1] = day;
  }
  return rows;
}
