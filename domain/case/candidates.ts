import type { Sought } from '../people/directory.ts';
import { soughtBy } from '../people/directory.ts';
import type { Rejection } from '../rejection.ts';
import { acts } from './acts/index.ts';
import type { OrderType } from './acts/index.ts';
import type { Desk } from './desk.ts';
import { guard } from './guard.ts';
import { stepTask } from './tasks.ts';

/** Whom an order may name in a field, as the directory is asked for them; `departmentId` null: of any department. */
export interface Candidates {
  readonly roles: Sought['roles'];
  readonly departmentId: string | null;
  readonly recused: readonly string[];
}

/** Whom an order on a step may name in one of its fields. The refusal of who may not give it; null for a field that names nobody. */
export function candidatesFor(
  desk: Desk,
  asked: { readonly type: OrderType; readonly stepId: string; readonly field: string },
): Candidates | Rejection | null {
  const refusal = guard(desk, asked);
  if (refusal) return refusal;
  const rule = Object.entries(acts[asked.type].people).find(([field]) => field === asked.field)?.[1];
  const { world, state, actor } = desk;
  const step = state.steps.find(({ id }) => id === asked.stepId);
  if (rule === undefined || step === undefined) return null;
  const { role, departmentId } = stepTask(world, state, step);
  const { roles, anywhere } = soughtBy(rule, role, world);
  const recused = rule.recused?.({ world, state, step, actorId: actor.id }) ?? [];
  return { roles, departmentId: anywhere ? null : departmentId, recused };
}
