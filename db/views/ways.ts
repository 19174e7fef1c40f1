import { roleNames } from '../../domain/people/roles.ts';
import type { Query } from './query.ts';
import { inScope } from './scope.ts';
import type { Scope } from './scope.ts';

/**
 * SQL: one way to rows in scope. Each row of `from` (a department with a role, a region) leads by `where` to rows in one index scan
 * in the order of the list: PostgreSQL would sort the whole department or province otherwise. Without `from` it is one scan.
 */
export interface Way {
  readonly from?: string;
  readonly where: string;
  /** The rows it leads to, where they are not those of the list: another table with its keys, under its alias. */
  readonly rows?: string;
  /** It leads by watched regions, where far more rows are than anybody reads: that the row is in one of them (`r`), beside `where`. */
  readonly region?: string;
}

/** SQL: what `arm` selects on each way, all together. */
export function lateral(ways: readonly Way[], arm: (where: string, rows?: string) => string): string {
  const parts = ways.map((way) => {
    const rows = arm(whole(way), way.rows);
    return way.from === undefined ? `(${rows})` : `SELECT p.* FROM ${way.from} CROSS JOIN LATERAL (${rows}) p`;
  });
  return parts.join(' UNION ALL ');
}

/**
 * SQL: the ways as one condition, for where a filter narrower than the scope leads to the rows. OFFSET 0 keeps PostgreSQL from
 * turning it into a join that begins with the scope.
 */
export function reached(ways: readonly Way[]): string {
  const parts = ways.map((way) =>
    way.from === undefined ? way.where : `EXISTS (SELECT 1 FROM ${way.from} WHERE ${whole(way)} OFFSET 0)`,
  );
  return `(${parts.join(' OR ')})`;
}

function whole({ region, where }: Way): string {
  return region === undefined ? where : `${region} AND ${where}`;
}

/** The ways of a person, by departments of the posts and by watched regions; which lead nowhere are left out, but for one. */
export function waysOf(scope: Scope, o: { departments(): Way; regions(): Way }): readonly Way[] {
  const departments = scope.departments.length > 0 || scope.regionPatterns.length === 0 ? [o.departments()] : [];
  return scope.regionPatterns.length > 0 ? [...departments, o.regions()] : departments;
}

/** SQL: a department by its id where it is in scope, no row otherwise. */
export function oneDepartment(q: Query, scope: Scope, departmentId: string): string {
  return `(SELECT o.id FROM department o WHERE o.id = ${q.bind(departmentId)} AND ${inScope(q, scope, 'o', 'id')})`;
}

/** SQL: every role there is. */
export function everyRole(q: Query): string {
  return `unnest(${q.bind(roleNames)}::text[])`;
}

/** All rows in scope, or only those of one department; `row` is the alias of a table with department and region. */
export function byPlace(q: Query, scope: Scope, row: string, departmentId?: string): readonly Way[] {
  if (departmentId !== undefined)
    return [{ from: `${oneDepartment(q, scope, departmentId)} a`, where: `${row}.department_id = a.id` }];
  return waysOf(scope, {
    departments: () => ({
      from: `unnest(${q.bind(scope.departments)}::text[]) AS a (department_id)`,
      where: `${row}.department_id = a.department_id`,
    }),
    regions: () => byRegion(q, scope, row),
  });
}

/** By the watched regions, without the departments of the posts: they are reached by those, and no row comes twice. */
export function byRegion(q: Query, scope: Scope, row: string): Way {
  const own = scope.departments.length > 0 ? q.bind(scope.departments) : null;
  return {
    from: `${regions(q, scope)} r`,
    region: `${row}.region_code = r.code`,
    where: own === null ? 'true' : `${row}.department_id <> ALL (${own}::text[])`,
  };
}

/** SQL: the codes of the watched regions. */
export function regions(q: Query, scope: Scope): string {
  return `(SELECT code FROM region WHERE code LIKE ANY (${q.bind(scope.regionPatterns)}::text[]))`;
}

/** SQL: department and role side by side: the posts held, or every role of their departments. */
export function pairs(q: Query, scope: Scope, whose: 'held' | 'every'): string {
  const every = () => scope.departments.flatMap((departmentId) => roleNames.map((role) => ({ departmentId, role })));
  const all = whose === 'held' ? scope.posts : every();
  const [departments, roles] = [all.map(({ departmentId }) => departmentId), all.map(({ role }) => role)];
  return `unnest(${q.bind(departments)}::text[], ${q.bind(roles)}::text[])`;
}

/** By department and role side by side (`pairs`); `role` is the row's column. */
export function byRole(pairsSql: string, row: string, role: string): Required<Pick<Way, 'from' | 'where'>> {
  return {
    from: `${pairsSql} AS a (department_id, role)`,
    where: `${row}.department_id = a.department_id AND ${row}.${role} = a.role`,
  };
}
