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

/**
 * SQL: whom the person counts as among those let in to cases: kinds and viewers side by side. Who only keeps the system counts as
 * nobody, as in `canSee`.
 */
export function viewersOf(q: Query, { actorId, departments, regionPatterns }: Scope): string {
  const people = departments.length + regionPatterns.length > 0 ? [actorId] : [];
  const kinds = [...departments.map(() => 'department'), ...people.map(() => 'person')];
  return `unnest(${q.bind(kinds)}::text[], ${q.bind([...departments, ...people])}::text[])`;
}

/**
 * SQL: the person sees the row's case (`canSee`). `row` is the alias of a table with case and region. OFFSET 0 keeps PostgreSQL from
 * reading everybody's cases into a hash first: each row asks by its key.
 */
export function seen(q: Query, scope: Scope, row: string): string {
  return `(${watched(q, scope, row)} OR EXISTS (SELECT 1 FROM case_seen v
    WHERE v.case_id = ${row}.case_id AND (v.kind, v.viewer) IN (SELECT * FROM ${viewersOf(q, scope)}) OFFSET 0))`;
}

/** SQL: the row's region is watched. */
export function watched(q: Query, scope: Scope, row: string): string {
  return `${row}.region_code LIKE ANY (${q.bind(scope.regionPatterns)}::text[])`;
}

/** SQL: the row's department or region is in scope. `row` is the alias of a table with both columns. */
export function inScope(q: Query, scope: Scope, row: string, department = 'department_id'): string {
  return `(${row}.${department} = ANY (${q.bind(scope.departments)}::text[]) OR ${watched(q, scope, row)})`;
}
