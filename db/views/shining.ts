import type { Shine } from '../../domain/case/lights.ts';

/** SQL: what a row of `case_row` or `case_task` shines on a day: the same answer as `shineOn`, over the days the projection wrote. */
export function shine(row: string, today: string): string {
  return `CASE WHEN ${row}.red_key <= ${today}::date THEN 'red' WHEN ${row}.yellow_key <= ${today}::date THEN 'yellow' ELSE 'green' END`;
}

/** SQL: the row shines so on a day. */
export function shines(row: string, light: Shine, today: string): string {
  return `${shine(row, today)} = '${light}'`;
}

/**
 * SQL: the gravest clock of a case that is not over and has a date (`byGravity`), as a lateral join under the alias `k`; `which`: what is
 * asked of it besides.
 */
export function gravest(caseId: string, today: string, which = 'true'): string {
  const rank = `CASE ${shine('g', today)} WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 ELSE 2 END`;
  return `LEFT JOIN LATERAL (SELECT g.* FROM case_clock g
    WHERE g.case_id = ${caseId} AND g.ended_on IS NULL AND g.due_on IS NOT NULL AND ${which}
    ORDER BY ${rank}, g.due_on, g.started_on, g.clock LIMIT 1) k ON true`;
}
