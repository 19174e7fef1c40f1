import { v7 as newId } from 'uuid';
import type { Cells, ReadRow } from '../../domain/catalogue/read-row.ts';
import type { CatalogueKind } from '../../domain/catalogue/words.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { fieldsOf, manyRows } from './entry-sql.ts';

/** A list that is being brought, with how many of its rows became what. `madeAt` in epoch ms. */
export interface CatalogueImport {
  readonly id: string;
  readonly kind: CatalogueKind;
  readonly fileName: string;
  readonly state: 'receiving' | 'checked' | 'running' | 'done';
  readonly madeAt: number;
  readonly rows: number;
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly wrong: number;
  readonly remarked: number;
  readonly taken: number;
}

/** A row of it as it was read. */
export type ImportedRow = ReadRow & { readonly line: number; readonly cells: Cells };

const count = (where: string) => `count(*) FILTER (WHERE ${where})::int`;
const columns = `i.id, i.kind, i.file_name AS "fileName", i.state, (extract(epoch FROM i.made_at) * 1000)::bigint AS "madeAt", r.*`;
const counts = `LATERAL (SELECT count(*)::int AS rows, ${count(`outcome = 'new'`)} AS new, ${count(`outcome = 'same'`)} AS same,
    ${count(`outcome = 'changed'`)} AS changed, ${count(`outcome = 'wrong'`)} AS wrong,
    ${count(`remarks <> '[]'`)} AS remarked, ${count('taken')} AS taken
  FROM catalogue_import_row WHERE import_id = i.id) r`;

/** Begins an import; what the same person began and never finished receiving is thrown away. @returns its id */
export async function startImport(
  db: Queryable,
  o: { kind: CatalogueKind; fileName: string; by: string; now: number },
): Promise<string> {
  const left = `DELETE FROM catalogue_import WHERE made_by = $1 AND state = 'receiving'`;
  await run(db, { name: 'import-left', text: left }, [o.by]);
  const id = newId();
  const text = `INSERT INTO catalogue_import (id, kind, file_name, state, made_by, made_at) VALUES ($1, $2, $3, 'receiving', $4, $5)`;
  await run(db, { name: 'import-start', text }, [id, o.kind, o.fileName, o.by, new Date(o.now)]);
  return id;
}

/** Keeps rows of an import that is receiving; a row that comes again stands as it came last. */
export async function addRows(db: Queryable, id: string, rows: readonly ImportedRow[]): Promise<void> {
  const text = `INSERT INTO catalogue_import_row (import_id, line, cells, scheme, code, fields, faults, remarks)
    SELECT $1, r.line, r.cells, coalesce(r.scheme, ''), r.code, r.fields, r.faults, r.remarks
    FROM jsonb_to_recordset($2::jsonb) AS r (line int, cells jsonb, scheme text, code text, fields jsonb, faults jsonb, remarks jsonb)
    ON CONFLICT (import_id, line) DO UPDATE SET cells = excluded.cells, scheme = excluded.scheme, code = excluded.code,
      fields = excluded.fields, faults = excluded.faults, remarks = excluded.remarks`;
  await run(db, { name: 'import-rows', text }, [id, JSON.stringify(rows)]);
}

/** Every later row with a code that an earlier one of the list has. */
const twice = `UPDATE catalogue_import_row r SET faults = r.faults || jsonb_build_array(jsonb_build_object('column', 'code',
    'why', jsonb_build_object('zh', '编码与第 ' || d.first || ' 行重复', 'en', 'line ' || d.first || ' has the same code')))
  FROM (SELECT line, min(line) OVER (PARTITION BY scheme, code) AS first FROM catalogue_import_row
    WHERE import_id = $1 AND scheme <> '') d
  WHERE r.import_id = $1 AND r.line = d.line AND d.first < d.line`;

/** Two entries of one department under one name: they may be, and are mostly one (domain.md 3.6). */
const sameName = `UPDATE catalogue_import_row r SET remarks = r.remarks || jsonb_build_array(jsonb_build_object('column', 'name',
    'why', jsonb_build_object('zh', '本部门第 ' || d.first || ' 行有同名事项', 'en', 'line ' || d.first || ' has the same name')))
  FROM (SELECT line, min(line) OVER (PARTITION BY fields ->> 'department', fields ->> 'region', fields ->> 'name') AS first
    FROM catalogue_import_row WHERE import_id = $1 AND faults = '[]') d
  WHERE r.import_id = $1 AND r.line = d.line AND d.first < d.line`;

/** Each row beside the entry that there is: it says nothing else, or changes some of it. */
const compare = `UPDATE catalogue_import_row r SET seen = coalesce(e.revision, 0),
    outcome = CASE WHEN r.faults <> '[]' THEN 'wrong' WHEN e.code IS NULL THEN 'new'
      WHEN ${fieldsOf('e')} @> r.fields THEN 'same' ELSE 'changed' END,
    before = CASE WHEN e.code IS NULL OR r.faults <> '[]' THEN NULL ELSE (SELECT jsonb_object_agg(f.key, f.value)
      FROM jsonb_each(${fieldsOf('e')}) f WHERE r.fields ? f.key AND r.fields -> f.key <> f.value) END
  FROM catalogue_import_row o JOIN catalogue_import i ON i.id = o.import_id
    LEFT JOIN catalogue_entry e ON e.kind = i.kind AND e.scheme = o.scheme AND e.code = o.code
  WHERE o.import_id = $1 AND r.import_id = $1 AND r.line = o.line`;

/** Looks at an import as a whole, once all its rows are there; give it a transaction. False: it was not receiving. */
export async function checkImport(db: Queryable, id: string): Promise<boolean> {
  const begun = `UPDATE catalogue_import SET state = 'checked' WHERE id = $1 AND state = 'receiving' RETURNING id`;
  const found = await run(db, { name: 'import-check', text: begun }, [id]);
  if (found.length === 0) return false;
  await db.query(manyRows);
  await run(db, { name: 'import-twice', text: twice }, [id]);
  await run(db, { name: 'import-same-name', text: sameName }, [id]);
  await run(db, { name: 'import-compare', text: compare }, [id]);
  return true;
}

/** An import of a person; null when that person made none such. */
export async function importOf(db: Queryable, o: { id: string; by: string }): Promise<CatalogueImport | null> {
  const text = `SELECT ${columns} FROM catalogue_import i CROSS JOIN ${counts} WHERE i.id = $1 AND i.made_by = $2`;
  const [found] = await run<CatalogueImport>(db, { name: 'import-one', text }, [o.id, o.by]);
  return found ?? null;
}

/** The latest imports of a person that are checked, newest first. */
export async function importsOf(db: Queryable, by: string): Promise<CatalogueImport[]> {
  const text = `SELECT ${columns} FROM (SELECT * FROM catalogue_import WHERE made_by = $1 AND state <> 'receiving'
    ORDER BY made_at DESC LIMIT 10) i CROSS JOIN ${counts} ORDER BY i.made_at DESC`;
  return run<CatalogueImport>(db, { name: 'import-mine', text }, [by]);
}

/** Throws away imports that were begun before an instant (epoch ms): what they brought stays. */
export async function sweepImports(db: Queryable, before: number): Promise<void> {
  const text = 'DELETE FROM catalogue_import WHERE made_at < $1';
  await run(db, { name: 'import-sweep', text }, [new Date(before)]);
}
