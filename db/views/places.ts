import type { Seen } from '../../domain/people/can.ts';
import type { Queryable } from '../client.ts';
import { newQuery, rowsOf } from './query.ts';

/** Whose case it is and who was let in: all that `canSee` asks. A case never moves, and who was let in stays so. */
export interface CasePlace extends Seen {
  readonly caseId: string;
}

/** The places of some cases; unknown ids are left out. */
export async function casePlaces(db: Queryable, caseIds: readonly string[]): Promise<CasePlace[]> {
  const q = newQuery();
  const viewers = (kind: string) =>
    `ARRAY(SELECT v.viewer FROM case_seen v WHERE v.case_id = c.case_id AND v.kind = '${kind}')`;
  const text = `SELECT c.case_id AS "caseId", c.region_code AS "regionCode", ${viewers('department')} AS departments,
      ${viewers('person')} AS people
    FROM case_row c WHERE c.case_id = ANY (${q.bind(caseIds)}::uuid[])`;
  return rowsOf<CasePlace>(db, text, q);
}
