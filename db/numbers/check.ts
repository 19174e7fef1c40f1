import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** What is not as it must be: two papers with one number, a number nobody explains, one used without its fact, a fact's that is missing. */
export type NumberFault = 'twice' | 'gap' | 'ended' | 'no-fact' | 'missing';

export interface FaultyNumber {
  readonly fault: NumberFault;
  readonly departmentId: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly caseId: string | null;
}

const told = `SELECT e.case_id, e.request_id, c.department_id, coalesce(e.body->>'documentNo', e.body->>'certificateNo') AS text, e.body->>'type' AS type
    FROM case_event e JOIN case_row c ON c.case_id = e.case_id
    WHERE e.body ?| ARRAY['documentNo', 'certificateNo'] AND e.body->>'type' <> 'CertificatesReplaced'`;

const faults = {
  name: 'numbers-check',
  text: `WITH told AS (${told})
  SELECT 'twice' AS fault, department_id AS "departmentId", kind, text, min(case_id::text) AS "caseId" FROM document_number
    WHERE (state <> 'void' OR serial IS NOT NULL) AND reason IS DISTINCT FROM 'before' GROUP BY department_id, kind, text HAVING count(*) > 1
  UNION ALL
  SELECT 'gap', s.department_id, s.kind, s.year || '/' || n, NULL FROM number_series s, generate_series(s.begun + 1, s.last) n
    WHERE NOT EXISTS (SELECT FROM document_number d
      WHERE d.department_id = s.department_id AND d.kind = s.kind AND d.year = s.year AND d.serial = n)
  UNION ALL
  SELECT 'gap', d.department_id, d.kind, d.text, d.case_id::text FROM document_number d
    LEFT JOIN number_series s ON s.department_id = d.department_id AND s.kind = d.kind AND s.year = d.year
    WHERE d.serial > coalesce(s.last, 0)
  UNION ALL
  SELECT 'ended', d.department_id, d.kind, d.text, d.case_id::text FROM document_number d LEFT JOIN intent i ON i.op_id = d.op_id
    WHERE d.state = 'reserved' AND i.state IS DISTINCT FROM 'sent'
  UNION ALL
  SELECT 'no-fact', d.department_id, d.kind, d.text, d.case_id::text FROM document_number d
    WHERE d.state = 'used' AND NOT EXISTS (SELECT FROM told t
      WHERE t.case_id = d.case_id AND t.request_id = d.op_id::text AND t.text = d.text)
  UNION ALL
  SELECT 'missing', t.department_id, t.type, t.text, t.case_id::text FROM told t
    WHERE NOT EXISTS (SELECT FROM document_number d WHERE d.op_id::text = t.request_id AND d.text = t.text AND d.state = 'used')`,
};

/** Holds the register against the journal, both ways. Reads all of both. */
export async function faultyNumbers(db: Queryable): Promise<readonly FaultyNumber[]> {
  return run<{ [K in keyof FaultyNumber]: FaultyNumber[K] }>(db, faults, []);
}

const counts = {
  name: 'numbers-count',
  text: `SELECT count(*) FILTER (WHERE state = 'used') AS used, count(*) FILTER (WHERE state = 'void') AS void,
    count(*) FILTER (WHERE state = 'reserved') AS reserved FROM document_number`,
};

/** How many numbers stand in each state. */
export async function countNumbers(db: Queryable): Promise<{ used: number; void: number; reserved: number }> {
  const [row] = await run<{ used: number; void: number; reserved: number }>(db, counts, []);
  return row ?? { used: 0, void: 0, reserved: 0 };
}

const sentences = {
  twice: (o: FaultyNumber) => `${o.text} stands twice among the ${o.kind} of ${o.departmentId}`,
  gap: (o: FaultyNumber) => `${o.text} of the ${o.kind} of ${o.departmentId} is in the series and nobody explains it`,
  ended: (o: FaultyNumber) => `${o.text} is reserved for case ${String(o.caseId)} by an operation that is over`,
  'no-fact': (o: FaultyNumber) => `${o.text} is used, and no fact of case ${String(o.caseId)} tells it`,
  missing: (o: FaultyNumber) =>
    `${o.text} is told by a fact (${o.kind}) of case ${String(o.caseId)}, and the register does not have it`,
} as const satisfies Readonly<Record<NumberFault, (o: FaultyNumber) => string>>;

/** A fault in a sentence for who looks after the register. */
export function faultSentence(fault: FaultyNumber): string {
  return sentences[fault.fault](fault);
}
