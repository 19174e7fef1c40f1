import { departmentFrom } from '../../domain/case/passing.ts';
import { sharesOf } from '../../domain/case/shares.ts';
import type { ClockState, StepState, World } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { readDay } from '../../domain/words/day.ts';
import { sayShares } from '../../domain/words/shares.ts';

/** A clause on whose days the time to answer was, where window and department share it; empty elsewhere. */
export function sharesClause(o: {
  readonly world: World;
  readonly steps: readonly StepState[];
  readonly clock: ClockState;
  readonly today: CivilDate;
}): string {
  const state = { steps: o.steps };
  const shares = sharesOf({ world: o.world, state }, o.clock, o.today);
  const said = sayShares(shares ?? undefined);
  if (said === null) return '';
  const from = departmentFrom(state);
  return from === null ? `${said.zh}（材料尚未移交部门）` : `${said.zh}（材料于${readDay(from)}移交部门）`;
}
