import { answersFor } from '../../domain/people/can.ts';
import type { Query } from './query.ts';
import { watched } from './scope.ts';
import type { Scope } from './scope.ts';
import { regions } from './ways.ts';
import type { Way } from './ways.ts';

interface Asked {
  readonly to: 'me' | 'scope';
  /** The placeholder of the viewer's id. */
  readonly me: string;
}

/**
 * The ways to the warnings that still wait for a viewer, and to those that do not, as `capacityOf` and `isSettledFor` have it: for who
 * watches the region, until a supervisor closed the card or, but for a red, the department did (and for nobody once it is annulled); for who answers for the department, until
 * it is closed; for others in it, until it is closed or they have acknowledged it for themselves. The two parts stand in indexes of their own.
 */
export function reachOf(q: Query, scope: Scope, o: Asked): { open: readonly Way[]; answered: readonly Way[] } {
  const own = ownDepartments(q, scope, o);
  const above = watchedRegions(q, scope, o);
  const seen = `EXISTS (SELECT 1 FROM warning_seen v
    WHERE v.case_id = w.case_id AND v.warning_id = w.warning_id AND v.person_id = ${o.me}::uuid)`;
  return {
    open: [and(own, `w.waits AND (a.answers OR NOT ${seen})`), and(above, 'w.waits_above')],
    answered: [
      and(own, 'NOT w.waits'),
      and(own, `w.waits AND NOT a.answers AND ${seen}`),
      and(above, 'NOT w.waits_above'),
    ],
  };
}

function and({ where, ...way }: Way, also: string): Way {
  return { ...way, where: `${where} AND ${also}` };
}

/** The departments of the posts, but where the region is watched: there the viewer is a supervisor. */
function ownDepartments(q: Query, scope: Scope, { to, me }: Asked): Way {
  const answers = scope.departments.map((id) => rolesIn(scope, id).some(answersFor));
  const mine = to === 'scope' ? '' : ` AND ${told(`${named(me)} OR w.to_roles && string_to_array(a.roles, ',')`)}`;
  return {
    from: `unnest(${departmentsAndRoles(q, scope)}, ${q.bind(answers)}::boolean[]) AS a (department_id, roles, answers)`,
    where: `w.department_id = a.department_id AND NOT ${watched(q, scope, 'w')}${mine}`,
  };
}

function watchedRegions(q: Query, scope: Scope, { to, me }: Asked): Way {
  const inPost = () => `EXISTS (SELECT 1 FROM unnest(${departmentsAndRoles(q, scope)}) AS a (department_id, roles)
    WHERE w.department_id = a.department_id AND w.to_roles && string_to_array(a.roles, ','))`;
  const byPost = () =>
    `w.to_roles && ${q.bind(scope.watchingRoles)}::text[]${scope.departments.length > 0 ? ` OR ${inPost()}` : ''}`;
  return {
    from: `${regions(q, scope)} r`,
    where: `w.region_code = r.code${to === 'scope' ? '' : ` AND ${told(`${named(me)} OR ${byPost()}`)}`}`,
  };
}

function named(me: string): string {
  return `${me}::uuid = ANY (w.to_people)`;
}

/** PostgreSQL guesses that && fits one row in a hundred and would sort whole regions; of coalesce it guesses one in two. */
function told(condition: string): string {
  return `coalesce(${condition}, false)`;
}

function departmentsAndRoles(q: Query, scope: Scope): string {
  const roles = scope.departments.map((id) => rolesIn(scope, id).join(','));
  return `${q.bind(scope.departments)}::text[], ${q.bind(roles)}::text[]`;
}

function rolesIn({ posts }: Scope, departmentId: string) {
  return posts.filter((post) => post.departmentId === departmentId).map(({ role }) => role);
}
