import type { Matter } from '../../domain/words/matters.ts';
import type { Shine } from '../../domain/case/lights.ts';
import { addDays } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { ofOpenStep } from './handler.ts';
import type { Query } from './query.ts';
import type { Scope } from './scope.ts';
import { shines } from './shining.ts';
import { byRegion, byRole, everyRole, lateral, oneDepartment, pairs, waysOf } from './ways.ts';
import type { Way } from './ways.ts';

/**
 * Lists of open tasks. mine: held by the person, and approvals asked of a post held; claimable: of a post held, and nobody's;
 * department: all of the departments or the watched regions, each open step once; near: of those, the
 * yellow; overdue: the red; waitingApproval: asked of a post held, for the start of a step, an extension of the case or a revocation; outlet: services begun (送达) and revocations
 * to be served, of a post held and nobody else's.
 */
export const openLists = ['mine', 'claimable', 'department', 'near', 'overdue', 'waitingApproval', 'outlet'] as const;
export type OpenList = (typeof openLists)[number];

/** Which open tasks a list has: list and counter are both written from it, so they agree. */
export interface OpenTasks {
  readonly ways: readonly Way[];
  /** SQL: what is asked of a task beside the ways to it. */
  readonly where: string;
  /** None of them is due later. */
  readonly until: string;
}

interface Asked {
  readonly scope: Scope;
  readonly today: CivilDate;
  /** Only of this department, only what shines so, and only cases with this matter for the window. */
  readonly departmentId?: string | undefined;
  readonly light?: Shine | undefined;
  readonly matter?: Matter | undefined;
}

/** The tasks of a list for a person on a day. */
export function openTasks(q: Query, list: OpenList, { light, matter, ...o }: Asked): OpenTasks {
  const { ways, where, until } = tasksOf(q, list, o);
  const narrow = [
    where,
    ...(light === undefined ? [] : [shines('t', light, q.bind(o.today))]),
    // The first half is what the small indexes hold.
    ...(matter === undefined ? [] : [`t.matters <> '{}' AND ${q.bind(matter)} = ANY (t.matters)`]),
  ];
  return { ways, where: narrow.join(' AND '), until: light === 'red' ? lastRed(o.today) : until };
}

/** What is red was due before: the index ends there. */
function lastRed(today: CivilDate): string {
  return addDays(today, -1);
}

function tasksOf(q: Query, list: OpenList, o: Omit<Asked, 'light' | 'matter'>): OpenTasks {
  const { today, departmentId } = o;
  const posts = o.scope.posts.filter((post) => post.departmentId === (departmentId ?? post.departmentId));
  const scope = { ...o.scope, posts };
  const always = { where: 'true', until: 'infinity' };
  switch (list) {
    case 'mine':
      return { ways: [assigned(q, scope), asked(q, scope, 't.assignee IS NULL')], ...always };
    case 'claimable':
      return { ways: [held(q, scope, "t.origin = 'step' AND t.assignee IS NULL")], ...always };
    case 'waitingApproval':
      // Who signs for materials or serves a paper approves nothing.
      return { ways: [asked(q, scope, "t.origin NOT IN ('passing', 'revocationService')")], ...always };
    case 'department':
      return { ways: everyStep(q, scope, departmentId), ...always };
    case 'near':
      return { ...always, ways: everyStep(q, scope, departmentId), where: shines('t', 'yellow', q.bind(today)) };
    case 'overdue':
      return {
        ways: everyStep(q, scope, departmentId),
        where: shines('t', 'red', q.bind(today)),
        until: lastRed(today),
      };
    case 'outlet': {
      const free = `(t.assignee IS NULL OR t.assignee = ${q.bind(scope.actorId)}::uuid)`;
      return { ways: [held(q, scope, `t.serving_on IS NOT NULL AND ${free}`)], ...always };
    }
    default:
      return list satisfies never;
  }
}

/** SQL: how many tasks a list has, as one number. */
export function countTasks(q: Query, { ways, where: asked, until }: OpenTasks): string {
  const range = `t.due_key <= ${q.bind(until)}::date AND ${asked}`;
  const arm = (where: string) => `SELECT count(*) AS n FROM case_task t WHERE ${where} AND ${range}`;
  return `SELECT coalesce(sum(n), 0)::bigint FROM (${lateral(ways, arm)}) s`;
}

/** Of a post held. */
function held(q: Query, scope: Scope, which: string): Way {
  const { from, where } = byRole(pairs(q, scope, 'held'), 't', 'role');
  return { from, where: `${where} AND ${which}` };
}

/** Approvals that are asked of a post held. */
function asked(q: Query, scope: Scope, which: string): Way {
  return held(q, scope, `t.origin <> 'step' AND ${which}`);
}

/** What the person holds, in a post that is held (or in use): without it nothing can be done there. */
function assigned(q: Query, scope: Scope): Way {
  return held(q, scope, `t.assignee = ${q.bind(scope.actorId)}::uuid`);
}

/** Roles stand in the index between department and date, so that a department is reached by each of its roles. */
function everyStep(q: Query, scope: Scope, departmentId: string | undefined): readonly Way[] {
  const ways =
    departmentId === undefined
      ? waysOf(scope, {
          departments: () => byRole(pairs(q, scope, 'every'), 't', 'role'),
          regions: () => byRegion(q, scope, 't'),
        })
      : [
          byRole(
            `(SELECT d.id, r.role FROM ${oneDepartment(q, scope, departmentId)} d, ${everyRole(q)} r (role))`,
            't',
            'role',
          ),
        ];
  return ways.map((way) => ({ ...way, where: `${way.where} AND ${ofOpenStep('t')}` }));
}
