import { answersFor } from '../people/can.ts';
import { covers, isSupervising } from '../people/roles.ts';
import type { Actor } from '../people/roles.ts';
import type { AcknowledgedAs, CaseState, WarningState } from './state.ts';

/** In what capacity somebody acknowledges a warning: the highest they have; null for who was not told and does not watch. */
export function capacityOf(actor: Actor, warning: WarningState, { filing }: CaseState): AcknowledgedAs | null {
  const { departmentId, regionCode } = filing;
  const here = actor.posts.filter((post) => post.departmentId === departmentId);
  if (actor.posts.some((post) => isSupervising(post.role) && covers(post.regionCode, regionCode))) return 'supervisor';
  if (here.some((post) => answersFor(post.role))) return 'responsible';
  const told = (warning.to ?? []).some((to) =>
    typeof to === 'string' ? here.some((post) => post.role === to) : to.person === actor.id,
  );
  return told ? 'self' : null;
}

/** Whether a warning needs nothing more from somebody. A red that the department closed still waits for a supervisor. */
export function isSettledFor(warning: WarningState, capacity: AcknowledgedAs, actorId: string): boolean {
  if (warning.annulled === true) return true;
  switch (capacity) {
    case 'supervisor':
      return warning.acknowledgedBy !== null && !(warning.level === 'red' && warning.as === 'responsible');
    case 'responsible':
      return warning.acknowledgedBy !== null;
    case 'self':
      return warning.acknowledgedBy !== null || (warning.seenBy ?? []).includes(actorId);
  }
  return capacity satisfies never;
}
