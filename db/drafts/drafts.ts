import { inTransaction, run } from '../client.ts';
import type { Db, Queryable } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { ms } from '../views/query.ts';

/** A draft as its row says it; instants in epoch ms. `content`: as it was typed, empty once it is filed. */
export interface Draft {
  readonly draftId: string;
  readonly caseId: string;
  readonly itemCode: string;
  readonly definition: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly state: 'open' | 'filed';
  readonly revision: number;
  readonly savedAt: number;
}

/** A file that a draft holds. */
export interface DraftFile {
  readonly fileId: string;
  readonly materialId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly keptAt: number;
}

/** A draft is kept for so long after it was last saved. */
export const keptMs = 30 * 86_400_000;

const columns = `draft_id AS "draftId", case_id AS "caseId", item_code AS "itemCode", definition, content, state, revision,
  ${ms('saved_at')} AS "savedAt"`;

/** Begins an empty draft. `at` in epoch ms. */
export async function beginDraft(
  db: Queryable,
  o: Pick<Draft, 'draftId' | 'caseId' | 'itemCode' | 'definition'> & { at: number },
): Promise<void> {
  const text = `INSERT INTO online_draft (draft_id, case_id, item_code, definition, content, state, begun_at, saved_at)
    VALUES ($1, $2, $3, $4, '{}', 'open', $5, $5)`;
  const values = [o.draftId, o.caseId, o.itemCode, o.definition, new Date(o.at)];
  await run(db, { name: 'draft-begin', text }, values);
}

/** A draft that is still kept at `now` (epoch ms), or null. */
export async function readDraft(db: Queryable, draftId: string, now: number): Promise<Draft | null> {
  const text = `SELECT ${columns} FROM online_draft WHERE draft_id = $1 AND saved_at > $2`;
  const [found] = await run<Draft>(db, { name: 'draft-read', text }, [draftId, new Date(now - keptMs)]);
  return found ?? null;
}

/** The files that a draft holds, in the order in which they came. */
export async function filesOfDraft(db: Queryable, caseId: string): Promise<DraftFile[]> {
  const text = `SELECT file_id AS "fileId", material_id AS "materialId", name, size, sha256, ${ms('kept_at')} AS "keptAt"
    FROM case_file WHERE case_id = $1 AND state = 'drafted' ORDER BY kept_at, file_id`;
  return run<DraftFile>(db, { name: 'draft-files', text }, [caseId]);
}

/** Saves what was typed over the revision that was read. Refusals `stale-revision`, `draft-filed`. @returns the new revision */
export async function saveDraftContent(
  db: Queryable,
  o: Pick<Draft, 'draftId' | 'definition' | 'content' | 'revision'> & { at: number },
): Promise<number | Refusal<'stale-revision' | 'draft-filed'>> {
  const text = `UPDATE online_draft SET content = $3, definition = $4, saved_at = $5, revision = revision + 1
    WHERE draft_id = $1 AND revision = $2 AND state = 'open' RETURNING revision`;
  const values = [o.draftId, o.revision, JSON.stringify(o.content), o.definition, new Date(o.at)];
  const [saved] = await run<{ revision: number }>(db, { name: 'draft-save', text }, values);
  if (saved !== undefined) return saved.revision;
  const now = await readDraft(db, o.draftId, o.at);
  if (now?.state === 'filed') return refuse('draft-filed', 'expected a draft that is open, but it was filed');
  return refuse('stale-revision', `expected revision ${now?.revision ?? 'of a draft'}, but got ${o.revision}`);
}

/** Whether a draft that is open was thrown away, with its files. */
export async function dropDraft(db: Db, { draftId, caseId }: Pick<Draft, 'draftId' | 'caseId'>): Promise<boolean> {
  return inTransaction(db, async (client) => {
    const text = `DELETE FROM online_draft WHERE draft_id = $1 AND state = 'open' RETURNING draft_id`;
    const isGone = (await run(client, { name: 'draft-drop', text }, [draftId])).length > 0;
    if (isGone) await dropFiles(client, caseId);
    return isGone;
  });
}

/** Whether a file that a draft holds was taken out of it. */
export async function dropDraftFile(db: Db, o: { caseId: string; fileId: string }): Promise<boolean> {
  return inTransaction(db, async (client) => {
    // Not while it is being filed: the filing names its files.
    await run(client, holdDraft, [o.caseId]);
    const text = `DELETE FROM case_file WHERE file_id = $1 AND case_id = $2 AND state = 'drafted' RETURNING file_id, sha256`;
    const gone = await run<{ sha256: string }>(client, { name: 'draft-file-drop', text }, [o.fileId, o.caseId]);
    await dropContent(client, gone);
    return gone.length > 0;
  });
}

const holdDraft = { name: 'draft-hold', text: 'SELECT state FROM online_draft WHERE case_id = $1 FOR SHARE' };

/**
 * Files a draft inside the transaction that commits its case: it is filed, its files that the filing names count, and others wait for the
 * window. False, and nothing is changed, where the draft or its files are no longer as they were when the filing was composed.
 */
export async function fileDraft(
  client: Queryable,
  o: Pick<Draft, 'draftId' | 'caseId' | 'revision'> & { fileIds: readonly string[]; at: number },
): Promise<boolean> {
  const lock = `SELECT draft_id FROM online_draft WHERE draft_id = $1 AND revision = $2 AND state = 'open' FOR UPDATE`;
  const held = await run(client, { name: 'draft-lock', text: lock }, [o.draftId, o.revision]);
  const count = `SELECT file_id FROM case_file WHERE case_id = $1 AND state = 'drafted' AND file_id = ANY ($2::uuid[])`;
  const there = await run(client, { name: 'draft-files-there', text: count }, [o.caseId, o.fileIds]);
  if (held.length === 0 || there.length !== o.fileIds.length) return false;
  const filed = `UPDATE online_draft SET state = 'filed', content = '{}', saved_at = $2 WHERE draft_id = $1`;
  await run(client, { name: 'draft-file', text: filed }, [o.draftId, new Date(o.at)]);
  const keep = `UPDATE case_file SET state = CASE WHEN file_id = ANY ($2::uuid[]) THEN 'kept' ELSE 'offered' END
    WHERE case_id = $1 AND state = 'drafted'`;
  await run(client, { name: 'draft-files-keep', text: keep }, [o.caseId, o.fileIds]);
  return true;
}

/** Throws away drafts whose days are over at `now` (epoch ms), with the files of those that nobody filed. */
export async function sweepDrafts(db: Db, now: number): Promise<void> {
  await inTransaction(db, async (client) => {
    const text = `DELETE FROM online_draft WHERE saved_at <= $1 RETURNING case_id AS "caseId", state`;
    const gone = await run<Pick<Draft, 'caseId' | 'state'>>(client, { name: 'draft-sweep', text }, [
      new Date(now - keptMs),
    ]);
    for (const { caseId, state } of gone) if (state === 'open') await dropFiles(client, caseId);
  });
}

async function dropFiles(client: Queryable, caseId: string): Promise<void> {
  const text = `DELETE FROM case_file WHERE case_id = $1 AND state IN ('arriving', 'drafted') RETURNING sha256`;
  await dropContent(client, await run<{ sha256: string | null }>(client, { name: 'draft-files-drop', text }, [caseId]));
}

/** Content that no file and no document names any more is forgotten; the store lets go of it with what else nobody names. */
async function dropContent(client: Queryable, files: readonly { readonly sha256: string | null }[]): Promise<void> {
  const text = `DELETE FROM blob b WHERE sha256 = ANY ($1::text[]) AND b.scan <> 'infected'
    AND NOT EXISTS (SELECT FROM case_file f WHERE f.sha256 = b.sha256)
    AND NOT EXISTS (SELECT FROM case_document d WHERE d.sha256 = b.sha256)`;
  await run(client, { name: 'draft-content-drop', text }, [files.flatMap(({ sha256 }) => sha256 ?? [])]);
}
