import { v7 as newId } from 'uuid';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** The filter of a list under the name that its owner gave it. */
export interface ListView {
  readonly id: string;
  readonly title: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A person keeps so many of one list: more are found no faster than by filtering anew. */
export const mostViews = 12;

/** The saved views of a person for a list, the oldest first. */
export async function listViews(db: Queryable, o: { userId: string; list: string }): Promise<ListView[]> {
  const text = 'SELECT id, title, query FROM list_view WHERE user_id = $1 AND list = $2 ORDER BY id';
  return run<ListView>(db, { name: 'list-view-list', text }, [o.userId, o.list]);
}

/** Keeps a view of a person. Codes: view-title-taken, too-many-views. Two at once may pass the limit by one, which harms nobody. */
export async function keepView(
  db: Queryable,
  o: { userId: string; list: string } & Omit<ListView, 'id'>,
): Promise<ListView | Refusal<'view-title-taken' | 'too-many-views'>> {
  const { userId, list, title, query } = o;
  const text = `INSERT INTO list_view (id, user_id, list, title, query) SELECT $1, $2, $3, $4, $5::jsonb
    WHERE (SELECT count(*) FROM list_view WHERE user_id = $2 AND list = $3) < ${mostViews}
    ON CONFLICT DO NOTHING RETURNING id, title, query`;
  const values = [newId(), userId, list, title, JSON.stringify(query)];
  const [kept] = await run<ListView>(db, { name: 'list-view-insert', text }, values);
  if (kept !== undefined) return kept;
  const own = await listViews(db, { userId, list });
  return own.some((one) => one.title === title)
    ? titleTaken(title)
    : refuse('too-many-views', `expected fewer than ${mostViews} views of the list, but there are ${own.length}`);
}

/** Gives a view of a person another name. Codes: not-found, view-title-taken. */
export async function renameView(
  db: Queryable,
  o: { userId: string; id: string; title: string },
): Promise<null | Refusal<'not-found' | 'view-title-taken'>> {
  const own =
    'SELECT 1 FROM list_view v WHERE v.user_id = l.user_id AND v.list = l.list AND v.title = $3 AND v.id <> l.id';
  const text = `UPDATE list_view l SET title = $3 WHERE l.id = $1 AND l.user_id = $2 AND NOT EXISTS (${own}) RETURNING l.id`;
  const renamed = await run(db, { name: 'list-view-rename', text }, [o.id, o.userId, o.title]);
  if (renamed.length === 1) return null;
  const there = { name: 'list-view-find', text: 'SELECT id FROM list_view WHERE id = $1 AND user_id = $2' };
  return (await run(db, there, [o.id, o.userId])).length === 0 ? noSuchView() : titleTaken(o.title);
}

/** Forgets a view of a person. Code: not-found. */
export async function dropView(db: Queryable, o: { userId: string; id: string }): Promise<null | Refusal<'not-found'>> {
  const text = 'DELETE FROM list_view WHERE id = $1 AND user_id = $2 RETURNING id';
  const dropped = await run(db, { name: 'list-view-delete', text }, [o.id, o.userId]);
  return dropped.length === 1 ? null : noSuchView();
}

function titleTaken(title: string): Refusal<'view-title-taken'> {
  return refuse('view-title-taken', `expected a new name for the view, but there is one called ${title}`);
}

function noSuchView(): Refusal<'not-found'> {
  return refuse('not-found', 'expected a view of this person, but found none');
}
