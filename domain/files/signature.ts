import { plannedStep } from '../case/planned.ts';
import type { CaseState, World } from '../case/state.ts';
import { can } from '../people/can.ts';
import type { Actor } from '../people/roles.ts';

/** Whether somebody may have a signature written now: who may hand the document out, while it is to be handed out. */
export function takesSignature(actor: Actor, world: World, state: CaseState): boolean {
  return state.steps.some(
    (step) =>
      step.outcome === null &&
      plannedStep(world, step.id).kind === 'delivery' &&
      can(actor, { type: 'deliver', holder: 'handler', step }, { world, state }) === null,
  );
}
