import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { filtered } from './filters.ts';
import type { Filters } from './filters.ts';
import { finishedSteps } from './finished.ts';
import { readPage } from './list.ts';
import { openTasks } from './open-tasks.ts';
import type { OpenList } from './open-tasks.ts';
import { newQuery } from './query.ts';
import type { BadCursor, Page } from './query.ts';
import { scopeOf } from './scope.ts';
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
}

/**
 * A page of a worklist of the person: open tasks by due date, the stopped last; `finished`: steps the person finished, newest
 * first. Only what is in the person's scope. Code: bad-cursor.
 */
export async function worklist(db: Queryable, o: WorklistRequest): Promise<Page<WorkRow> | BadCursor> {
  if (o.list === 'finished') return finishedSteps(db, o);
  const q = newQuery();
  const { ways, where, until } = openTasks(q, o.list, { ...o, scope: scopeOf(o.actor) });
  const narrow = filtered(q, 't', o.filters);
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
        { column: 't.due_key', is: 'day' },
        { column: 't.case_id', is: 'uuid' },
        { column: 't.task_id', is: 'id' },
      ],
      order: 'ASC',
      columns: workColumns,
      joins: taskJoins,
    },
    o,
  );
}
