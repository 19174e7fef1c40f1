import type { Shine } from '../../domain/case/lights.ts';

/** SQL: what a row of `case_row` or `case_task` shines on a day: the same answer as `shineOn`, over the days the projection wrote. */
export function shine(row: string, today: string): string {
  return `CASE WHEN ${row}.red_key <= ${today}::date THEN 'red' WHEN ${row}.yellow_key <= ${today}::date THEN 'yellow' ELSE 'green' END`;
}

/** SQL: the row shines so on a day. */
export function shines(row: string, light: Shine, today: string): string {
  return `${shine(row, today)} = '${light}'`;
}
