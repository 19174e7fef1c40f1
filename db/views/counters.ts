import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { finishedBy } from './finished.ts';
import { countTasks, openLists, openTasks } from './open-tasks.ts';
import { newQuery, rowsOf } from './query.ts';
import { scopeOf } from './scope.ts';
import type { List } from './worklist.ts';

/** How many rows each worklist of the person has: the same conditions as the lists, in one statement. */
export async function counters(
  db: Queryable,
  o: { actor: Actor; today: CivilDate },
): Promise<Readonly<Record<List, number>>> {
  const scope = scopeOf(o.actor);
  const q = newQuery();
  const open = openLists.map((list) => `(${countTasks(q, openTasks(q, list, { ...o, scope }))}) AS "${list}"`);
  const finished = `(SELECT count(*) FROM case_step s WHERE ${finishedBy(q, scope)}) AS finished`;
  const [row] = await rowsOf<Record<List, number>>(db, `SELECT ${[...open, finished].join(', ')}`, q);
  if (row === undefined) throw new Error('expected one row of counters, but got none');
  return row;
}
