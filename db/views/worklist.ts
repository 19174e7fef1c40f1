import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { filtered, received } from './filters.ts';
import type { Filters } from './filters.ts';
import { finishedSteps } from './finished.ts';
import { readPage } from './list.ts';
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
  /** Absent: by due date. `received`: what came in last stands first, as always where days of receipt are asked for. */
  readonly sort?: 'received' | undefined;
}

/**
 * A page of a worklist of the person: open tasks by due date, the stopped last; `finished`: steps the person finished, newest
 * first. Only what is in the person's scope. Code: bad-cursor.
 */
export async function worklist(db: Queryable, o: WorklistRequest): Promise<Page<WorkRow> | BadCursor> {
  if (o.list === 'finished') return finishedSteps(db, o);
  const q = newQuery();
  const scope = scopeOf(o.actor);
  const { departmentId, light, matter, ...filters } = o.filters ?? {};
  const { ways, where, until } = openTasks(q, o.list, { scope, today: o.today, departmentId, light, matter });
  if (isByReceipt(o)) return tasksByReceipt(db, { ...o, filters }, { q, scope, ways, where, until });
  const narrow = filtered(q, scope, 't', filters);
  return readPage<WorkRow>(
    db,
    q,
    {
      name: o.list,
      from: 'case_task t',
      where: `t.due_key <= ${q.bind(until)}::date AND ${where}${narrow}`,
      // A filter is the narrowest way in: it leads, and the scope is checked on what it finds.
      ways: narrow === '' ? ways : [{ where: reached(ways) }],
      keys: [
        // What waits longest at the outlet stands first there.
        { column: o.list === 'outlet' ? 't.serving_on' : 't.due_key', is: 'day' },
        { column: 't.case_id', is: 'uuid' },
        { column: 't.task_id', is: 'id' },
      ],
      order: 'ASC',
      columns: workColumns,
      joins: taskJoins(q.bind(o.today)),
    },
    o,
  );
}

function isByReceipt({ sort, filters = {} }: WorklistRequest): boolean {
  return sort === 'received' || filters.receivedFrom !== undefined || filters.receivedTo !== undefined;
}

/**
 * A page of open tasks by the day of receipt of their cases, which leads to them where a region is watched. Elsewhere the tasks of a post lead:
 * were the region told there too, PostgreSQL would begin with all cases of it.
 */
async function tasksByReceipt(
  db: Queryable,
  o: WorklistRequest,
  { q, scope, ways, where, until }: { q: Query; scope: Scope } & OpenTasks,
): Promise<Page<WorkRow> | BadCursor> {
  const { receivedFrom: _from, receivedTo: _to, ...others } = o.filters ?? {};
  const due = `t.due_key <= ${q.bind(until)}::date AND ${where}`;
  return readPage<WorkRow>(
    db,
    q,
    {
      name: `${o.list} received`,
      from: 'case_row c JOIN case_task t ON t.case_id = c.case_id',
      where: `${received(q, 'c', o.filters ?? {})} AND ${due}${filtered(q, scope, 't', others)}`,
      ways: ways.map((way) =>
        way.isRegional === true ? { ...way, where: `${way.where} AND c.region_code = t.region_code` } : way,
      ),
      keys: [
        { column: 'c.received_on', is: 'day' },
        { column: 'c.case_id', is: 'uuid' },
        { column: 't.task_id', is: 'id' },
      ],
      order: 'DESC',
      columns: workColumns,
      joins: taskJoins(q.bind(o.today)),
    },
    o,
  );
}
