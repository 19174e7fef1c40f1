import type { Queryable } from '../client.ts';
import { newQuery, rowsOf } from './query.ts';

/** Whose case it is: all that rights are reckoned from. A case never moves. */
export interface CasePlace {
  readonly caseId: string;
  readonly departmentId: string;
  readonly regionCode: string;
}

/** The places of some cases; unknown ids are left out. */
export async function casePlaces(db: Queryable, caseIds: readonly string[]): Promise<CasePlace[]> {
  const q = newQuery();
  const text = `SELECT case_id AS "caseId", department_id AS "departmentId", region_code AS "regionCode"
    FROM case_row WHERE case_id = ANY (${q.bind(caseIds)}::uuid[])`;
  return rowsOf<CasePlace>(db, text, q);
}
