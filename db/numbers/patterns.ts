import pg from 'pg';
import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import { serialBy } from '../../domain/numbers/pattern.ts';
import { inTransaction, run } from '../client.ts';
import type { Db, Queryable } from '../client.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** How a department numbers a kind: what is in force since when and by whom, and what is proposed. Instants in ms. */
export interface NumberPattern {
  readonly kind: DocumentKind;
  readonly pattern: string | null;
  readonly since: number | null;
  readonly inForceByName: string | null;
  readonly proposed: string | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  /** The last number that was given in the year asked for; 0: none. */
  readonly last: number;
}

const nameOf = (column: string) => `(SELECT u.name FROM app_user u WHERE u.id = p.${column})`;
const list = {
  name: 'number-patterns',
  text: `SELECT p.kind, p.pattern, (extract(epoch FROM p.since) * 1000)::bigint AS since, ${nameOf('in_force_by')} AS "inForceByName", p.proposed,
      p.proposed_by AS "proposedBy", ${nameOf('proposed_by')} AS "proposedByName", coalesce(s.last, 0) AS last
    FROM number_pattern p LEFT JOIN number_series s ON s.department_id = p.department_id AND s.kind = p.kind AND s.year = $2
    WHERE p.department_id = $1`,
};

/** The patterns of a department, with how far each series is in a civil year. */
export async function numberPatterns(db: Queryable, departmentId: string, year: number): Promise<NumberPattern[]> {
  return run<{ [K in keyof NumberPattern]: NumberPattern[K] }>(db, list, [departmentId, year]);
}

const inForce = {
  name: 'number-patterns-in-force',
  text: 'SELECT kind FROM number_pattern WHERE department_id = $1 AND pattern IS NOT NULL',
};

/** The kinds that a department's register numbers. */
export async function kindsFromSeries(db: Queryable, departmentId: string): Promise<readonly DocumentKind[]> {
  return (await run<{ kind: DocumentKind }>(db, inForce, [departmentId])).map(({ kind }) => kind);
}

export type PatternRefusal = Refusal<'pattern-taken' | 'pattern-not-proposed' | 'pattern-same-person'>;

interface OnePattern {
  readonly departmentId: string;
  readonly kind: DocumentKind;
  readonly by: string;
}

const propose = {
  name: 'number-pattern-propose',
  text: `INSERT INTO number_pattern (department_id, kind, proposed, proposed_by) SELECT $1, $2, $3, $4
      WHERE NOT EXISTS (SELECT FROM number_pattern o WHERE o.department_id = $1 AND o.kind <> $2 AND $3 IN (o.pattern, o.proposed))
    ON CONFLICT (department_id, kind) DO UPDATE SET proposed = EXCLUDED.proposed, proposed_by = EXCLUDED.proposed_by RETURNING kind`,
};

/** Proposes a pattern that is well formed; what was proposed before is replaced. Code: pattern-taken by another kind of the department. */
export async function proposePattern(
  db: Queryable,
  { departmentId, kind, by, pattern }: OnePattern & { pattern: string },
): Promise<PatternRefusal | null> {
  const done = await run(db, propose, [departmentId, kind, pattern, by]);
  return done.length > 0 ? null : taken(pattern);
}

const uniqueViolation = '23505';

/**
 * Puts what is proposed in force, by somebody else than who proposed it, as of `now` (ms). Each series goes on above what was typed by that
 * pattern before. Codes: PatternRefusal.
 */
export async function enforcePattern(db: Db, o: OnePattern & { now: number }): Promise<PatternRefusal | null> {
  try {
    return await inTransaction(db, async (client) => enforce(client, o));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === uniqueViolation) return taken(o.kind);
    throw error;
  }
}

const readProposed = {
  name: 'number-pattern-proposed',
  text: 'SELECT proposed, proposed_by AS "proposedBy" FROM number_pattern WHERE department_id = $1 AND kind = $2 FOR UPDATE',
};
const putInForce = {
  name: 'number-pattern-enforce',
  text: `UPDATE number_pattern SET pattern = proposed, since = $3, in_force_by = $4, proposed = NULL, proposed_by = NULL
    WHERE department_id = $1 AND kind = $2`,
};

async function enforce(
  client: Queryable,
  { departmentId, kind, by, now }: OnePattern & { now: number },
): Promise<PatternRefusal | null> {
  // Whoever books a number waits, and then sees the pattern: nothing is typed any more that the series would give again.
  await client.query('LOCK TABLE document_number IN SHARE ROW EXCLUSIVE MODE');
  const [found] = await run<{ proposed: string | null; proposedBy: string }>(client, readProposed, [
    departmentId,
    kind,
  ]);
  if (found === undefined || found.proposed === null)
    return refuse('pattern-not-proposed', 'expected a pattern that is proposed, but none is');
  if (found.proposedBy === by)
    return refuse(
      'pattern-same-person',
      'expected a second person to put the pattern in force, but it is who proposed it',
    );
  await goOnAboveTyped(client, { departmentId, kind, pattern: found.proposed });
  await run(client, putInForce, [departmentId, kind, new Date(now), by]);
  return null;
}

const typed = {
  name: 'numbers-typed',
  text: 'SELECT text, year FROM document_number WHERE department_id = $1 AND kind = $2 AND serial IS NULL',
};
const begin = {
  name: 'number-series-begin',
  text: `INSERT INTO number_series AS s (department_id, kind, year, last, begun) VALUES ($1, $2, $3, $4, $4)
    ON CONFLICT (department_id, kind, year) DO UPDATE SET last = greatest(s.last, EXCLUDED.last), begun = greatest(s.begun, EXCLUDED.begun)`,
};
const raise = {
  name: 'number-series-raise',
  text: `INSERT INTO number_series AS s (department_id, kind, year, last) VALUES ($1, $2, $3, $4)
    ON CONFLICT (department_id, kind, year) DO UPDATE SET last = greatest(s.last, EXCLUDED.last)`,
};

/** A number of the new year may have been typed in December, one of the old year in January. */
async function goOnAboveTyped(
  client: Queryable,
  { departmentId, kind, pattern }: { departmentId: string; kind: DocumentKind; pattern: string },
): Promise<void> {
  const highest = new Map<number, number>();
  for (const { text, year } of await run<{ text: string; year: number }>(client, typed, [departmentId, kind])) {
    for (const of of [year - 1, year, year + 1]) {
      const serial = serialBy(pattern, of, text);
      if (serial !== null) highest.set(of, Math.max(serial, highest.get(of) ?? 0));
    }
  }
  for (const [year, serial] of highest) await run(client, begin, [departmentId, kind, year, serial]);
}

/** The series goes on above a serial. */
export async function raiseSeries(
  db: Queryable,
  o: { departmentId: string; kind: DocumentKind; year: number; serial: number },
): Promise<void> {
  await run(db, raise, [o.departmentId, o.kind, o.year, o.serial]);
}

function taken(pattern: string): PatternRefusal {
  return refuse('pattern-taken', `expected a pattern of no other kind of the department, but ${pattern} is of another`);
}
