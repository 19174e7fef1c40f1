import type { FoundBy } from '../../domain/words/found-by.ts';
import type { Queryable } from '../client.ts';
import { ofDocument } from './filters.ts';
import { newQuery, rowsOf } from './query.ts';
import type { Scope } from './scope.ts';
import { foldForFinding, isNumber } from './sought.ts';
import type { Sought } from './sought.ts';

interface Case {
  readonly caseId: string;
  readonly caseNo: string;
}

interface Kept {
  readonly caseId: string;
  readonly part: 'applicant' | 'agent' | 'contact' | 'form';
  readonly content: string;
  readonly fields: readonly { readonly key: string; readonly title: string; readonly type: string }[] | null;
}

/** A text that cases are found by. */
interface Findable {
  readonly is: FoundBy;
  readonly text: string;
  readonly whole: boolean;
}

/**
 * Why each of the cases was found, by its id: what of it each word means. Of parties and forms it tells only who works in the department
 * of the case, as nobody else finds by them.
 */
export async function foundBy(
  db: Queryable,
  o: { readonly scope: Scope; readonly sought: Sought; readonly cases: readonly Case[] },
): Promise<ReadonlyMap<string, readonly FoundBy[]>> {
  if (o.cases.length === 0) return new Map();
  const ids = o.cases.map(({ caseId }) => caseId);
  const numbers = await documentsOf(db, o.scope, o.sought, ids);
  const kept = await textsOf(db, o.scope, ids);
  return new Map(
    o.cases.map(({ caseId, caseNo }) => {
      const documents = numbers.filter((one) => one.caseId === caseId);
      const texts = kept.filter((one) => one.caseId === caseId).flatMap(findable);
      return [caseId, reasons(o.sought, { caseNo, documents: documents.map(({ text }) => text), texts })];
    }),
  );
}

/** Of a case number or a document nothing else is told: they were typed as they stand. */
function reasons(
  { whole, words }: Sought,
  o: { caseNo: string; documents: readonly string[]; texts: readonly Findable[] },
): readonly FoundBy[] {
  if (isNumber(whole) && (o.caseNo.startsWith(whole) || o.caseNo.endsWith(whole)))
    return [{ by: 'caseNo', detail: null }];
  const [document] = o.documents;
  if (document !== undefined) return [{ by: 'document', detail: document }];
  const meant = (word: string) => o.texts.find((one) => means(word, one))?.is;
  const asOne = meant(whole);
  const found = asOne === undefined ? words.map(meant) : [asOne];
  return [...new Set(found.filter((one) => one !== undefined))];
}

function means(word: string, { text, whole }: Findable): boolean {
  const folded = foldForFinding(text);
  if (isNumber(word))
    return folded.endsWith(word) || (folded.match(/\d{7,}X?/g) ?? []).some((one) => one.endsWith(word));
  return whole ? folded === word : folded.includes(word);
}

function findable({ part, content, fields }: Kept): readonly Findable[] {
  const it: Readonly<Record<string, unknown>> = content.startsWith('{') ? JSON.parse(content) : { name: content };
  if (part === 'form')
    return (fields ?? []).flatMap(({ key, title, type }) =>
      type === 'text' ? textAt(it, key).map((text) => ({ is: { by: part, detail: title }, text, whole: false })) : [],
    );
  const whole = part === 'contact' || it['kind'] === 'person';
  const at = (key: string, by: FoundBy['by'], isWhole: boolean): readonly Findable[] =>
    textAt(it, key).map((text) => ({ is: { by, detail: null }, text, whole: isWhole }));
  return [
    ...at('name', `${part}Name`, whole),
    ...at('idNo', `${part}IdNo`, true),
    ...at('phone', `${part}Phone`, true),
  ];
}

function textAt(it: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = it[key];
  return typeof value === 'string' ? [value] : [];
}

async function documentsOf(
  db: Queryable,
  scope: Scope,
  sought: Sought,
  ids: readonly string[],
): Promise<readonly { readonly caseId: string; readonly text: string }[]> {
  const q = newQuery();
  const text = `SELECT n.case_id AS "caseId", n.text FROM document_number n
    WHERE n.case_id = ANY (${q.bind(ids)}::uuid[]) AND ${ofDocument(q, scope, 'n', sought)} ORDER BY n.at, n.op_id`;
  return rowsOf(db, text, q);
}

/** What was filed of each case of the person's own departments; the newest contact first. */
async function textsOf(db: Queryable, { departments }: Scope, ids: readonly string[]): Promise<readonly Kept[]> {
  const q = newQuery();
  const text = `SELECT c.case_id AS "caseId", p.part, t.content, CASE p.part WHEN 'form' THEN (SELECT v.definition -> 'form'
      FROM flow_version v WHERE v.sha256 = c.definition LIMIT 1) END AS fields
    FROM case_row c JOIN case_event e ON e.case_id = c.case_id AND e.body ->> 'type' IN ('CaseFiled', 'ContactChanged')
      CROSS JOIN LATERAL (VALUES ('applicant', e.body #>> '{filing,applicant}', 1), ('agent', e.body #>> '{filing,agent}', 2),
        ('contact', coalesce(e.body ->> 'contact', e.body #>> '{filing,contact}'), 3), ('form', e.body #>> '{filing,form}', 4)) p (part, digest, nth)
      JOIN case_text t ON t.case_id = c.case_id AND t.digest = p.digest
    WHERE c.case_id = ANY (${q.bind(ids)}::uuid[]) AND c.department_id = ANY (${q.bind(departments)}::text[])
    ORDER BY p.nth, e.seq DESC`;
  return rowsOf(db, text, q);
}
