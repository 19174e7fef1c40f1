import { bruteForce } from './brute-force-clock.ts';
import type { OracleClock } from './brute-force-clock.ts';

/** A seeded source of numbers in [0, 1) (mulberry32), so that a failing case can be found again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const firstStart = Date.UTC(2019, 0, 1) / 86_400_000;
const startDays = Date.UTC(2036, 11, 31) / 86_400_000 - firstStart + 1;
const units = ['workday', 'workday', 'calendarDay', 'month', 'year'];

/** A valid question, crowded where mistakes live: stops that touch, nest, straddle the start or begin at the due date. */
export function randomClock(random: () => number): OracleClock {
  const int = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const start = firstStart + int(0, startDays - 1);
  const unit = units[int(0, units.length - 1)] ?? 'workday';
  const most = unit === 'year' ? 2 : unit === 'month' ? 6 : int(0, 9) === 0 ? 180 : 30;
  const question: OracleClock = { startedOn: dateOf(start), limit: { count: int(0, most), unit } };
  if (int(0, 3) === 0) question.extension = int(0, unit === 'year' ? 1 : 10);
  const stops: { from: string; to: string | null }[] = [];
  let anchor = start;
  for (let left = int(0, 4); left > 0; left -= 1) {
    const from = anchor + int(-3, int(0, 2) === 0 ? 3 : 25);
    const to = from + (int(0, 5) === 0 ? 0 : int(1, int(0, 6) === 0 ? 60 : 14));
    stops.push({ from: dateOf(from), to: int(0, 19) === 0 ? null : dateOf(to) });
    anchor = int(0, 2) === 0 ? to : int(0, 1) === 0 ? dueDay({ ...question, stops }, to) : start;
  }
  if (stops.length > 0) question.stops = stops;
  if (int(0, 1) === 0) {
    const near = int(0, 2) === 0 ? start + int(-5, 60) : dueDay(question, start + int(0, 40)) + int(-8, 8);
    question.today = dateOf(near);
  }
  return question;
}

function dueDay(question: OracleClock, otherwise: number): number {
  const answer = bruteForce(question);
  if (answer === 'calendar-not-covered' || answer.dueOn === null) return otherwise;
  return Date.parse(answer.dueOn) / 86_400_000;
}

function dateOf(dayNumber: number): string {
  return new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
}
