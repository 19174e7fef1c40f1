import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** What an order asks of the register: of which kind, in which civil year, and the number as it was typed ('': the register gives it). */
export interface AskedNumber {
  readonly paper: DocumentKind;
  readonly year: number;
  readonly typed: string;
}

export type NumberRefusal = 'number-taken' | 'number-from-register' | 'number-missing';
/** The number of an operation, or why it has none. */
export type Booked = { readonly text: string } | { readonly refused: NumberRefusal };

const columns = 'op_id, department_id, kind, year, serial, text, state, case_id, at';

/**
 * The parts of the statement that opens intents by which each new one (`mine`) of `n` gets its number: a department with a pattern gives the
 * next of its series, one update of a counter for all of a batch; elsewhere the typed one is taken if no other paper has it.
 */
export const booking = `, wanted AS (
    SELECT mine.op_id, mine.case_id, c.department_id, n.paper, n.year, n.typed, n."receivedAt" AS at, p.pattern
      FROM mine JOIN n ON n."opId" = mine.op_id JOIN case_row c ON c.case_id = mine.case_id
      LEFT JOIN number_pattern p ON p.department_id = c.department_id AND p.kind = n.paper
  ), drawn AS (
    SELECT wanted.*, row_number() OVER (PARTITION BY department_id, paper, year ORDER BY op_id) AS place,
      count(*) OVER (PARTITION BY department_id, paper, year) AS many FROM wanted WHERE pattern IS NOT NULL AND typed = ''
  ), series AS (
    INSERT INTO number_series AS s (department_id, kind, year, last)
    SELECT department_id, paper, year, count(*) FROM drawn GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (department_id, kind, year) DO UPDATE SET last = s.last + EXCLUDED.last RETURNING department_id, kind, year, last
  ), given AS (
    INSERT INTO document_number (${columns})
    SELECT d.op_id, d.department_id, d.paper, d.year, s.last - d.many + d.place,
      replace(replace(d.pattern, '{年}', d.year::text), '{号}', (s.last - d.many + d.place)::text), 'reserved', d.case_id, d.at
      FROM drawn d JOIN series s ON s.department_id = d.department_id AND s.kind = d.paper AND s.year = d.year
    RETURNING op_id, text
  ), taken AS (
    INSERT INTO document_number (${columns})
    SELECT op_id, department_id, paper, year, NULL, typed, 'reserved', case_id, at FROM wanted WHERE pattern IS NULL AND typed <> ''
    ON CONFLICT DO NOTHING RETURNING op_id, text
  )`;
/** The columns of `n` that the booking reads. */
export const bookingColumns = ', paper text, typed text, year int';
export const bookingOutput = `, coalesce(given.text, taken.text) AS number, wanted.pattern IS NOT NULL AS "fromSeries"`;
export const bookingJoins = ` LEFT JOIN wanted ON wanted.op_id = mine.op_id LEFT JOIN given ON given.op_id = mine.op_id
    LEFT JOIN taken ON taken.op_id = mine.op_id`;

/** What the booking said of one intent. */
export function bookedOf(
  { typed }: AskedNumber,
  row: { readonly number: string | null; readonly fromSeries: boolean },
): Booked {
  if (row.number !== null) return { text: row.number };
  if (typed === '') return { refused: 'number-missing' };
  return { refused: row.fromSeries ? 'number-from-register' : 'number-taken' };
}

const again = {
  name: 'number-again',
  text: `WITH known AS (SELECT text FROM document_number WHERE op_id = $1), taken AS (
    INSERT INTO document_number (${columns})
    SELECT $1, c.department_id, $3, $4, NULL, $5, 'reserved', c.case_id, clock_timestamp() FROM case_row c
      WHERE c.case_id = $2 AND $5 <> '' AND NOT EXISTS (SELECT FROM known)
        AND NOT EXISTS (SELECT FROM number_pattern p WHERE p.department_id = c.department_id AND p.kind = $3 AND p.pattern IS NOT NULL)
    ON CONFLICT DO NOTHING RETURNING text)
  SELECT text FROM known UNION ALL SELECT text FROM taken`,
};

/** The number of an operation that was opened before: as it was booked, or now what was typed where the register had none of it yet. */
export async function bookAgain(
  db: Queryable,
  { opId, caseId, paper, year, typed }: AskedNumber & { opId: string; caseId: string },
): Promise<Booked> {
  const [row] = await run<{ text: string }>(db, again, [opId, caseId, paper, year, typed]);
  return row ?? { refused: typed === '' ? 'number-missing' : 'number-taken' };
}

const bearer = {
  name: 'number-bearer',
  text: `SELECT other.case_no AS "caseNo", d.at FROM case_row c
    JOIN document_number d ON d.department_id = c.department_id AND d.kind = $2 AND d.text = $3 AND (d.state <> 'void' OR d.serial IS NOT NULL)
    JOIN case_row other ON other.case_id = d.case_id WHERE c.case_id = $1 ORDER BY d.at LIMIT 1`,
};

/** The case whose paper bears a number of the department that a case is in; null: none (any more). */
export async function bearerOf(
  db: Queryable,
  o: { caseId: string; kind: DocumentKind; text: string },
): Promise<string | null> {
  const [row] = await run<{ caseNo: string }>(db, bearer, [o.caseId, o.kind, o.text]);
  return row?.caseNo ?? null;
}
