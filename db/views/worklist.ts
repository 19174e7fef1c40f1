import type { TaskSort, TimeSort } from '../../domain/words/sorts.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { filtered, received } from './filters.ts';
import type { Filters } from './filters.ts';
import { finishedSteps } from './finished.ts';
import { readPage } from './list.ts';
import type { Key, List as TaskList } from './list.ts';
import { openTasks } from './open-tasks.ts';
import type { OpenList, OpenTasks } from './open-tasks.ts';
import { newQuery } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { reached } from './ways.ts';
import { taskJoins, workColumns } from './work-row.ts';
import type { WorkRow } from './work-row.ts';

export type List = OpenList | 'finished';

export interface WorklistRequest {
  readonly actor: Actor;
  readonly list: List;
  readonly today: CivilDate;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters?: Filters | undefined;
  /** Absent: by due date; what came in last first where days of receipt are asked for. Of an order that the list has not, nothing follows. */
  readonly sort?: TaskSort | TimeSort | undefined;
}

/** What stands first of tasks by themselves: what is due, and at the outlet what waits longest. */
const ofTasks = {
  waiting: { key: { column: 't.serving_on', is: 'day' }, order: 'ASC' },
  due: { key: { column: 't.due_key', is: 'day' }, order: 'ASC' },
  dueLast: { key: { column: 't.due_key', is: 'day' }, order: 'DESC' },
} as const satisfies Readonly<Record<string, Order>>;

/** And by their cases. */
const ofCases = {
  received: { key: { column: 'c.received_on', is: 'day' }, order: 'DESC' },
  receivedFirst: { key: { column: 'c.received_on', is: 'day' }, order: 'ASC' },
  caseNo: { key: { column: 'c.number', is: 'number' }, order: 'ASC' },
  caseNoLast: { key: { column: 'c.number', is: 'number' }, order: 'DESC' },
} as const satisfies Readonly<Record<string, Order>>;

interface Order {
  readonly key: Key;
  readonly order: TaskList['order'];
}

/**
 * A page of a worklist of the person: open tasks by due date, the stopped last, or as `sort` says; `finished`: steps the person finished,
 * newest first. Only what is in the person's scope. Code: bad-cursor.
 */
export async function worklist(db: Queryable, o: WorklistRequest): Promise<Page<WorkRow> | BadCursor> {
  if (o.list === 'finished') return finishedSteps(db, { ...o, sort: o.sort === 'oldest' ? o.sort : undefined });
  const q = newQuery();
  const scope = scopeOf(o.actor);
  const { departmentId, light, matter, ...filters } = o.filters ?? {};
  const { ways, where, until } = openTasks(q, o.list, { scope, today: o.today, departmentId, light, matter });
  const due = `t.due_key <= ${q.bind(until)}::date AND ${where}`;
  const sort = sortOf(o);
  const found = isOfCases(sort)
    ? tasksByCase(q, { scope, filters, ways, due, isByNumber: ofCases[sort].key.is === 'number' })
    : tasksByDue(q, { scope, filters, ways, due });
  const { key, order } = isOfCases(sort) ? ofCases[sort] : ofTasks[sort];
  const list: TaskList = {
    ...found,
    name: sort === 'due' || sort === 'waiting' ? o.list : `${o.list} ${sort}`,
    keys: [key, { column: `${isOfCases(sort) ? 'c' : 't'}.case_id`, is: 'uuid' }, { column: 't.task_id', is: 'id' }],
    order,
    columns: workColumns,
    joins: taskJoins(q.bind(o.today)),
  };
  return readPage<WorkRow>(db, q, list, o);
}

/** How the list is sorted: as it is asked where it has that order; days of receipt alone ask for the newest first. */
function sortOf({ list, sort, filters = {} }: WorklistRequest): keyof typeof ofTasks | keyof typeof ofCases {
  if (sort !== undefined && isOfCases(sort)) return sort;
  if (filters.receivedFrom !== undefined || filters.receivedTo !== undefined) return 'received';
  if (list === 'outlet') return 'waiting';
  return sort === 'dueLast' ? sort : 'due';
}

function isOfCases(sort: string): sort is keyof typeof ofCases {
  return sort in ofCases;
}

interface Sought extends Pick<OpenTasks, 'ways'> {
  readonly scope: Scope;
  readonly filters: Filters;
  /** SQL: the tasks of the list. */
  readonly due: string;
}

function tasksByDue(q: Query, { scope, filters, ways, due }: Sought): Pick<TaskList, 'from' | 'where' | 'ways'> {
  const narrow = filtered(q, scope, 't', filters);
  return {
    from: 'case_task t',
    where: `${due}${narrow}`,
    // A filter is the narrowest way in: it leads, and the scope is checked on what it finds.
    ways: narrow === '' ? ways : [{ where: reached(ways) }],
  };
}

/** The cases that tasks are sorted by. Their numbers are compared by their signs, as the index of a region has them. */
const cases = `(SELECT case_id, region_code, received_on, status, case_no COLLATE "C" AS number FROM case_row) c`;

/**
 * Open tasks in an order of their cases, which lead to them where a region is watched. Elsewhere the tasks of a post lead: were the region
 * told there too, PostgreSQL would begin with all cases of it.
 */
function tasksByCase(
  q: Query,
  { scope, filters, ways, due, isByNumber }: Sought & { readonly isByNumber: boolean },
): Pick<TaskList, 'from' | 'where' | 'ways'> {
  const { receivedFrom, receivedTo, ...others } = filters;
  // Of all days PostgreSQL would believe that they are few, and gather the cases by them instead of by their numbers.
  const isOfAllDays = receivedFrom === undefined && receivedTo === undefined;
  const days = isByNumber && isOfAllDays ? 'true' : received(q, 'c', filters);
  // A task is of its case's region. Told of both, PostgreSQL takes the two for chance, and what is left for fewer rows than a page.
  // The index of a region holds open cases only; what waits in a case that is over (a revocation) is of a post.
  const region = `${isByNumber ? '' : 't.region_code = r.code AND '}c.region_code = r.code AND c.status = 'open'`;
  return {
    from: `${cases} JOIN case_task t ON t.case_id = c.case_id`,
    where: `${days} AND ${due}${filtered(q, scope, 't', others)}`,
    ways: ways.map((way) => (way.region === undefined ? way : { ...way, region })),
  };
}
