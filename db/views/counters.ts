import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { matters } from '../../domain/words/matters.ts';
import type { Matter } from '../../domain/words/matters.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { finishedBy } from './finished.ts';
import { countTasks, openLists, openTasks } from './open-tasks.ts';
import { newQuery, rowsOf } from './query.ts';
import { scopeOf } from './scope.ts';
import type { List } from './worklist.ts';

/** Rows of each list; of those of the departments and regions, how many wait for the window with a matter. */
export type Counters = Readonly<Record<List | Matter, number>>;

const matterNames = Object.keys(matters) as readonly Matter[];

/** How many rows each worklist of the person has: the same conditions as the lists, in one statement. */
export async function counters(db: Queryable, o: { actor: Actor; today: CivilDate }): Promise<Counters> {
  const scope = scopeOf(o.actor);
  const q = newQuery();
  const { today } = o;
  const open = openLists.map((list) => `(${countTasks(q, openTasks(q, list, { today, scope }))}) AS "${list}"`);
  const ofMatter = matterNames.map(
    (matter) => `(${countTasks(q, openTasks(q, 'department', { today, scope, matter }))}) AS "${matter}"`,
  );
  const finished = `(SELECT count(*) FROM case_step s WHERE ${finishedBy(q, scope)}) AS finished`;
  const [row] = await rowsOf<Record<keyof Counters, number>>(
    db,
    `SELECT ${[...open, ...ofMatter, finished].join(', ')}`,
    q,
  );
  if (row === undefined) throw new Error('expected one row of counters, but got none');
  return row;
}
