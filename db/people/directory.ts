import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Candidates } from '../../domain/case/candidates.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import type { NamedPost } from './users.ts';

const byIds = {
  name: 'directory-people',
  text: `SELECT u.id, (SELECT coalesce(json_agg(json_build_object('role', p.role, 'departmentId', p.department_id,
      'regionCode', d.region_code) ORDER BY p.department_id, p.role), '[]'::json)
    FROM post p JOIN department d ON d.id = p.department_id WHERE p.user_id = u.id) AS posts
    FROM app_user u WHERE u.id = ANY ($1::uuid[]) AND NOT u.disabled ORDER BY u.id`,
};

/** The people of the directory with these ids who exist and are enabled, with all posts they hold; the others are left out. */
export async function findPeople(db: Queryable, ids: readonly string[]): Promise<readonly Actor[]> {
  return ids.length === 0 ? [] : run<Actor>(db, byIds, [[...new Set(ids)]]);
}

/** Who holds a post of a department. */
export interface PostHolder {
  readonly role: Role;
  readonly id: string;
  readonly name: string;
}

const holders = {
  name: 'directory-holders',
  text: `SELECT p.role, u.id, u.name FROM post p JOIN app_user u ON u.id = p.user_id
    WHERE p.department_id = $1 AND p.role = ANY ($2::text[]) AND NOT u.disabled ORDER BY u.name, u.id`,
};

/** The enabled people who hold posts of a department, a row for each post. */
export async function postHolders(
  db: Queryable,
  departmentId: string,
  roles: readonly Role[],
): Promise<readonly PostHolder[]> {
  return roles.length === 0 ? [] : run<PostHolder>(db, holders, [departmentId, roles]);
}

const held = {
  name: 'directory-held',
  text: `SELECT DISTINCT p.role FROM post p JOIN app_user u ON u.id = p.user_id WHERE p.department_id = $1 AND NOT u.disabled`,
};

/** The roles that somebody with an enabled account holds in a department. */
export async function heldRoles(db: Queryable, departmentId: string): Promise<ReadonlySet<Role>> {
  return new Set((await run<{ role: Role }>(db, held, [departmentId])).map(({ role }) => role));
}

/** A person as a list to choose from shows them. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly NamedPost[];
}

const candidates = {
  name: 'directory-candidates',
  text: `SELECT u.id, u.name, json_agg(json_build_object('role', p.role, 'departmentId', p.department_id,
      'departmentName', d.name, 'regionCode', d.region_code) ORDER BY p.department_id, p.role) AS posts
    FROM app_user u JOIN post p ON p.user_id = u.id JOIN department d ON d.id = p.department_id
    WHERE NOT u.disabled AND ($1::text[] IS NULL OR p.role = ANY ($1::text[]))
      AND ($2::text IS NULL OR p.department_id = $2) AND NOT u.id::text = ANY ($3::text[])
      AND strpos(u.name, $4) > 0
    GROUP BY u.id ORDER BY u.name, u.id LIMIT $5`,
};

/**
 * Enabled people by what is sought: one of the roles, in the department (null: anywhere), none of the recused, `name` in their name;
 * each with the posts that fit.
 */
export async function findCandidates(
  db: Queryable,
  o: Candidates & { readonly name: string; readonly limit: number },
): Promise<readonly Candidate[]> {
  const roles = o.roles === 'any' ? null : o.roles;
  return run<Candidate>(db, candidates, [roles, o.departmentId, o.recused, o.name, o.limit]);
}
