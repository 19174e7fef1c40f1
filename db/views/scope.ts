import { isKeeping, isSupervising, regionStem } from '../../domain/people/roles.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Query } from './query.ts';

/**
 * What a person may see, as lists put it into SQL. `posts` are posts that handle cases; `regionPatterns` are LIKE patterns of
 * the regions watched (`2101%`) with `watchingRoles` the roles held there.
 */
export interface Scope {
  readonly actorId: string;
  readonly posts: readonly { readonly departmentId: string; readonly role: Role }[];
  readonly departments: readonly string[];
  readonly regionPatterns: readonly string[];
  readonly watchingRoles: readonly Role[];
}

/** The scope of a person: the same answer as `canSee`, in a form that indexes understand. */
export function scopeOf(actor: Actor): Scope {
  const posts = actor.posts.filter(({ role }) => !isSupervising(role) && !isKeeping(role));
  const watches = actor.posts.filter(({ role }) => isSupervising(role));
  return {
    actorId: actor.id,
    posts,
    departments: [...new Set(posts.map(({ departmentId }) => departmentId))],
    regionPatterns: [...new Set(watches.map(({ regionCode }) => `${regionStem(regionCode)}%`))],
    watchingRoles: [...new Set(watches.map(({ role }) => role))],
  };
}

/** SQL: the row's department or region is in scope. `row` is the alias of a table with both columns. */
export function inScope(q: Query, scope: Scope, row: string): string {
  const departments = q.bind(scope.departments);
  const patterns = q.bind(scope.regionPatterns);
  return `(${row}.department_id = ANY (${departments}::text[]) OR ${row}.region_code LIKE ANY (${patterns}::text[]))`;
}
