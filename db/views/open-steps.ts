import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Query } from './query.ts';
import type { Scope } from './scope.ts';
import { byRegion, byRole, lateral, pairs, waysOf } from './ways.ts';
import type { Way } from './ways.ts';

/**
 * Lists of open steps. mine: the next act is of a post held; department: all of the departments or the watched regions;
 * near: of those, due from today to `nearOn`; overdue: due before today; waitingApproval: an approval
 * is asked of a post held, of the start of a step or of an extension of the case (shown on its first open step).
 */
export const openLists = ['mine', 'claimable', 'department', 'near', 'overdue', 'waitingApproval'] as const;
export type OpenList = (typeof openLists)[number];

/** Which open steps a list has: list and counter are both written from it, so they agree. */
interface OpenSteps {
  readonly ways: readonly Way[];
  /** Days between which they are due. */
  readonly from: string;
  readonly until: string;
}

/** The steps of a list for a person on a day. */
export function openSteps(
  q: Query,
  list: OpenList,
  o: { scope: Scope; today: CivilDate; nearOn: CivilDate },
): OpenSteps {
  const { scope, today, nearOn } = o;
  const always = { from: '-infinity', until: 'infinity' };
  switch (list) {
    case 'mine':
      return { ways: [byRole(pairs(q, scope, 'held'), 's', 'next_role')], ...always };
    case 'claimable': {
      const held = byRole(pairs(q, scope, 'held'), 's', 'next_role');
      return { ways: [{ ...held, where: `${held.where} AND s.phase IS DISTINCT FROM 'requested'` }], ...always };
    }
    case 'waitingApproval':
      return { ways: approvals(pairs(q, scope, 'held')), ...always };
    case 'department':
      return { ways: everyStep(q, scope), ...always };
    case 'near':
      return { ways: everyStep(q, scope), from: today, until: nearOn };
    case 'overdue':
      return { ways: everyStep(q, scope), from: '-infinity', until: addDays(today, -1) };
    default:
      return list satisfies never;
  }
}

/** SQL: how many steps a list has, as one number. */
export function countSteps(q: Query, { ways, from, until }: OpenSteps): string {
  const range = `s.due_key BETWEEN ${q.bind(from)}::date AND ${q.bind(until)}::date`;
  const arm = (where: string) => `SELECT count(*) AS n FROM case_step s WHERE s.open AND ${where} AND ${range}`;
  return `SELECT coalesce(sum(n), 0)::bigint FROM (${lateral(ways, arm)}) s`;
}

/** Roles stand in the index between department and date, so that a department is reached by each of its roles. */
function everyStep(q: Query, scope: Scope): readonly Way[] {
  return waysOf(scope, {
    departments: () => byRole(pairs(q, scope, 'every'), 's', 'next_role'),
    regions: () => byRegion(q, scope, 's'),
  });
}

/** The two ways in to what waits for approval; a step that both lead to comes by the first. */
function approvals(held: string): readonly Way[] {
  const [start, extension] = [byRole(held, 's', 'next_role'), byRole(held, 's', 'extension_approver')];
  const others = `(s.phase IS DISTINCT FROM 'requested' OR (s.department_id, s.next_role) NOT IN (SELECT * FROM ${held}))`;
  return [
    { ...start, where: `${start.where} AND s.phase = 'requested'` },
    { ...extension, where: `${extension.where} AND ${others}` },
  ];
}
