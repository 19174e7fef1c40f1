import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { readCursor, writeCursor } from '../views/cursor.ts';
import type { BadCursor, Page } from '../views/query.ts';

/** A service item in a list. `published` is the version that new cases pin; null: nothing can be filed yet. `publishedAt` in epoch ms. */
export interface ItemRow {
  readonly code: string;
  readonly basicCode: string;
  readonly name: string;
  readonly type: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly regionCode: string;
  /** Counts edits, for ETag and If-Match. */
  readonly revision: number;
  readonly published: { readonly version: number; readonly sha256: string; readonly publishedAt: number } | null;
  /** Versions above the published one: drafts, and checked ones that wait for a second person. */
  readonly drafts: number;
}

/** A service item with its guide elements (办事指南). */
export interface Item extends ItemRow {
  readonly guide: Readonly<Record<string, unknown>>;
}

/** What the seed writes. */
export interface NewItem {
  readonly code: string;
  readonly basicCode: string;
  readonly name: string;
  readonly type: string;
  readonly departmentId: string;
  readonly guide: Readonly<Record<string, unknown>>;
}

const columns = `i.code, i.basic_code AS "basicCode", i.name, i.type, i.department_id AS "departmentId",
  d.name AS "departmentName", d.region_code AS "regionCode", i.revision,
  (SELECT json_build_object('version', f.version, 'sha256', f.sha256, 'publishedAt', (extract(epoch FROM f.published_at) * 1000)::bigint)
    FROM flow_version f WHERE f.item_code = i.code AND f.status = 'published' ORDER BY f.version DESC LIMIT 1) AS published,
  (SELECT count(*) FROM flow_version f WHERE f.item_code = i.code AND f.status <> 'published' AND f.version > coalesce((SELECT max(p.version)
    FROM flow_version p WHERE p.item_code = i.code AND p.status = 'published'), 0))::int AS drafts`;

/** Items in the order of their codes: all, or those of one department. They are those that are handled here: no pages. */
export async function listItems(db: Queryable, o: { departmentId?: string | undefined } = {}): Promise<ItemRow[]> {
  const text = `SELECT ${columns} FROM item i JOIN department d ON d.id = i.department_id
    WHERE ($1::text IS NULL OR i.department_id = $1) ORDER BY i.code`;
  return run<ItemRow>(db, { name: 'item-list', text }, [o.departmentId ?? null]);
}

/** An item in the public list: one that can be applied for. */
export type GuideRow = Pick<ItemRow, 'code' | 'name' | 'type' | 'departmentId' | 'departmentName'>;

const inForce = `EXISTS (SELECT FROM flow_version f WHERE f.item_code = i.code AND f.status = 'published')`;

/** A page of what can be applied for, in the order of the codes: all, of one department, with every word in name, code or department. Code: bad-cursor. */
export async function listGuides(
  db: Queryable,
  o: { departmentId?: string | undefined; words: readonly string[]; limit: number; cursor?: string | undefined },
): Promise<Page<GuideRow> | BadCursor> {
  const after = o.cursor === undefined ? [''] : readCursor('guides', o.cursor, ['id']);
  if (isRefusal<'bad-cursor'>(after)) return after;
  const text = `SELECT i.code, i.name, i.type, i.department_id AS "departmentId", d.name AS "departmentName"
    FROM item i JOIN department d ON d.id = i.department_id
    WHERE i.code > $3 AND ($1::text IS NULL OR i.department_id = $1)
      AND NOT EXISTS (SELECT 1 FROM unnest($2::text[]) w WHERE strpos(lower(concat_ws(' ', i.name, i.code, d.name)), lower(w)) = 0)
      AND ${inForce} ORDER BY i.code LIMIT $4`;
  const values = [o.departmentId ?? null, o.words, after[0] ?? '', o.limit + 1];
  const rows = await run<GuideRow>(db, { name: 'guide-list', text }, values);
  const items = rows.slice(0, o.limit);
  const last = rows.length > o.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : writeCursor('guides', [last.code]) };
}

/** The departments that have something to apply for, in the order of region and id. */
export async function guideDepartments(db: Queryable): Promise<{ id: string; name: string }[]> {
  const text = `SELECT d.id, d.name FROM department d
    WHERE EXISTS (SELECT FROM item i WHERE i.department_id = d.id AND ${inForce}) ORDER BY d.region_code, d.id`;
  return run(db, { name: 'guide-departments', text }, []);
}

/** One item with its guide; null when there is none. */
export async function item(db: Queryable, code: string): Promise<Item | null> {
  const text = `SELECT ${columns}, i.guide FROM item i JOIN department d ON d.id = i.department_id WHERE i.code = $1`;
  const [found] = await run<Item>(db, { name: 'item-one', text }, [code]);
  return found ?? null;
}

/** Writes an item that is new; one that is there keeps its guide, which people may have edited (seed). True when it was new. */
export async function addItem(db: Queryable, o: NewItem): Promise<boolean> {
  const text = `INSERT INTO item (code, basic_code, name, type, department_id, guide) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (code) DO NOTHING RETURNING code`;
  const values = [o.code, o.basicCode, o.name, o.type, o.departmentId, JSON.stringify(o.guide)];
  return (await run(db, { name: 'item-insert', text }, values)).length === 1;
}

/**
 * Replaces the guide when nobody has edited it since `expectedRevision`.
 * @returns the new revision; codes: not-found, stale-revision
 */
export async function editGuide(
  db: Queryable,
  o: { code: string; guide: Readonly<Record<string, unknown>>; expectedRevision: number },
): Promise<{ revision: number } | Refusal<'not-found' | 'stale-revision'>> {
  const text =
    'UPDATE item SET guide = $2, revision = revision + 1 WHERE code = $1 AND revision = $3 RETURNING revision';
  const values = [o.code, JSON.stringify(o.guide), o.expectedRevision];
  const [done] = await run<{ revision: number }>(db, { name: 'item-guide', text }, values);
  if (done !== undefined) return done;
  const found = await item(db, o.code);
  if (found === null) return refuse('not-found', `expected an item, but none has the code ${o.code}`);
  return refuse('stale-revision', `expected revision ${found.revision}, but the edit was of ${o.expectedRevision}`);
}
