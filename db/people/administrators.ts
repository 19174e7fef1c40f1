import { administrators } from '../../domain/people/roles.ts';
import type { Role } from '../../domain/people/roles.ts';
import type { AdministratorSeat, Seat } from '../../domain/people/administration.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** "ADMS" in ASCII: whoever takes a right from an administrator waits for who does the same, so that two cannot take the last two. */
const administratorLock = 0x41444d53;

/** Kinds of administrators of which no account that is enabled is one. */
export async function missingAdministrators(db: Queryable): Promise<readonly Role[]> {
  const text = `SELECT DISTINCT p.role FROM post p JOIN app_user u ON u.id = p.user_id WHERE p.role = ANY ($1::text[]) AND NOT u.disabled`;
  const held = await run<{ role: Role }>(db, { name: 'administrator-kinds', text }, [administrators]);
  return administrators.filter((kind) => !held.some(({ role }) => role === kind));
}

/** These departments as seats, those that are there. */
export async function seatsAt(db: Queryable, departmentIds: readonly string[]): Promise<readonly Seat[]> {
  const text = `SELECT id AS "departmentId", region_code AS "regionCode", kind FROM department WHERE id = ANY ($1::text[])`;
  return run<Seat>(db, { name: 'administrator-seats-at', text }, [departmentIds]);
}

/**
 * The seats of all administrators with an enabled account, but for one account. No other transaction takes a seat away before this one ends.
 */
export async function seatsBeside(db: Queryable, userId: string): Promise<readonly AdministratorSeat[]> {
  await run(db, { name: 'administrator-lock', text: 'SELECT pg_advisory_xact_lock($1)' }, [administratorLock]);
  const text = `SELECT p.role, d.id AS "departmentId", d.region_code AS "regionCode", d.kind
    FROM post p JOIN app_user u ON u.id = p.user_id JOIN department d ON d.id = p.department_id
    WHERE p.role = ANY ($2::text[]) AND NOT u.disabled AND u.id <> $1`;
  return run<AdministratorSeat>(db, { name: 'administrator-seats', text }, [userId, administrators]);
}
