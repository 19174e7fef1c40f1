import type { DocumentContent } from '../../domain/documents/content.ts';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import type { Guide } from '../../domain/flow/guide.ts';
import { inTransaction, run } from '../client.ts';
import type { Db, Queryable } from '../client.ts';
import { ms } from '../views/query.ts';

/** A document that was made out. Instants in epoch ms. */
export interface MadeDocument {
  readonly caseId: string;
  /** The hash of the fact that it is made of. */
  readonly factHash: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly content: DocumentContent;
  readonly sha256: string;
  readonly seal: { readonly algorithm: string; readonly signature: string; readonly publicKey: string };
  readonly madeAt: number;
}

const columns = `case_id AS "caseId", fact_hash AS "factHash", kind, number, content, sha256, seal, ${ms('made_at')} AS "madeAt" FROM case_document`;
const one = { name: 'document-read', text: `SELECT ${columns} WHERE case_id = $1 AND fact_hash = $2` };
const byNumber = { name: 'document-by-number', text: `SELECT ${columns} WHERE number = $1 ORDER BY made_at LIMIT 500` };

/** A document of a case that was made out; null while it was not. */
export async function readDocument(db: Queryable, caseId: string, factHash: string): Promise<MadeDocument | null> {
  const [found] = await run<MadeDocument>(db, one, [caseId, factHash]);
  return found ?? null;
}

/** The documents that bear a number: some, where departments write theirs alike. */
export async function documentsOfNumber(db: Queryable, number: string): Promise<readonly MadeDocument[]> {
  return run<MadeDocument>(db, byNumber, [number]);
}

const make = {
  name: 'document-make',
  text: `INSERT INTO case_document (case_id, fact_hash, kind, number, content, sha256, seal, made_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0)) ON CONFLICT DO NOTHING`,
};

/** Keeps a document as it goes out; one that is there already stays as it is, and is what comes back. */
export async function keepDocument(db: Queryable, made: MadeDocument): Promise<MadeDocument> {
  const { caseId, factHash, kind, number, content, sha256, seal, madeAt } = made;
  await run(db, make, [caseId, factHash, kind, number, JSON.stringify(content), sha256, JSON.stringify(seal), madeAt]);
  return (await readDocument(db, caseId, factHash)) ?? made;
}

/** Prints of one document are counted one after another. */
const turn = {
  name: 'document-turn',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('print ' || $1::text || ' ' || $2::text, 0))`,
};
const print = {
  name: 'document-print',
  text: `INSERT INTO document_print (case_id, fact_hash, nth, at, by)
    SELECT $1, $2, coalesce(max(nth), 0) + 1, to_timestamp($3 / 1000.0), $4 FROM document_print WHERE case_id = $1 AND fact_hash = $2
    RETURNING nth`,
};

/** Enters a print into the register; which one it is, from 1. `at` in epoch ms. */
export async function enterPrint(
  db: Db,
  o: { readonly caseId: string; readonly factHash: string; readonly at: number; readonly by: string },
): Promise<number> {
  return inTransaction(db, async (client) => {
    await run(client, turn, [o.caseId, o.factHash]);
    const [entered] = await run<{ nth: number }>(client, print, [o.caseId, o.factHash, o.at, o.by]);
    return entered?.nth ?? 1;
  });
}

/** How often each document of a case was printed, and when last (epoch ms). */
export interface Printed {
  readonly factHash: string;
  readonly times: number;
  readonly lastAt: number;
}

const printed = {
  name: 'document-printed',
  text: `SELECT fact_hash AS "factHash", count(*)::int AS times, ${ms('max(at)')} AS "lastAt" FROM document_print WHERE case_id = $1 GROUP BY fact_hash`,
};

/** The prints of the documents of a case. */
export async function printsOf(db: Queryable, caseId: string): Promise<readonly Printed[]> {
  return run<Printed>(db, printed, [caseId]);
}

const around = {
  name: 'document-around',
  text: `SELECT d.name AS agency, i.guide FROM case_row c JOIN department d ON d.id = c.department_id JOIN item i ON i.code = c.item_code
    WHERE c.case_id = $1`,
};

/** What stands around a document and is not in its case: the name of the agency, and the item's guide. */
export async function aroundDocument(
  db: Queryable,
  caseId: string,
): Promise<{ readonly agency: string; readonly guide: Guide } | null> {
  const [found] = await run<{ agency: string; guide: Guide }>(db, around, [caseId]);
  return found ?? null;
}
