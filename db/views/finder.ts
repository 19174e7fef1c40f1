import type { ToldDue } from '../../domain/case/clocks.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { FoundBy } from '../../domain/words/found-by.ts';
import type { Queryable } from '../client.ts';
import { found } from './filters.ts';
import { foundBy } from './found-by.ts';
import { instantOf, newQuery, rowsOf } from './query.ts';
import { scopeOf, seen } from './scope.ts';
import { soughtIn } from './sought.ts';
import { toldOf } from './told.ts';

/** A case as the finder shows it. `applicant` is the raw text (mask it). */
export interface KnownCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemName: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly applicant: string | null;
  readonly receivedOn: CivilDate;
  readonly told: ToldDue;
  readonly status: 'open' | 'closed';
  readonly result: CaseResult | null;
}

/** A case that is meant by some words, and what of it they mean. */
export interface FoundCase extends KnownCase {
  readonly foundBy: readonly FoundBy[];
}

const columns = `c.case_id AS "caseId", c.case_no AS "caseNo", i.name AS "itemName", c.department_id AS "departmentId",
  d.name AS "departmentName", t.content AS applicant, c.received_on AS "receivedOn", ${toldOf} AS told, c.status, c.result`;
const joins = `JOIN item i ON i.code = c.item_code JOIN department d ON d.id = c.department_id
  LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant`;

/** More than so many are not looked at one by one: who typed two frequent signs types a third. */
const mostLookedAt = 1_000;

/**
 * The cases that the person sees and that the words mean (as `Filters.find`): open ones first, the newest of each first, `limit` at most.
 * `more`: there are others; `tooMany`: so many that not all were looked at, which asks for one more word.
 */
export async function findCases(
  db: Queryable,
  o: { readonly actor: Actor; readonly words: string; readonly limit: number },
): Promise<{ readonly items: readonly FoundCase[]; readonly more: boolean; readonly tooMany: boolean }> {
  const q = newQuery();
  const scope = scopeOf(o.actor);
  const text = `WITH meant AS MATERIALIZED (SELECT m.case_id FROM (${found(q, scope, o.words)}) m LIMIT ${mostLookedAt + 1})
    SELECT ${columns}, (SELECT count(*) > ${mostLookedAt} FROM meant) AS cut FROM case_row c ${joins}
    WHERE c.case_id = ANY (ARRAY(SELECT case_id FROM meant)) AND ${seen(q, scope, 'c')}
    ORDER BY c.closed_at IS NOT NULL, c.received_on DESC, c.case_no DESC LIMIT ${q.bind(o.limit + 1)}::int`;
  const rows = await rowsOf<KnownCase & { readonly cut: boolean }>(db, text, q);
  const cases = rows.slice(0, o.limit);
  const why = await foundBy(db, { scope, sought: soughtIn(o.words), cases });
  const tooMany = rows[0]?.cut === true;
  return {
    items: cases.map((row) => ({ ...row, foundBy: why.get(row.caseId) ?? [] })),
    more: tooMany || rows.length > o.limit,
    tooMany,
  };
}

/** So many of the cases that a person opened are remembered. */
const mostOpened = 10;

/** The cases that a person opened last and still sees, newest first. */
export async function openedCases(db: Queryable, actor: Actor): Promise<readonly KnownCase[]> {
  const q = newQuery();
  const text = `SELECT ${columns} FROM case_opened o JOIN case_row c ON c.case_id = o.case_id ${joins}
    WHERE o.user_id = ${q.bind(actor.id)}::uuid AND ${seen(q, scopeOf(actor), 'c')} ORDER BY o.at DESC, o.case_id LIMIT ${mostOpened}`;
  return rowsOf<KnownCase>(db, text, q);
}

/** Remembers that a person opened a case, at an instant (epoch ms), and forgets what is older than the last of them. */
export async function rememberOpened(
  db: Queryable,
  o: { readonly actorId: string; readonly caseId: string; readonly at: number },
): Promise<void> {
  const q = newQuery();
  const [user, opened, at] = [q.bind(o.actorId), q.bind(o.caseId), q.bind(instantOf(o.at))];
  const kept = `INSERT INTO case_opened (user_id, case_id, at) VALUES (${user}::uuid, ${opened}::uuid, ${at}::timestamptz)
    ON CONFLICT (user_id, case_id) DO UPDATE SET at = greatest(case_opened.at, EXCLUDED.at)`;
  // The statement does not see its own row: of the others, one fewer stays.
  const older = `DELETE FROM case_opened WHERE (user_id, case_id) IN (SELECT user_id, case_id FROM case_opened
    WHERE user_id = ${user}::uuid AND case_id <> ${opened}::uuid ORDER BY at DESC OFFSET ${mostOpened - 1})`;
  await rowsOf(db, `WITH kept AS (${kept}) ${older}`, q);
}
