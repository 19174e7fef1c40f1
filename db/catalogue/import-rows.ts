import type { CodeScheme } from '../../domain/catalogue/codes.ts';
import type { Cells, EntryFields, RowRemark } from '../../domain/catalogue/read-row.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { changedValues, columnList, manyRows, newValues } from './entry-sql.ts';

export type Outcome = 'new' | 'same' | 'changed' | 'wrong';

/** A row of an import as it is shown. */
export interface ImportRow {
  readonly line: number;
  readonly cells: Cells;
  readonly scheme: CodeScheme | '';
  readonly code: string;
  readonly fields: EntryFields;
  readonly faults: readonly RowRemark[];
  readonly remarks: readonly RowRemark[];
  readonly outcome: Outcome | null;
  readonly before: EntryFields | null;
  readonly taken: boolean;
}

/** Rows of an import after a line, in their order: all, of one outcome, or those with remarks. */
export async function importRows(
  db: Queryable,
  o: { id: string; only?: Outcome | 'remarked' | undefined; after: number; limit: number },
): Promise<ImportRow[]> {
  const text = `SELECT line, cells, scheme, code, fields, faults, remarks, outcome, before, taken FROM catalogue_import_row
    WHERE import_id = $1 AND line > $2 AND CASE $3 WHEN '' THEN true WHEN 'remarked' THEN remarks <> '[]' ELSE outcome = $3 END
    ORDER BY line LIMIT $4`;
  return run<ImportRow>(db, { name: 'import-row-page', text }, [o.id, o.after, o.only ?? '', o.limit]);
}

/** An entry that somebody else changed since the list was compared with it stays as it is. */
const moved = `jsonb_build_array(jsonb_build_object('column', 'code', 'why',
  jsonb_build_object('zh', '检查之后该事项已被他人修改，请重新导入', 'en', 'the entry was changed since the list was checked')))`;

const take = `WITH batch AS (SELECT r.*, i.kind FROM catalogue_import_row r JOIN catalogue_import i ON i.id = r.import_id
    WHERE r.import_id = $1 AND r.outcome IN ('new', 'changed') AND NOT r.taken ORDER BY r.line LIMIT $2),
  added AS (INSERT INTO catalogue_entry (kind, scheme, code, changed_at, changed_by, ${columnList})
    SELECT b.kind, b.scheme, b.code, $3, $4, ${newValues('b.fields')} FROM batch b WHERE b.outcome = 'new'
    ON CONFLICT (kind, scheme, code) DO NOTHING RETURNING scheme, code),
  changed AS (UPDATE catalogue_entry e SET ${changedValues('e', 'b.fields')}, revision = e.revision + 1, changed_at = $3, changed_by = $4
    FROM batch b WHERE b.outcome = 'changed' AND e.kind = b.kind AND e.scheme = b.scheme AND e.code = b.code AND e.revision = b.seen
    RETURNING e.scheme, e.code),
  done AS (SELECT * FROM added UNION ALL SELECT * FROM changed)
  UPDATE catalogue_import_row r SET taken = d.code IS NOT NULL, outcome = CASE WHEN d.code IS NULL THEN 'wrong' ELSE r.outcome END,
    faults = CASE WHEN d.code IS NULL THEN ${moved} ELSE r.faults END
  FROM batch b LEFT JOIN done d ON d.scheme = b.scheme AND d.code = b.code
  WHERE r.import_id = $1 AND r.line = b.line`;

const next = `UPDATE catalogue_import i SET state = CASE WHEN EXISTS (SELECT FROM catalogue_import_row r
    WHERE r.import_id = i.id AND r.outcome IN ('new', 'changed') AND NOT r.taken) THEN 'running' ELSE 'done' END
  WHERE i.id = $1`;

const toTake = `SELECT state FROM catalogue_import WHERE id = $1 AND state IN ('checked', 'running') FOR UPDATE`;

/**
 * Takes the next rows of a checked import into the catalogue, and says so beside each; give it a transaction, so that both are there or none:
 * whoever goes on after a crash goes on with the rest. @returns how it stood before; null: nothing is to be taken
 */
export async function takeRows(
  db: Queryable,
  o: { id: string; by: string; now: number; most: number },
): Promise<'checked' | 'running' | null> {
  const [held] = await run<{ state: 'checked' | 'running' }>(db, { name: 'import-hold', text: toTake }, [o.id]);
  if (held === undefined) return null;
  await db.query(manyRows);
  await run(db, { name: 'import-take', text: take }, [o.id, o.most, new Date(o.now), o.by]);
  await run(db, { name: 'import-next', text: next }, [o.id]);
  return held.state;
}
