import type { RejectionCode } from '../rejection.ts';
import { kindOf } from '../steps/index.ts';
import { guard } from './guard.ts';
import type { Desk } from './guard.ts';
import type { OrderType } from './orders.ts';
import type { StepState } from './state.ts';

/** An order a screen can offer, with the reason where it is refused. */
export interface Allowed {
  readonly order: OrderType;
  readonly stepId: string | null;
  readonly refusedBecause?: { readonly code: RejectionCode; readonly detail: string };
}

const ofCase = [
  'withdraw',
  'requestExtension',
  'approveExtension',
  'declineExtension',
  'changeContact',
  'acknowledge',
] as const satisfies readonly OrderType[];

/**
 * What this person can order on this case today: every order with a place here, each either free or with its refusal.
 * The console computes no right; it shows this list.
 */
export function allowed(desk: Desk): readonly Allowed[] {
  const open = desk.state.steps.filter((step) => step.outcome === null);
  return [
    ...open.flatMap((step) => ordersOf(desk, step).map((order) => offer(desk, order, step.id))),
    ...ofCase.map((order) => offer(desk, order, null)),
  ];
}

function ordersOf({ world }: Desk, step: StepState): readonly OrderType[] {
  const planned = world.plan.steps.find((candidate) => candidate.id === step.id);
  const finishing = planned ? kindOf(planned.kind).orders : [];
  switch (step.phase) {
    case null:
    case 'running':
      return [...finishing, 'remind'];
    case 'waiting':
      return ['requestUntimedStep', 'remind'];
    case 'requested':
      return ['approveUntimedStep', 'declineUntimedStep', 'remind'];
    case 'approved':
      return ['recordNotice', 'startUntimedStep', 'remind'];
  }
  return step.phase satisfies never;
}

function offer(desk: Desk, order: OrderType, stepId: string | null): Allowed {
  const refusal = guard(desk, { type: order, stepId });
  if (refusal === null) return { order, stepId };
  return { order, stepId, refusedBecause: { code: refusal.code, detail: refusal.detail } };
}
