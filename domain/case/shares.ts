import type { CivilDate } from '../clock/civil-date.ts';
import { reckonClock } from './clocks.ts';
import type { Shares } from './passed.ts';
import { departmentFrom } from './passing.ts';
import type { CaseState, ClockState, World } from './state.ts';

/**
 * Whose days the time to answer was (domain.md 12.1.6): those up to the day of the passing are the window's, which had the materials; null
 * where one and the same answers and takes in. Only days up to `on` and up to the due date count.
 */
export function sharesOf(where: Where, clock: ClockState, on: CivilDate): Shares | null {
  const { world, state } = where;
  if (clock.kind !== 'notice' || world.plan.limits.passing === undefined) return null;
  const { dueOn } = reckonClock(world, clock, on);
  const until = dueOn !== null && dueOn < on ? dueOn : on;
  const from = departmentFrom(state);
  const { used } = reckonClock(world, clock, until);
  const window = from === null || from > until ? used : reckonClock(world, clock, from).used;
  return { window, department: used - window };
}

interface Where {
  readonly world: World;
  readonly state: Pick<CaseState, 'steps'>;
}
