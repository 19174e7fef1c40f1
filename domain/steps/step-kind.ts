import type { CivilDate } from '../clock/civil-date.ts';
import type { FactBody } from '../case/facts.ts';
import type { Order, OrderType } from '../case/orders.ts';
import type { CaseState, StepState, World } from '../case/state.ts';
import type { PlanStep } from '../flow/plan.ts';
import type { Rejection } from '../rejection.ts';

/** What a step kind sees when an order comes to one of its open steps. */
export interface StepContext {
  readonly world: World;
  readonly state: CaseState;
  readonly step: StepState;
  readonly plan: PlanStep;
  readonly actorId: string;
  readonly today: CivilDate;
}

/** The facts of the act, the outcome that finishes the step, and the civil day on which it truly ended. */
export interface StepAnswer {
  readonly facts: readonly FactBody[];
  readonly outcome: string;
  readonly endedOn: CivilDate;
}

/** The whole truth about one kind of step: which orders finish it, and its rules. */
export interface StepKind {
  readonly orders: readonly OrderType[];
  readonly answer: (context: StepContext, order: Order) => StepAnswer | Rejection;
}
