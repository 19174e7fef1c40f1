import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** A content as its row says it. */
export interface BlobRow {
  readonly sha256: string;
  readonly size: number;
}

const page = {
  name: 'check-blobs',
  text: 'SELECT sha256, size FROM blob WHERE sha256 > $1 ORDER BY sha256 LIMIT 1000',
};

/** Every content that the tables know, a thousand at a time. */
export async function* allBlobs(db: Queryable): AsyncGenerator<BlobRow> {
  for (let after = ''; ;) {
    const rows = await run<{ sha256: string; size: number }>(db, page, [after]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

const first = { name: 'check-first-blob', text: 'SELECT sha256, size FROM blob ORDER BY sha256 LIMIT 1' };

/** One content that the tables know, always the same; null: they know none. */
export async function anyBlob(db: Queryable): Promise<BlobRow | null> {
  const [found] = await run<BlobRow>(db, first, []);
  return found ?? null;
}

const strays = {
  name: 'check-strays',
  text: `SELECT f.file_id AS "fileId" FROM case_file f WHERE NOT EXISTS (SELECT 1 FROM case_row c WHERE c.case_id = f.case_id)
    AND NOT EXISTS (SELECT 1 FROM online_draft d WHERE d.case_id = f.case_id)`,
};

/** Files of cases that are not there. */
export async function filesWithoutCase(db: Queryable): Promise<string[]> {
  return (await run<{ fileId: string }>(db, strays, [])).map(({ fileId }) => fileId);
}

const told = {
  name: 'check-facts',
  text: `SELECT e.case_id AS "caseId", m->>'id' AS "materialId", e.seq > 1 AS "wasHere", EXISTS (SELECT 1 FROM case_file f
      WHERE f.case_id = e.case_id AND f.sha256 = m->>'sha256') AS "hasFile"
    FROM case_event e CROSS JOIN LATERAL jsonb_array_elements(coalesce(e.body->'files', e.body->'filing'->'materials')) m
    WHERE (e.seq = 1 OR e.body ? 'files') AND m->>'sha256' IS NOT NULL`,
};

/** A digest that a fact told of a material, and whether the case has a file with it. */
export interface ToldDigest {
  readonly caseId: string;
  readonly materialId: string;
  readonly hasFile: boolean;
  /** Told of a file that was here; what a filing says of a file a department may keep elsewhere. */
  readonly wasHere: boolean;
}

/** The digests that facts told of materials. */
export async function digestsInFacts(db: Queryable): Promise<readonly ToldDigest[]> {
  return run<ToldDigest>(db, told, []);
}
