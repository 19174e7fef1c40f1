import { rolesOf } from '../people/can.ts';
import type { Role } from '../people/roles.ts';
import type { About, Rejection, RejectionCode } from '../rejection.ts';
import { holderOn } from './acts/holder.ts';
import { acts, orderTypes } from './acts/index.ts';
import type { OrderType } from './acts/index.ts';
import type { Desk } from './desk.ts';
import { guard } from './guard.ts';
import type { PersonId } from './marks.ts';
import { plannedStep } from './planned.ts';
import type { StepState } from './state.ts';
import { stepTask } from './tasks.ts';

/** Somebody whose turn it is: a post, and by name who holds its task. */
export interface Awaited {
  readonly role: Role;
  readonly assignee: PersonId | null;
}

/** An order a screen can offer, with the reason where it is refused. */
export interface Allowed {
  readonly order: OrderType;
  readonly stepId: string | null;
  readonly refusedBecause?: { readonly code: RejectionCode; readonly detail: string; readonly about?: About };
  /** Who can give it, where it waits for somebody else. */
  readonly waitsFor: readonly Awaited[];
}

/** Refusals that say: this is somebody else's. */
const anothers: readonly RejectionCode[] = [
  'not-allowed',
  'department-answers',
  'four-eyes',
  'same-hand',
  'task-of-another',
  'task-held',
];

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
  const hasBegun = phase === null || phase === 'running';
  return (type) => {
    const { place } = acts[type];
    if (typeof place === 'string') return false;
    if ('phases' in place) return place.phases.includes(phase);
    return (hasBegun || place.inAnyPhase) && place.ends.includes(kind);
  };
}

function offer(desk: Desk, order: OrderType, stepId: string | null): Allowed {
  const refusal = guard(desk, { type: order, stepId });
  if (refusal === null) return { order, stepId, waitsFor: [] };
  const { code, detail, about } = refusal;
  const refusedBecause = { code, detail, ...(about && { about }) };
  return { order, stepId, refusedBecause, waitsFor: whoCan(desk, { order, stepId, refusal }) };
}

/** Messages about a case wait for nobody: only acts that move it do. */
function whoCan(
  { world, state }: Desk,
  { order, stepId, refusal }: { order: OrderType; stepId: string | null; refusal: Rejection },
): readonly Awaited[] {
  const holder = holderOn(acts[order].holder, { world, state });
  if (!anothers.includes(refusal.code) || holder === 'watcher' || holder === 'told') return [];
  const step = state.steps.find(({ id }) => id === stepId) ?? null;
  if (holder !== 'handler')
    return rolesOf({ holder, step }, { world, state }).map((role) => ({ role, assignee: null }));
  if (step === null) return [];
  const { role, assignee } = stepTask(world, state, step);
  return [{ role, assignee }];
}
