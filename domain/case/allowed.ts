import type { RejectionCode } from '../rejection.ts';
import { acts, orderTypes } from './acts/index.ts';
import type { OrderType } from './acts/index.ts';
import type { Desk } from './desk.ts';
import { guard } from './guard.ts';
import { plannedStep } from './planned.ts';
import type { StepState } from './state.ts';

/** An order a screen can offer, with the reason where it is refused. */
export interface Allowed {
  readonly order: OrderType;
  readonly stepId: string | null;
  readonly refusedBecause?: { readonly code: RejectionCode; readonly detail: string };
}

/**
 * What this person can order on this case today: every order with a place here, each either free or with its refusal.
 * The console computes no right; it shows this list.
 */
export function allowed(desk: Desk): readonly Allowed[] {
  const open = desk.state.steps.filter((step) => step.outcome === null);
  return [
    ...open.flatMap((step) => orderTypes.filter(hasPlaceOn(desk, step)).map((order) => offer(desk, order, step.id))),
    ...orderTypes.filter((type) => acts[type].place === 'case').map((order) => offer(desk, order, null)),
  ];
}

function hasPlaceOn({ world }: Desk, { id, phase }: StepState): (type: OrderType) => boolean {
  const { kind } = plannedStep(world, id);
  const canEnd = phase === null || phase === 'running';
  return (type) => {
    const { place } = acts[type];
    if (typeof place === 'string') return false;
    return 'phases' in place ? place.phases.includes(phase) : canEnd && place.kind === kind;
  };
}

function offer(desk: Desk, order: OrderType, stepId: string | null): Allowed {
  const refusal = guard(desk, { type: order, stepId });
  if (refusal === null) return { order, stepId };
  return { order, stepId, refusedBecause: { code: refusal.code, detail: refusal.detail } };
}
