import type { FileOrigin } from '../../domain/case/files-taken.ts';
import type { FileKind } from '../../domain/files/kinds.ts';
import { mostFiles } from '../../domain/files/states.ts';
import type { FileState, ScanState } from '../../domain/files/states.ts';
import { inTransaction, run } from '../client.ts';
import type { Db, Queryable } from '../client.ts';
import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { ms } from '../views/query.ts';

/** A file of a case as its rows say it. Instants in epoch ms; `kind` and `sha256` are known once it is kept. */
export interface CaseFile {
  readonly fileId: string;
  readonly caseId: string;
  readonly materialId: string;
  readonly name: string;
  readonly size: number;
  readonly state: FileState;
  readonly replaces: string | null;
  readonly version: number;
  readonly sha256: string | null;
  readonly kind: FileKind | null;
  readonly scan: ScanState | null;
  readonly broughtBy: string | null;
  readonly broughtByName: string | null;
  readonly origin: FileOrigin | null;
  readonly begunAt: number;
  readonly keptAt: number | null;
  readonly takenAt: number | null;
  readonly takenByName: string | null;
  readonly endedAt: number | null;
  readonly endedByName: string | null;
  readonly endedWhy: string | null;
}

const columns = `f.file_id AS "fileId", f.case_id AS "caseId", f.material_id AS "materialId", f.name, f.size, f.state, f.replaces, f.version,
    f.sha256, b.kind, b.scan, f.brought_by AS "broughtBy", u.name AS "broughtByName", f.origin, ${ms('f.begun_at')} AS "begunAt", ${ms('f.kept_at')} AS "keptAt",
    ${ms('f.taken_at')} AS "takenAt", w.name AS "takenByName", ${ms('f.ended_at')} AS "endedAt", e.name AS "endedByName", f.ended_why AS "endedWhy"
  FROM case_file f LEFT JOIN blob b ON b.sha256 = f.sha256
    LEFT JOIN app_user u ON u.id = f.brought_by LEFT JOIN app_user e ON e.id = f.ended_by LEFT JOIN app_user w ON w.id = f.taken_by`;

const one = { name: 'file-read', text: `SELECT ${columns} WHERE f.file_id = $1` };
const ofCase = {
  name: 'file-of-case',
  text: `SELECT ${columns} WHERE f.case_id = $1 AND f.state NOT IN ('arriving', 'drafted') ORDER BY f.kept_at, f.file_id`,
};

/** One file, or null. It asks no right: the caller does. */
export async function readFile(db: Queryable, fileId: string): Promise<CaseFile | null> {
  const [found] = await run<CaseFile>(db, one, [fileId]);
  return found ?? null;
}

/** The files of a case in the order in which they came; what is still arriving counts for nothing and is not among them. */
export async function filesOf(db: Queryable, caseId: string): Promise<CaseFile[]> {
  return run<CaseFile>(db, ofCase, [caseId]);
}

/** A file that is announced. `at` in epoch ms; the next version of another file keeps that one's material. */
export interface NewFile {
  readonly fileId: string;
  readonly caseId: string;
  readonly materialId: string;
  readonly name: string;
  readonly size: number;
  readonly replaces: string | null;
  readonly broughtBy: string | null;
  readonly at: number;
}

const counts = {
  name: 'file-counts',
  text: `SELECT count(*)::int AS files, coalesce(sum(size), 0)::bigint AS bytes,
      (SELECT count(*)::int FROM case_file o WHERE o.state = 'arriving' AND o.brought_by = $2) AS arriving,
      count(*) FILTER (WHERE brought_by IS NULL AND state IN ('arriving', 'drafted', 'offered'))::int AS offered
    FROM case_file WHERE case_id = $1`,
};
interface Counts {
  readonly files: number;
  readonly bytes: number;
  readonly arriving: number;
  readonly offered: number;
}

const insert = {
  name: 'file-begin',
  text: `INSERT INTO case_file (file_id, case_id, material_id, name, size, state, replaces, version, brought_by, begun_at)
    SELECT $1, $2, $3, $4, $5, 'arriving', $6, coalesce((SELECT version + 1 FROM case_file WHERE file_id = $6), 1), $7, $8`,
};

/**
 * Announces a file; its bytes are to come. Announcements for one case take turns, so that no limit is passed by many at once.
 * `mostBytes`: of the case in all, withdrawn and replaced files too. Refusals `too-many-files`, `case-files-too-large`.
 */
export async function beginFile(
  db: Db,
  file: NewFile,
  mostBytes: number,
): Promise<Refusal<'too-many-files' | 'case-files-too-large'> | null> {
  return inTransaction(db, async (client) => {
    const refusal = await refusesMore(client, file, mostBytes);
    if (refusal !== null) return refusal;
    const { fileId, caseId, materialId, name, size, replaces, broughtBy, at } = file;
    await run(client, insert, [fileId, caseId, materialId, name, size, replaces, broughtBy, new Date(at)]);
    return null;
  });
}

/** Why a case takes no more files, inside the transaction that adds one: others wait here for their turn. */
async function refusesMore(
  client: Queryable,
  { caseId, broughtBy, size }: Pick<NewFile, 'caseId' | 'broughtBy' | 'size'>,
  mostBytes: number,
): Promise<Refusal<'too-many-files' | 'case-files-too-large'> | null> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`files of ${caseId}`]);
  const [so] = await run<Counts>(client, counts, [caseId, broughtBy]);
  const isTooMuch = so === undefined || so.files >= mostFiles.ofCase || so.arriving >= mostFiles.arriving;
  if (isTooMuch || (broughtBy === null && so.offered >= mostFiles.offered)) {
    const most = Object.values(mostFiles).join(', ');
    return refuse('too-many-files', `expected at most ${most} files, but there are more`);
  }
  if (so.bytes + size > mostBytes) {
    return refuse('case-files-too-large', `expected at most ${mostBytes} bytes of a case, but there are more`);
  }
  return null;
}

/** A file that was given before and is used again: its content is there, and is not copied. */
export type ReusedFile = Omit<NewFile, 'replaces' | 'broughtBy'> & {
  readonly sha256: string;
  readonly broughtBy: string;
  readonly origin: FileOrigin;
};

const again = {
  name: 'file-again',
  text: `INSERT INTO case_file (file_id, case_id, material_id, name, size, state, sha256, brought_by, origin, begun_at, kept_at)
    SELECT $1, $2, $3, $4, $5, 'kept', $6, $7, $8, $9, $9
    WHERE NOT EXISTS (SELECT FROM case_file WHERE case_id = $2 AND material_id = $3 AND sha256 = $6 AND state = 'kept') RETURNING file_id`,
};

/** Keeps it as a file of the case. Refusals `reused-already`, and those of `beginFile`. */
export async function reuseFile(
  db: Db,
  file: ReusedFile,
  mostBytes: number,
): Promise<Refusal<'reused-already' | 'too-many-files' | 'case-files-too-large'> | null> {
  return inTransaction(db, async (client) => {
    const refusal = await refusesMore(client, file, mostBytes);
    if (refusal !== null) return refusal;
    const { fileId, caseId, materialId, name, size, sha256, broughtBy, origin, at } = file;
    const values = [fileId, caseId, materialId, name, size, sha256, broughtBy, JSON.stringify(origin), new Date(at)];
    if ((await run(client, again, values)).length > 0) return null;
    return refuse('reused-already', `expected a file that the material has not, but ${sha256} counts for it`);
  });
}

/** A content that the store has; `at` in epoch ms. */
interface NewBlob {
  readonly sha256: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly scan: ScanState;
  readonly at: number;
}

/** Names a content that the store has; one that is named already stays as it is. */
export async function keepBlob(db: Queryable, { sha256, size, kind, scan, at }: NewBlob): Promise<void> {
  const text =
    'INSERT INTO blob (sha256, size, kind, kept_at, scan) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING';
  await run(db, { name: 'blob-keep', text }, [sha256, size, kind, new Date(at), scan]);
}

const keep = {
  name: 'file-keep',
  text: `UPDATE case_file SET state = $4, sha256 = $2, kept_at = $3
    WHERE file_id = $1 AND state = 'arriving' RETURNING replaces`,
};
/** Held, so that no draft is filed meanwhile: its file would be left behind. */
const draftOfFile = {
  name: 'file-draft',
  text: `SELECT d.state FROM online_draft d JOIN case_file f ON f.case_id = d.case_id WHERE f.file_id = $1 FOR SHARE OF d`,
};
const replace = {
  name: 'file-replace',
  text: `UPDATE case_file SET state = 'replaced', ended_at = $2, ended_by = $3 WHERE file_id = $1 AND state = 'kept'`,
};

/**
 * Whether a file that was arriving is kept now (of an applicant: offered), with the content that the store has; the version before it is
 * replaced at that moment.
 */
export async function keepFile(db: Db, o: Pick<CaseFile, 'fileId' | 'size' | 'broughtBy'> & NewBlob): Promise<boolean> {
  const at = new Date(o.at);
  return inTransaction(db, async (client) => {
    await keepBlob(client, o);
    const state = o.broughtBy === null ? await stateOfApplicants(client, o.fileId) : 'kept';
    const [kept] = await run<{ replaces: string | null }>(client, keep, [o.fileId, o.sha256, at, state]);
    if (kept !== undefined && kept.replaces !== null) await run(client, replace, [kept.replaces, at, o.broughtBy]);
    return kept !== undefined;
  });
}

/** What a file that an applicant brings is from its last byte on. */
async function stateOfApplicants(client: Queryable, fileId: string): Promise<FileState> {
  const [draft] = await run<{ state: string }>(client, draftOfFile, [fileId]);
  return draft?.state === 'open' ? 'drafted' : 'offered';
}

/** What may end a file for a reason that stays to be seen with who and when: the state that it leaves, and the one it is in then. */
const reasonedEnds = { withdrawn: 'kept', declined: 'offered' } as const satisfies Partial<
  Record<FileState, FileState>
>;

/** Whether a file that counts is withdrawn now, or one that the applicant offered declined; it counts no more. */
export async function endFile(
  db: Queryable,
  o: { fileId: string; as: keyof typeof reasonedEnds; by: string; why: string; at: number },
): Promise<boolean> {
  const text = `UPDATE case_file SET state = $2, ended_at = $3, ended_by = $4, ended_why = $5
    WHERE file_id = $1 AND state = $6 RETURNING file_id`;
  const values = [o.fileId, o.as, new Date(o.at), o.by, o.why, reasonedEnds[o.as]];
  return (await run(db, { name: 'file-end', text }, values)).length > 0;
}

/** Whether a file that the applicant offered is taken now: it counts. */
export async function takeFile(db: Queryable, o: { fileId: string; by: string; at: number }): Promise<boolean> {
  const text = `UPDATE case_file SET state = 'kept', taken_at = $2, taken_by = $3
    WHERE file_id = $1 AND state = 'offered' RETURNING file_id`;
  return (await run(db, { name: 'file-take', text }, [o.fileId, new Date(o.at), o.by])).length > 0;
}

/** Whether its applicant has taken back what the window had not taken yet; it stays to be seen, and counted for nothing anyway. */
export async function takeBackFile(db: Queryable, o: { fileId: string; why: string; at: number }): Promise<boolean> {
  const text = `UPDATE case_file SET state = 'withdrawn', ended_at = $2, ended_why = $3
    WHERE file_id = $1 AND state = 'offered' RETURNING file_id`;
  return (await run(db, { name: 'file-take-back', text }, [o.fileId, new Date(o.at), o.why])).length > 0;
}

/** Takes away a file that never arrived. */
export async function dropFile(db: Queryable, fileId: string): Promise<void> {
  const text = `DELETE FROM case_file WHERE file_id = $1 AND state = 'arriving'`;
  await run(db, { name: 'file-drop', text }, [fileId]);
}

/** The files announced before an instant (epoch ms) of which bytes are still missing. */
export async function filesArrivingSince(db: Queryable, before: number): Promise<string[]> {
  const text = `SELECT file_id AS "fileId" FROM case_file WHERE state = 'arriving' AND begun_at < $1`;
  const found = await run<{ fileId: string }>(db, { name: 'file-arriving', text }, [new Date(before)]);
  return found.map(({ fileId }) => fileId);
}

/** Which of these digests the tables know. */
export async function knownBlobs(db: Queryable, digests: readonly string[]): Promise<Set<string>> {
  const text = 'SELECT sha256 FROM blob WHERE sha256 = ANY ($1::text[])';
  const found = await run<{ sha256: string }>(db, { name: 'blob-known', text }, [digests]);
  return new Set(found.map(({ sha256 }) => sha256));
}
