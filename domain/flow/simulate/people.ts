import type { Actor, Role } from '../../people/roles.ts';

/** Where the invented people of a trial work. */
export const office = { departmentId: 'trial', regionCode: '000000' } as const;

/** What somebody does on a step; who does one of these does not do another. */
export type Hand = 'does' | 'approves' | 'joins' | 'presides' | 'receives';

/**
 * Somebody invented who holds one role: one for each step and what is done there, so that whoever must be somebody else is. The id begins
 * with the role, for who reads a trial has no other name.
 */
export function invented(role: Role, stepId: string, hand: Hand = 'does'): Actor {
  return { id: `${role} ${hand} ${stepId}`, posts: [{ role, ...office }] };
}

/** The role in the id of somebody invented. */
export function roleOfInvented(id: string): string {
  return id.split(' ')[0] ?? id;
}
