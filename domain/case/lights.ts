import { addDays } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { ClockKind } from '../flow/definition.ts';
import { dueOnOf } from './clocks.ts';
import { rungDays } from './rungs.ts';
import type { CaseState, ClockState, World } from './state.ts';

/** The days from which a clock or a case shines; null: nothing that is known today will make it so. */
export interface LightDays {
  readonly yellowFrom: CivilDate | null;
  readonly redFrom: CivilDate | null;
}

/** What can shine: green is neither. */
export type Shine = 'green' | 'yellow' | 'red';
/** The light of a clock: `stopped` counts nothing for now, `ended` is over. */
export type ClockLight = Shine | 'stopped' | 'ended';

/** Clocks that neither the law nor a promise with an effect sets: late they are yellow. */
const warnsOnly: readonly ClockKind[] = ['step', 'promisedNotice', 'supplement', 'deferral'];

const noDays: LightDays = { yellowFrom: null, redFrom: null };
const known = new WeakMap<ClockState, { readonly world: World; readonly days: LightDays }>();

/**
 * The law of lights (design 9.4). Red: a date that the law or a promise sets is past. Yellow: a rung says that it is near, or a step or
 * the promised answer to an application is late. Days alone decide, so that lists, counters, board and case page agree whatever was told
 * or acknowledged, and a clock whose due date is past stays as it is whatever stops afterwards.
 */
export function lightDaysOf(world: World, clock: ClockState): LightDays {
  const last = known.get(clock);
  if (last !== undefined && last.world.calendar === world.calendar && last.world.plan === world.plan) return last.days;
  const days = daysOf(world, clock);
  known.set(clock, { world, days });
  return days;
}

function daysOf(world: World, clock: ClockState): LightDays {
  if (clock.endedOn !== null) return noDays;
  const dueOn = dueOnOf(world, clock);
  if (dueOn === null) return noDays;
  const late = addDays(dueOn, 1);
  // What would lie on the first day or before it tells nothing of a short limit, and is never raised.
  const near = rungDays(world, clock).flatMap(({ on }) => (on > clock.startedOn ? [on] : []));
  return { yellowFrom: earliest([...near, late]), redFrom: warnsOnly.includes(clock.kind) ? null : late };
}

/** The days of the running clocks of a case that `counts` picks, taken together. */
export function lightDaysAmong(world: World, state: CaseState, counts: (clock: ClockState) => boolean): LightDays {
  const days = state.clocks.filter(counts).map((clock) => lightDaysOf(world, clock));
  return { yellowFrom: earliest(days.map((one) => one.yellowFrom)), redFrom: earliest(days.map((one) => one.redFrom)) };
}

/** What shines on a day; lists say the same in SQL over the two days (db/views/shining.ts). */
export function shineOn({ yellowFrom, redFrom }: LightDays, on: CivilDate): Shine {
  if (redFrom !== null && redFrom <= on) return 'red';
  return yellowFrom !== null && yellowFrom <= on ? 'yellow' : 'green';
}

/** The light of a clock on a day. */
export function clockLightOn(world: World, clock: ClockState, on: CivilDate): ClockLight {
  if (clock.endedOn !== null) return 'ended';
  const isStopped = dueOnOf(world, clock) === null && clock.stops.some(({ to }) => to === null);
  return isStopped ? 'stopped' : shineOn(lightDaysOf(world, clock), on);
}

function earliest(days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.reduce((least, day) => (least === null || (day !== null && day < least) ? day : least), null);
}
