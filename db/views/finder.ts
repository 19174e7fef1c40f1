import type { CaseResult } from '../../domain/case/filing.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { found } from './filters.ts';
import { newQuery, rowsOf } from './query.ts';
import { scopeOf, seen } from './scope.ts';

/** A case that is meant by some words. `applicant` is the raw text (mask it); `dueOn` the date told to people. */
export interface FoundCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemName: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly applicant: string | null;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly status: 'open' | 'closed';
  readonly result: CaseResult | null;
}

/** More than so many are not looked at one by one: who typed two frequent signs types a third. */
const mostLookedAt = 1_000;

/**
 * The cases that the person sees and that the words mean (as `Filters.find`): open ones first, the newest of each first, `limit` at most.
 * `more`: there are others.
 */
export async function findCases(
  db: Queryable,
  o: { readonly actor: Actor; readonly words: string; readonly limit: number },
): Promise<{ readonly items: readonly FoundCase[]; readonly more: boolean }> {
  const q = newQuery();
  const scope = scopeOf(o.actor);
  const text = `WITH meant AS MATERIALIZED (SELECT m.case_id FROM (${found(q, scope, o.words)}) m LIMIT ${mostLookedAt + 1})
    SELECT c.case_id AS "caseId", c.case_no AS "caseNo", i.name AS "itemName", c.department_id AS "departmentId",
      d.name AS "departmentName", t.content AS applicant, c.received_on AS "receivedOn", c.due_on AS "dueOn", c.status, c.result,
      (SELECT count(*) > ${mostLookedAt} FROM meant) AS cut
    FROM case_row c JOIN item i ON i.code = c.item_code JOIN department d ON d.id = c.department_id
      LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant
    WHERE c.case_id = ANY (ARRAY(SELECT case_id FROM meant)) AND ${seen(q, scope, 'c')}
    ORDER BY c.closed_at IS NOT NULL, c.received_on DESC, c.case_no DESC LIMIT ${q.bind(o.limit + 1)}::int`;
  const rows = await rowsOf<FoundCase & { readonly cut: boolean }>(db, text, q);
  return { items: rows.slice(0, o.limit), more: rows.length > o.limit || rows[0]?.cut === true };
}
