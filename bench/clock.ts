import {
  compileCalendar,
  isWorkday,
  nationalCalendar,
  nthWorkdayAfter,
  workdaysUpTo,
} from '../domain/clock/calendar.ts';
import { parseCivilDate, toDayNumber } from '../domain/clock/civil-date.ts';
import { isClockError } from '../domain/clock/clock.ts';
import { reckon } from '../domain/clock/reckon.ts';
import { parseClock } from '../domain/clock/parse-clock.ts';

/** Nanoseconds a call of one piece of working-day arithmetic. */
export interface ClockFigure {
  readonly name: string;
  readonly ns: number;
}

/** Goal: 10 ns an add or a count, limit 25 (performance goal 27). */
export const clockLimitNs = 25;

/** Measures the working-day arithmetic. The sums are looked at so that no work can be left out. */
export function measureClock(): ClockFigure[] {
  const { day, length } = questions();
  const [plain, stopped] = [clockWith([]), clockWith(twoStops)];
  const add = (i: number): number => nthWorkdayAfter(calendar, day(i), length(i)) ?? 0;
  const count = (i: number): number => workdaysUpTo(calendar, day(i) + length(i)) - workdaysUpTo(calendar, day(i));
  return [
    { name: 'loop and array reads alone', ns: best(10_000_000, (i) => day(i) + length(i)) },
    { name: 'add n working days', ns: best(10_000_000, add) },
    { name: 'count working days', ns: best(10_000_000, count) },
    { name: 'is it a working day', ns: best(10_000_000, (i) => (isWorkday(calendar, day(i)) ? 1 : 0)) },
    { name: 'reckon a clock without stops', ns: best(1_000_000, () => dueLength(plain)) },
    { name: 'reckon a clock with two stops', ns: best(1_000_000, () => dueLength(stopped)) },
  ];
}

const calendar = compileCalendar(nationalCalendar());
const size = 4096;
const twoStops = [
  { from: '2026-03-09', to: '2026-03-20' },
  { from: '2026-03-16', to: '2026-03-25' },
];

function questions(): { day: (i: number) => number; length: (i: number) => number } {
  const first = toDayNumber(parseCivilDate('2019-01-01') ?? failed());
  const starts = Int32Array.from({ length: size }, (_, i) => first + ((i * 7919) % 2900));
  const lengths = Int32Array.from({ length: size }, (_, i) => 1 + ((i * 31) % 60));
  return { day: (i) => starts[i & (size - 1)] ?? 0, length: (i) => lengths[i & (size - 1)] ?? 0 };
}

/** Best of five rounds, in nanoseconds a call: the machine's other work only ever adds. */
function best(calls: number, work: (i: number) => number): number {
  let fastest = Infinity;
  let sum = 0;
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    for (let i = 0; i < calls; i += 1) sum += work(i);
    fastest = Math.min(fastest, (performance.now() - startedAt) * (1_000_000 / calls));
  }
  if (!Number.isFinite(sum)) failed();
  return fastest;
}

function clockWith(stops: { from: string; to: string }[]) {
  const clock = parseClock({ startedOn: '2026-03-02', limit: { count: 20, unit: 'workday' }, stops });
  return isClockError(clock) ? failed() : clock;
}

function dueLength(clock: ReturnType<typeof clockWith>): number {
  const reckoning = reckon(clock, calendar);
  return isClockError(reckoning) ? failed() : reckoning.length;
}

function failed(): never {
  throw new Error('expected the bench to reckon its own clocks, but it could not');
}
