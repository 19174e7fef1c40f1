import { covers, isAdministrator } from './roles.ts';
import type { Administrator, Role } from './roles.ts';

/** A department of an administrator's post: a 营商局 (`supervision`) reaches further than itself. */
export interface Seat {
  readonly departmentId: string;
  readonly regionCode: string;
  readonly kind: 'department' | 'supervision';
}

/** What is administered: a department, or (`departmentId` null) a region, or a department that is not there yet. */
export interface Place {
  readonly departmentId: string | null;
  readonly regionCode: string;
}

/** How far administration goes: regions with all below them, and single departments. */
export interface Reach {
  readonly regions: readonly string[];
  readonly departments: readonly string[];
}

/** How far somebody with these seats reaches: a 营商局 its region and all below, any other department itself alone. */
export function reachOf(seats: readonly Seat[]): Reach {
  return {
    regions: seats.filter(({ kind }) => kind === 'supervision').map(({ regionCode }) => regionCode),
    departments: seats.filter(({ kind }) => kind === 'department').map(({ departmentId }) => departmentId),
  };
}

/** Whether a place is within reach. */
export function reaches({ regions, departments }: Reach, { departmentId, regionCode }: Place): boolean {
  return (
    regions.some((region) => covers(region, regionCode)) ||
    (departmentId !== null && departments.includes(departmentId))
  );
}

/** Of these roles the first administrator's and another beside it; null: one person may hold them all. */
export function incompatible(roles: readonly Role[]): readonly [Administrator, Role] | null {
  const administrator = roles.find(isAdministrator);
  const other = roles.find((role) => role !== administrator);
  return administrator === undefined || other === undefined ? null : [administrator, other];
}

/** A seat with the administrator's role held there. */
export interface AdministratorSeat extends Seat {
  readonly role: Administrator;
}

/** The first of the lost seats whose reach nobody with such a role among the others has: nobody would be left there. Null: none. */
export function lastAt(
  lost: readonly AdministratorSeat[],
  others: readonly AdministratorSeat[],
): AdministratorSeat | null {
  const isHeld = (seat: AdministratorSeat): boolean =>
    reaches(reachOf(others.filter(({ role }) => role === seat.role)), seat);
  return lost.find((seat) => !isHeld(seat)) ?? null;
}
