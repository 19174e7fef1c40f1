import type { Order, OrderType } from '../../domain/case/acts/index.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import { goodOrder } from './good-order.ts';
import type { Life } from './life.ts';
import { person } from './scene.ts';

/** What happens on a day: somebody (or the system) gives an order that must be accepted, or time alone passes until then. */
export interface Turn {
  readonly on: string;
  /** Absent: 10:00. */
  readonly time?: string;
  readonly given: { readonly by: Actor; readonly order: (life: Life) => Order } | null;
}

/** An order with a good payload, and what of it matters to the plan. */
export function act<T extends OrderType>(
  on: string,
  by: Role | Actor,
  type: T,
  stepId: string | null = null,
  change: Partial<Extract<Order, { type: T }>> = {},
): Turn {
  const order = ({ scene, today }: Life): Order => ({
    ...goodOrder({ world: scene.world, state: scene.state, today, choose: () => 0 }, type, stepId),
    ...change,
  });
  return { on, given: { by: typeof by === 'string' ? person(by) : by, order } };
}

/** Time alone passes until a day. */
export const pass = (on: string) => ({ on, given: null });

/** Intake and acceptance, then a review with this outcome. */
export function reviewed(outcome: string): Turn[] {
  return [
    act('2026-03-03', 'windowClerk', 'checkIn', 'intake'),
    act('2026-03-03', 'windowClerk', 'accept', 'acceptance'),
    act('2026-03-04', 'caseOfficer', 'finishReview', 'review', { outcome }),
  ];
}
