import { civilDateOf } from '../../domain/clock/civil-date.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { numberTold } from '../../domain/numbers/papers.ts';
import { serialBy } from '../../domain/numbers/pattern.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { raiseSeries } from './patterns.ts';

const patternOf = {
  name: 'number-pattern-of-case',
  text: `SELECT c.department_id AS "departmentId", p.pattern FROM case_row c
    LEFT JOIN number_pattern p ON p.department_id = c.department_id AND p.kind = $2 WHERE c.case_id = $1`,
};
const keep = {
  name: 'number-keep-lost',
  text: `INSERT INTO document_number (op_id, department_id, kind, year, serial, text, state, reason, case_id, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
};

/**
 * Takes the numbers that facts tell and the register does not know into it, so that none is given again: `reserved` for facts that are about
 * to be applied, else `dropped`, which makes them void. Safe to repeat.
 */
export async function keepLostNumbers(
  db: Queryable,
  o: { caseId: string; facts: readonly Fact[]; as: 'reserved' | 'dropped' },
): Promise<void> {
  for (const { requestId, body, at } of o.facts) {
    const told = numberTold(body);
    if (told === null) continue;
    const { kind, text } = told;
    const [where] = await run<{ departmentId: string; pattern: string | null }>(db, patternOf, [o.caseId, kind]);
    if (where === undefined) continue;
    const { departmentId, pattern } = where;
    const year = Number(civilDateOf(at).slice(0, 4));
    const serial = pattern === null ? null : serialBy(pattern, year, text);
    if (serial !== null) await raiseSeries(db, { departmentId, kind, year, serial });
    const state = o.as === 'reserved' ? ['reserved', null] : ['void', 'dropped'];
    await run(db, keep, [requestId, departmentId, kind, year, serial, text, ...state, o.caseId, new Date(at)]);
  }
}

/** Whose number it was, nobody knows any more. */
const noCase = '00000000-0000-0000-0000-000000000000';
const explain = {
  name: 'numbers-explain-lost',
  text: `INSERT INTO document_number (op_id, department_id, kind, year, serial, text, state, reason, case_id, at)
    SELECT gen_random_uuid(), s.department_id, s.kind, s.year, n, replace(replace(p.pattern, '{年}', s.year::text), '{号}', n::text),
      'void', 'lost', '${noCase}', clock_timestamp()
    FROM number_series s JOIN number_pattern p ON p.department_id = s.department_id AND p.kind = s.kind, generate_series(s.begun + 1, s.last) n
    WHERE NOT EXISTS (SELECT FROM document_number d
      WHERE d.department_id = s.department_id AND d.kind = s.kind AND d.year = s.year AND d.serial = n)
    ON CONFLICT DO NOTHING RETURNING op_id`,
};

/**
 * Once every case of a restored database is back: numbers of a series that no row and no fact tells were drawn in the moments it has lost,
 * by orders that came to nothing. They are void; nobody gets them. How many there were.
 */
export async function explainLostNumbers(db: Queryable): Promise<number> {
  return (await run(db, explain, [])).length;
}
