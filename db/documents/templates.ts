import type { DocumentContent, TemplateWords, UsedTemplate } from '../../domain/documents/content.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { ms } from '../views/query.ts';

/** A version of a department's template of a kind. Instants in epoch ms; `since` null: it is proposed. */
export interface DocumentTemplate extends UsedTemplate {
  readonly kind: DocumentKind;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: number;
  readonly since: number | null;
  readonly inForceByName: string | null;
}

export type TemplateRefusal = Refusal<'template-not-proposed' | 'template-same-person'>;

interface OneKind {
  readonly departmentId: string;
  readonly kind: DocumentKind;
}

const nameOf = (column: string) => `(SELECT u.name FROM app_user u WHERE u.id = t.${column})`;
const list = {
  name: 'document-templates',
  text: `SELECT t.kind, t.version, t.opening, t.closing, t.proposed_by AS "proposedBy", ${nameOf('proposed_by')} AS "proposedByName",
      ${ms('t.proposed_at')} AS "proposedAt", ${ms('t.since')} AS since, ${nameOf('in_force_by')} AS "inForceByName"
    FROM document_template t WHERE t.department_id = $1 ORDER BY t.kind, t.version DESC`,
};

/** Every version that a department has or had, the newest of each kind first. */
export async function documentTemplates(db: Queryable, departmentId: string): Promise<readonly DocumentTemplate[]> {
  return run<{ [K in keyof DocumentTemplate]: DocumentTemplate[K] }>(db, list, [departmentId]);
}

const inForce = {
  name: 'document-template-in-force',
  text: `SELECT version, opening, closing FROM document_template
    WHERE department_id = $1 AND kind = $2 AND since IS NOT NULL ORDER BY version DESC LIMIT 1`,
};

/** The template by which a department makes a kind now; null: it has none. */
export async function templateInForce(db: Queryable, { departmentId, kind }: OneKind): Promise<UsedTemplate | null> {
  const [found] = await run<{ version: number; opening: string | null; closing: string | null }>(db, inForce, [
    departmentId,
    kind,
  ]);
  return found ?? null;
}

const propose = {
  name: 'document-template-propose',
  text: `INSERT INTO document_template (department_id, kind, version, opening, closing, proposed_by, proposed_at)
    SELECT $1, $2, coalesce(max(version) FILTER (WHERE since IS NOT NULL), 0) + 1, $3, $4, $5, to_timestamp($6 / 1000.0)
      FROM document_template WHERE department_id = $1 AND kind = $2
    ON CONFLICT (department_id, kind, version) DO UPDATE
      SET opening = EXCLUDED.opening, closing = EXCLUDED.closing, proposed_by = EXCLUDED.proposed_by, proposed_at = EXCLUDED.proposed_at
      WHERE document_template.since IS NULL`,
};

/** Proposes the next version; what was proposed before is replaced. `now` in epoch ms. */
export async function proposeTemplate(
  db: Queryable,
  { departmentId, kind, opening, closing, by, now }: OneKind & TemplateWords & { by: string; now: number },
): Promise<void> {
  await run(db, propose, [departmentId, kind, opening, closing, by, now]);
}

const enforce = {
  name: 'document-template-enforce',
  text: `UPDATE document_template SET since = to_timestamp($6 / 1000.0), in_force_by = $5
    WHERE department_id = $1 AND kind = $2 AND version = $3 AND since IS NULL AND proposed_by <> $5
      AND proposed_at = to_timestamp($4 / 1000.0) RETURNING version`,
};
const proposer = {
  name: 'document-template-proposer',
  text: `SELECT proposed_by AS by FROM document_template
    WHERE department_id = $1 AND kind = $2 AND version = $3 AND since IS NULL`,
};

/**
 * Puts in force what was proposed at an instant, and so the words that were looked at, by somebody else than who proposed them. Codes:
 * TemplateRefusal.
 */
export async function enforceTemplate(
  db: Queryable,
  o: OneKind & { version: number; proposedAt: number; by: string; now: number },
): Promise<TemplateRefusal | null> {
  const one = [o.departmentId, o.kind, o.version];
  const done = await run(db, enforce, [...one, o.proposedAt, o.by, o.now]);
  if (done.length > 0) return null;
  const [found] = await run<{ by: string }>(db, proposer, one);
  if (found?.by === o.by)
    return refuse(
      'template-same-person',
      'expected a second person to put the template in force, but it is who proposed it',
    );
  return refuse(
    'template-not-proposed',
    `expected version ${o.version} as it was looked at, but it is not proposed any more`,
  );
}

const sample = {
  name: 'document-template-sample',
  text: `SELECT d.content FROM case_document d JOIN case_row c ON c.case_id = d.case_id
    WHERE c.department_id = $1 AND d.kind = $2 ORDER BY d.made_at DESC LIMIT 1`,
};

const issued = {
  name: 'document-template-issued',
  text: `SELECT case_id AS "caseId" FROM document_number
    WHERE department_id = $1 AND kind = $2 AND state = 'used' ORDER BY op_id DESC LIMIT 1`,
};

/** A case with a number of a kind that a department used; null: it used none. */
export async function caseWithDocument(db: Queryable, { departmentId, kind }: OneKind): Promise<string | null> {
  const [found] = await run<{ caseId: string }>(db, issued, [departmentId, kind]);
  return found?.caseId ?? null;
}

/** The words of the newest document of a kind that a department made; null: it made none. */
export async function sampleDocument(db: Queryable, { departmentId, kind }: OneKind): Promise<DocumentContent | null> {
  const [found] = await run<{ content: DocumentContent }>(db, sample, [departmentId, kind]);
  return found?.content ?? null;
}
