import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Filters } from './open-steps.ts';
import { beginsWith, instantOf, ms, newQuery, rowsOf, sizeFor, toPage } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { inScope, scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { stepColumns, stepJoins } from './step-columns.ts';
import type { WorkRow } from './worklist.ts';

interface Request {
  readonly actor: Actor;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters?: Filters | undefined;
}

/** SQL: the steps that a person finished and may still see. */
export function finishedBy(q: Query, scope: Scope): string {
  return `s.finished_by = ${q.bind(scope.actorId)}::uuid AND ${inScope(q, scope, 's')}`;
}

/** A page of the steps that the person finished, newest first. Code: bad-cursor. */
export async function finishedPage(db: Queryable, o: Request): Promise<Page<WorkRow> | BadCursor> {
  const place = o.cursor === undefined ? [] : readCursor('finished', o.cursor, ['instant', 'uuid', 'id']);
  if (isRefusal<'bad-cursor'>(place)) return place;
  const [at, caseId, stepId] = place;
  const q = newQuery();
  const size = sizeFor(o.limit) + 1;
  const after =
    at === undefined
      ? ''
      : ` AND (s.finished_at, s.case_id, s.step_id) < (${q.bind(instantOf(Number(at)))}::timestamptz, ${q.bind(caseId)}::uuid, ${q.bind(stepId)}::text)`;
  const text = `SELECT ${stepColumns} FROM case_step s ${stepJoins}
    WHERE ${finishedBy(q, scopeOf(o.actor))}${after}${filtered(q, o.filters)}
    ORDER BY s.finished_at DESC, s.case_id DESC, s.step_id DESC LIMIT ${size}`;
  const rows = await rowsOf<WorkRow>(db, { name: nameOf('finished', o, size), text, q });
  return toPage(rows, o.limit, (last) => writeCursor('finished', [String(last.finishedAt), last.caseId, last.stepId]));
}

/** A closed case. `applicant` is the raw text (mask it); `closedAt` in epoch ms. */
export interface ClosedCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly applicant: string | null;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly result: CaseResult | null;
  readonly receivedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly decidedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly closedAt: number;
}

/** A page of the closed cases of the person's departments and watched regions, newest first. Code: bad-cursor. */
export async function closedCases(db: Queryable, o: Request): Promise<Page<ClosedCase> | BadCursor> {
  const place = o.cursor === undefined ? [] : readCursor('closed', o.cursor, ['instant', 'uuid']);
  if (isRefusal<'bad-cursor'>(place)) return place;
  const [at, caseId] = place;
  const scope = scopeOf(o.actor);
  const q = newQuery();
  const size = sizeFor(o.limit) + 1;
  const after =
    at === undefined
      ? ''
      : ` AND (c.closed_at, c.case_id) < (${q.bind(instantOf(Number(at)))}::timestamptz, ${q.bind(caseId)}::uuid)`;
  const arm = (where: string) => `CROSS JOIN LATERAL (SELECT c.closed_at, c.case_id FROM case_row c
    WHERE c.status = 'closed' AND ${where}${after}${filtered(q, o.filters)}
    ORDER BY c.closed_at DESC, c.case_id DESC LIMIT ${size}) p`;
  const text = `WITH page AS MATERIALIZED (SELECT * FROM (
      SELECT p.* FROM unnest(${q.bind(scope.departments)}::text[]) AS a (department_id) ${arm('c.department_id = a.department_id')}
      UNION ALL
      SELECT p.* FROM region r ${arm(`c.region_code = r.code AND c.department_id <> ALL (${q.bind(scope.departments)}::text[])`)}
      WHERE r.code LIKE ANY (${q.bind(scope.regionPatterns)}::text[])
    ) p ORDER BY closed_at DESC, case_id DESC LIMIT ${size})
    SELECT c.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName", t.content AS applicant,
      c.department_id AS "departmentId", d.name AS "departmentName", c.result, c.received_on AS "receivedOn",
      c.accepted_on AS "acceptedOn", c.decided_on AS "decidedOn", c.due_on AS "dueOn", ${ms('c.closed_at')} AS "closedAt"
    FROM page JOIN case_row c ON c.case_id = page.case_id JOIN item i ON i.code = c.item_code
    JOIN department d ON d.id = c.department_id
    LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant
    ORDER BY page.closed_at DESC, page.case_id DESC`;
  const rows = await rowsOf<ClosedCase>(db, { name: nameOf('closed', o, size), text, q });
  return toPage(rows, o.limit, (last) => writeCursor('closed', [String(last.closedAt), last.caseId]));
}

/** Both tables have the item's code; the number is of `c`. */
function filtered(q: Query, filters: Filters = {}): string {
  const item = filters.itemCode === undefined ? '' : ` AND c.item_code = ${q.bind(filters.itemCode)}`;
  return filters.caseNo === undefined ? item : `${item} AND ${beginsWith('c.case_no', filters.caseNo)}`;
}

/** A name for each text; a prefix is planned with its value. */
function nameOf(list: string, o: Request, size: number): string | null {
  if (o.filters?.caseNo !== undefined) return null;
  const shape = `${o.cursor === undefined ? 'first' : 'next'}${o.filters?.itemCode === undefined ? '' : '-item'}`;
  return `worklist-${list}-${shape}-${size}`;
}
