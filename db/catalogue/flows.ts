import { v7 as newId } from 'uuid';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { readDefinition } from '../../domain/flow/read.ts';
import type { Finding } from '../../domain/flow/gate/finding.ts';
import { run } from '../client.ts';
import type { Queryable, Statement } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** A version of an item's flow. `revision` counts every change of the row, for ETag and If-Match; `publishedAt` in epoch ms. */
export interface FlowVersion {
  readonly id: string;
  readonly itemCode: string;
  readonly version: number;
  readonly status: 'draft' | 'checked' | 'published';
  readonly definition: FlowDefinition;
  readonly sha256: string;
  readonly findings: readonly Finding[];
  readonly revision: number;
  readonly draftedBy: string;
  readonly draftedByName: string | null;
  /** Everybody else who wrote a part of it. */
  readonly draftedBefore: readonly string[];
  readonly publishedBy: string | null;
  readonly publishedByName: string | null;
  readonly publishedAt: number | null;
  /** A newer version is in force: this one can no longer be published. */
  readonly superseded: boolean;
}

/** A version in the list of an item, with the number of open cases pinned to it. */
export type FlowVersionRow = Omit<FlowVersion, 'definition' | 'findings' | 'superseded'> & {
  readonly errors: number;
  readonly warnings: number;
  readonly runningCases: number;
};

/** What a draft says: the definition, its SHA-256 and what the gate found in it (both made by domain/flow). */
export interface Draft {
  readonly definition: FlowDefinition;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

export type FlowRefusal = Refusal<
  | 'not-found'
  | 'stale-revision'
  | 'flow-not-draft'
  | 'flow-not-checked'
  | 'flow-has-errors'
  | 'flow-same-person'
  | 'flow-superseded'
>;

/** Definitions are read in today's shape, whichever they are stored in. */
async function readVersions(db: Queryable, statement: Statement, values: unknown[]): Promise<FlowVersion[]> {
  const rows = await run<FlowVersion>(db, statement, values);
  return rows.map((row) => ({ ...row, definition: readDefinition(row.definition) }));
}

const nameOf = (column: string) => `(SELECT u.name FROM app_user u WHERE u.id = f.${column})`;
const base = `f.id, f.item_code AS "itemCode", f.version, f.status, f.sha256, f.revision, f.drafted_by AS "draftedBy",
  f.drafted_before AS "draftedBefore",
  ${nameOf('drafted_by')} AS "draftedByName", ${nameOf('published_by')} AS "publishedByName", f.published_by AS "publishedBy", (extract(epoch FROM f.published_at) * 1000)::bigint AS "publishedAt"`;
const superseded = `EXISTS (SELECT FROM flow_version n
  WHERE n.item_code = f.item_code AND n.status = 'published' AND n.version > f.version)`;
const columns = `${base}, f.definition, f.findings, ${superseded} AS superseded`;

const insertDraft = {
  name: 'flow-insert',
  text: `INSERT INTO flow_version AS f (id, item_code, version, status, definition, sha256, findings, drafted_by)
    SELECT $1, i.code, coalesce((SELECT max(version) FROM flow_version WHERE item_code = i.code), 0) + 1, 'draft', $3, $4, $5, $6
    FROM item i WHERE i.code = $2
    ON CONFLICT (item_code, version) DO NOTHING RETURNING ${columns}`,
};

/** Saves a draft as the next version of its item; two at once get two numbers. Code: not-found (the item). */
export async function saveDraft(
  db: Queryable,
  o: Draft & { itemCode: string; draftedBy: string },
): Promise<FlowVersion | Refusal<'not-found'>> {
  const definition = JSON.stringify(o.definition);
  const values = [newId(), o.itemCode, definition, o.sha256, JSON.stringify(o.findings), o.draftedBy];
  for (;;) {
    const [saved] = await readVersions(db, insertDraft, values);
    if (saved !== undefined) return saved;
    const known = await run(db, { name: 'flow-item', text: 'SELECT 1 FROM item WHERE code = $1' }, [o.itemCode]);
    if (known.length === 0) return refuse('not-found', `expected an item, but none has the code ${o.itemCode}`);
  }
}

/** Changes a draft (or a checked version, which becomes a draft again); who edited it before stays known. Codes: FlowRefusal. */
export async function updateDraft(
  db: Queryable,
  o: Draft & { id: string; expectedRevision: number; draftedBy: string },
): Promise<FlowVersion | FlowRefusal> {
  const text = `UPDATE flow_version f SET status = 'draft', definition = $3, sha256 = $4, findings = $5, drafted_by = $6,
      drafted_before = array_remove(drafted_before, $6) || array_remove(ARRAY[drafted_by], $6),
      revision = revision + 1
    WHERE id = $1 AND revision = $2 AND status <> 'published' RETURNING ${columns}`;
  const { id, expectedRevision } = o;
  const values = [
    id,
    expectedRevision,
    JSON.stringify(o.definition),
    o.sha256,
    JSON.stringify(o.findings),
    o.draftedBy,
  ];
  const [done] = await readVersions(db, { name: 'flow-update', text }, values);
  return done ?? whyNot(db, o);
}

/** Records that the gate has looked at a version, with what it found. Codes: FlowRefusal. */
export async function markChecked(
  db: Queryable,
  o: { id: string; expectedRevision: number; findings: readonly Finding[] },
): Promise<FlowVersion | FlowRefusal> {
  const text = `UPDATE flow_version f SET status = 'checked', findings = $3, revision = revision + 1
    WHERE id = $1 AND revision = $2 AND status <> 'published' RETURNING ${columns}`;
  const values = [o.id, o.expectedRevision, JSON.stringify(o.findings)];
  const [done] = await readVersions(db, { name: 'flow-check', text }, values);
  return done ?? whyNot(db, o);
}

/**
 * Publishes a checked version without errors at `at` (epoch ms), by a person who wrote no part of it (nor the same words as another version), unless a newer one is in force:
 * new cases would never pin it. From then on the row never changes (trigger). Codes: FlowRefusal.
 */
export async function publishFlow(
  db: Queryable,
  o: { id: string; expectedRevision: number; publisher: string; at: number },
): Promise<FlowVersion | FlowRefusal> {
  const text = `UPDATE flow_version f SET status = 'published', published_by = $3, published_at = $4, revision = revision + 1
    WHERE id = $1 AND revision = $2 AND status = 'checked' AND NOT EXISTS (SELECT FROM flow_version o WHERE o.item_code = f.item_code AND o.sha256 = f.sha256
        AND (o.drafted_by = $3 OR $3 = ANY (o.drafted_before)))
      AND NOT findings @> '[{"severity": "error"}]' AND NOT ${superseded} RETURNING ${columns}`;
  const values = [o.id, o.expectedRevision, o.publisher, new Date(o.at)];
  const [done] = await readVersions(db, { name: 'flow-publish', text }, values);
  return done ?? whyNot(db, o);
}

/** Why a guarded update found no row: asked after it, so the answer is of a moment later. */
async function whyNot(
  db: Queryable,
  o: { id: string; expectedRevision: number; publisher?: string },
): Promise<FlowRefusal> {
  const found = await flowVersion(db, o.id);
  if (found === null) return refuse('not-found', `expected a flow version, but none has the id ${o.id}`);
  if (found.status === 'published') return refuse('flow-not-draft', 'expected a draft, but the version is published');
  if (found.revision !== o.expectedRevision) {
    return refuse(
      'stale-revision',
      `expected revision ${found.revision}, but the request was of ${o.expectedRevision}`,
    );
  }
  if (o.publisher !== undefined && found.superseded) {
    return refuse('flow-superseded', 'expected a version newer than the one in force, but it is older');
  }
  if (o.publisher !== undefined && found.status !== 'checked') {
    return refuse('flow-not-checked', `expected a checked version, but it is ${found.status}`);
  }
  if (found.findings.some(({ severity }) => severity === 'error')) {
    return refuse('flow-has-errors', 'expected a version without errors, but the gate found some');
  }
  if (o.publisher !== undefined && found.status === 'checked') {
    return refuse('flow-same-person', 'expected a publisher who wrote no part of the version, but this person did');
  }
  return refuse('stale-revision', 'expected a version that stays as it is, but it changed during the request');
}

/** One version; null when there is none. */
export async function flowVersion(db: Queryable, id: string): Promise<FlowVersion | null> {
  const text = `SELECT ${columns} FROM flow_version f WHERE f.id = $1`;
  const [found] = await readVersions(db, { name: 'flow-one', text }, [id]);
  return found ?? null;
}

/** The version that new cases of an item pin: the highest one published. Null when nothing is. Published rows may be cached. */
export async function publishedFlow(db: Queryable, itemCode: string): Promise<FlowVersion | null> {
  const text = `SELECT ${columns} FROM flow_version f WHERE f.item_code = $1 AND f.status = 'published'
    ORDER BY f.version DESC LIMIT 1`;
  const [found] = await readVersions(db, { name: 'flow-published', text }, [itemCode]);
  return found ?? null;
}

/** The definition a case has pinned, by its SHA-256: a published version. Null when there is none. */
export async function flowBySha(db: Queryable, sha256: string): Promise<FlowVersion | null> {
  const text = `SELECT ${columns} FROM flow_version f WHERE f.sha256 = $1 AND f.status = 'published' ORDER BY f.version LIMIT 1`;
  const [found] = await readVersions(db, { name: 'flow-by-sha', text }, [sha256]);
  return found ?? null;
}

/** The versions of an item, newest first, with their open cases. */
export async function flowVersions(db: Queryable, itemCode: string): Promise<FlowVersionRow[]> {
  const count = (severity: string) =>
    `(SELECT count(*) FROM jsonb_array_elements(f.findings) x WHERE x->>'severity' = '${severity}')`;
  const text = `SELECT ${base}, ${count('error')} AS errors,
      ${count('warning')} AS warnings,
      CASE WHEN f.status <> 'published' THEN 0 ELSE (SELECT count(*) FROM case_row c
        WHERE c.item_code = f.item_code AND c.definition = f.sha256 AND c.status = 'open') END AS "runningCases"
    FROM flow_version f WHERE f.item_code = $1 ORDER BY f.version DESC`;
  return run<FlowVersionRow>(db, { name: 'flow-list', text }, [itemCode]);
}
