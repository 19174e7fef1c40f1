import { startOfDay } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { ToldDue } from '../../domain/case/clocks.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import type { TimeSort } from '../../domain/words/sorts.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { filtered, received } from './filters.ts';
import type { Filters } from './filters.ts';
import { inTime, readPage } from './list.ts';
import { instantOf, ms, newQuery } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { scopeOf, seen, viewersOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { toldOf } from './told.ts';
import { regions } from './ways.ts';
import type { Way } from './ways.ts';
import { finishedJoins, workColumns } from './work-row.ts';
import type { WorkRow } from './work-row.ts';

interface Request {
  readonly actor: Actor;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters?: Filters | undefined;
  readonly sort?: TimeSort | undefined;
}

/** SQL: the steps that a person finished and may still see. */
export function finishedBy(q: Query, scope: Scope): string {
  return `s.finished_by = ${q.bind(scope.actorId)}::uuid AND ${seen(q, scope, 's')}`;
}

/** A page of the steps that the person finished, newest first or as `sort` says. Code: bad-cursor. */
export async function finishedSteps(db: Queryable, o: Request): Promise<Page<WorkRow> | BadCursor> {
  const q = newQuery();
  const scope = scopeOf(o.actor);
  return readPage<WorkRow>(
    db,
    q,
    {
      ...inTime('finished', o.sort),
      from: 'case_step s',
      where: finishedBy(q, scope),
      ways: [{ where: `true${filtered(q, scope, 's', o.filters)}` }],
      keys: [
        { column: 's.finished_at', is: 'instant' },
        { column: 's.case_id', is: 'uuid' },
        { column: 's.step_id', is: 'id' },
      ],
      columns: workColumns,
      joins: finishedJoins,
    },
    o,
  );
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
  readonly told: ToldDue;
  readonly closedAt: number;
}

const columns = `c.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName", t.content AS applicant,
  c.department_id AS "departmentId", d.name AS "departmentName", c.result, c.received_on AS "receivedOn",
  c.accepted_on AS "acceptedOn", c.decided_on AS "decidedOn", ${toldOf} AS told, ${ms('c.closed_at')} AS "closedAt"`;

/** A page of the closed cases that the person sees, newest first or as `sort` says. Code: bad-cursor. */
export async function closedCases(db: Queryable, o: Request): Promise<Page<ClosedCase> | BadCursor> {
  const q = newQuery();
  const scope = scopeOf(o.actor);
  const { receivedFrom, receivedTo, departmentId, ...others } = o.filters ?? {};
  const narrow = filtered(q, scope, 'c', others);
  return readPage<ClosedCase>(
    db,
    q,
    {
      ...inTime('closed', o.sort),
      from: 'case_row c',
      where: `c.closed_at IS NOT NULL${narrow}${receivedBetween(q, { receivedFrom, receivedTo })}`,
      ways: closedWays(q, scope, { departmentId, isNarrow: narrow !== '' }),
      keys: [
        { column: 'c.closed_at', is: 'instant' },
        { column: 'c.case_id', is: 'uuid' },
      ],
      columns,
      joins: `JOIN case_row c ON c.case_id = page.case_id JOIN item i ON i.code = c.item_code
        JOIN department d ON d.id = c.department_id
        LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant`,
    },
    o,
  );
}

/**
 * SQL, after an AND: the row's case was received between days. Days are no way in, they may be all of a year: the closed ones are walked
 * from the newest, and none was closed before it was received.
 */
function receivedBetween(q: Query, days: Pick<Filters, 'receivedFrom' | 'receivedTo'>): string {
  const { receivedFrom, receivedTo } = days;
  if (receivedFrom === undefined && receivedTo === undefined) return '';
  const since =
    receivedFrom === undefined ? '' : ` AND c.closed_at >= ${q.bind(instantOf(startOfDay(receivedFrom)))}::timestamptz`;
  return `${since} AND EXISTS (SELECT 1 FROM case_row n WHERE n.case_id = c.case_id AND ${received(q, 'n', days)} OFFSET 0)`;
}

/**
 * By whom was let in, and by the regions watched; a case that both lead to is one row. A filter is the narrowest way in: it leads, and
 * the scope is checked on what it finds. To those of a department the closed ones of its region lead.
 */
function closedWays(
  q: Query,
  scope: Scope,
  { departmentId, isNarrow }: { departmentId: string | undefined; isNarrow: boolean },
): readonly Way[] {
  if (departmentId !== undefined) {
    const from = `(SELECT id, region_code FROM department WHERE id = ${q.bind(departmentId)}) a`;
    return [{ from, where: `c.region_code = a.region_code AND c.department_id = a.id AND ${seen(q, scope, 'c')}` }];
  }
  if (isNarrow) return [{ where: seen(q, scope, 'c') }];
  const letIn = {
    from: `${viewersOf(q, scope)} AS a (kind, viewer)`,
    where: 'c.kind = a.kind AND c.viewer = a.viewer',
  };
  // Made only where it is used: PostgreSQL cannot tell the type of a value that stands nowhere.
  const watched = () => ({ from: `${regions(q, scope)} r`, where: 'c.region_code = r.code' });
  return [{ ...letIn, rows: 'case_seen c' }, ...(scope.regionPatterns.length > 0 ? [watched()] : [])];
}
