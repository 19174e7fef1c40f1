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
  /** `clock`: of the warnings of one clock only the last, and as long as one of them waits for the viewer, the last that does. */
  readonly by: 'warning' | 'clock';
}

/**
 * The ways to the warnings that still wait for a viewer, and to those that do not, as `capacityOf` and `isSettledFor` have it: for who
 * watches the region, until a supervisor closed the card or, but for a red, the department did (and for nobody once it is annulled); for who answers for the department, until
 * it is closed; for others in it, until it is closed or they have acknowledged it for themselves. The two parts stand in indexes of their own.
 */
export function reachOf(q: Query, scope: Scope, o: Asked): { open: readonly Way[]; answered: readonly Way[] } {
  const { own, toldOwn } = ownDepartments(q, scope, o);
  const { above, toldAbove } = watchedRegions(q, scope, o);
  const seen = (row: string) => `EXISTS (SELECT 1 FROM warning_seen v
    WHERE v.case_id = ${row}.case_id AND v.warning_id = ${row}.warning_id AND v.person_id = ${o.me}::uuid)`;
  const waitsOwn = (row: string) => `${row}.waits AND (a.answers OR NOT ${seen(row)})`;
  const waitsAbove = (row: string) => `${row}.waits_above`;
  const last = (waits: typeof waitsOwn, told: string) =>
    o.by === 'warning'
      ? { open: '', answered: '' }
      : { open: none(`${waits('h')} AND ${later}${told}`), answered: none(`((${waits('h')}) OR ${later})${told}`) };
  const [lastOwn, lastAbove] = [last(waitsOwn, toldOwn), last(waitsAbove, toldAbove)];
  return {
    open: [and(own, waitsOwn('w') + lastOwn.open), and(above, waitsAbove('w') + lastAbove.open)],
    answered: [
      and(own, `NOT w.waits${lastOwn.answered}`),
      and(own, `w.waits AND NOT a.answers AND ${seen('w')}${lastOwn.answered}`),
      and(above, `NOT w.waits_above${lastAbove.answered}`),
    ],
  };
}

const later = '(h.at, h.warning_id) > (w.at, w.warning_id)';

/** SQL: no other warning of the same clock is so. */
function none(condition: string): string {
  return ` AND NOT EXISTS (SELECT 1 FROM warning h WHERE h.case_id = w.case_id AND h.clock = w.clock AND ${condition})`;
}

function and({ where, ...way }: Way, also: string): Way {
  return { ...way, where: `${where} AND ${also}` };
}

/** The departments of the posts, but where the region is watched: there the viewer is a supervisor. */
function ownDepartments(q: Query, scope: Scope, { to, me }: Asked): { own: Way; toldOwn: string } {
  const answers = scope.departments.map((id) => rolesIn(scope, id).some(answersFor));
  const mine = (row: string) =>
    to === 'scope' ? '' : ` AND ${told(`${named(row, me)} OR ${row}.to_roles && string_to_array(a.roles, ',')`)}`;
  const own = {
    from: `unnest(${departmentsAndRoles(q, scope)}, ${q.bind(answers)}::boolean[]) AS a (department_id, roles, answers)`,
    where: `w.department_id = a.department_id AND NOT ${watched(q, scope, 'w')}${mine('w')}`,
  };
  return { own, toldOwn: mine('h') };
}

function watchedRegions(q: Query, scope: Scope, { to, me, by }: Asked): { above: Way; toldAbove: string } {
  const inPost = (
    row: string,
  ) => `EXISTS (SELECT 1 FROM unnest(${departmentsAndRoles(q, scope)}) AS a (department_id, roles)
    WHERE ${row}.department_id = a.department_id AND ${row}.to_roles && string_to_array(a.roles, ','))`;
  const byPost = (row: string) =>
    `${row}.to_roles && ${q.bind(scope.watchingRoles)}::text[]${scope.departments.length > 0 ? ` OR ${inPost(row)}` : ''}`;
  const mine = (row: string) => (to === 'scope' ? '' : ` AND ${told(`${named(row, me)} OR ${byPost(row)}`)}`);
  const above = { from: `${regions(q, scope)} r`, where: `w.region_code = r.code${mine('w')}` };
  // Made only where it is used: PostgreSQL cannot tell the type of a value that stands nowhere.
  return { above, toldAbove: by === 'clock' ? mine('h') : '' };
}

function named(row: string, me: string): string {
  return `${me}::uuid = ANY (${row}.to_people)`;
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
