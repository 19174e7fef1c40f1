import {
  compileCalendar,
  isWorkday,
  nationalCalendar,
  nthWorkdayAfter,
  workdaysUpTo,
} from '../domain/clock/calendar.ts';
import { parseCivilDate, toDayNumber } from '../domain/clock/civil-date.ts';
import { isClockError, reckon } from '../domain/clock/clock.ts';
import { parseClock } from '../domain/clock/parse-clock.ts';

/**
 * Nanoseconds of working-day arithmetic; run by hand with `npm run bench:clock`.
 * Goal 10 ns an add or a count, limit 25 (exit 1 above it). The sums are printed so that no work can be left out.
 */
const goalNs = 10;
const limitNs = 25;
const calendar = compileCalendar(nationalCalendar());
const first = toDayNumber(parseCivilDate('2019-01-01') ?? failed());
const size = 4096;
const starts = Int32Array.from({ length: size }, (_, i) => first + ((i * 7919) % 2900));
const lengths = Int32Array.from({ length: size }, (_, i) => 1 + ((i * 31) % 60));

const day = (i: number) => starts[i & (size - 1)] ?? 0;
const length = (i: number) => lengths[i & (size - 1)] ?? 0;
const floor = best(20_000_000, (i) => day(i) + length(i));
const add = best(20_000_000, (i) => nthWorkdayAfter(calendar, day(i), length(i)) ?? 0);
const count = best(20_000_000, (i) => workdaysUpTo(calendar, day(i) + length(i)) - workdaysUpTo(calendar, day(i)));
const test = best(20_000_000, (i) => (isWorkday(calendar, day(i)) ? 1 : 0));

const plain = clockWith([]);
const stopped = clockWith([
  { from: '2026-03-09', to: '2026-03-20' },
  { from: '2026-03-16', to: '2026-03-25' },
]);
const reckonPlain = best(1_000_000, () => dueLength(plain));
const reckonStopped = best(1_000_000, () => dueLength(stopped));

const show = (name: string, ns: number) => process.stdout.write(`${name.padEnd(32)}${ns.toFixed(1).padStart(8)} ns\n`);
show('loop and array reads alone', floor);
show('add n working days', add);
show('count working days', count);
show('is it a working day', test);
show('reckon a clock without stops', reckonPlain);
show('reckon a clock with two stops', reckonStopped);
const worst = Math.max(add, count);
process.stdout.write(
  `goal ${goalNs} ns ${worst <= goalNs ? 'met' : 'missed'}, limit ${limitNs} ns ${worst <= limitNs ? 'kept' : 'broken'}\n`,
);
process.exitCode = worst <= limitNs ? 0 : 1;

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
