import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { LimitUnit } from '../../domain/clock/clock.ts';
import type { UntimedPhase } from '../../domain/case/state.ts';
import type { StepKindName } from '../../domain/steps/params.ts';
import { clockId } from '../../domain/instance-id.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { handlerOf, ofOpenStep } from './handler.ts';
import type { Handler } from './handler.ts';
import { readPage } from './list.ts';
import { newQuery, rowsOf } from './query.ts';
import type { BadCursor, Page } from './query.ts';
import { scopeOf } from './scope.ts';
import { byPlace, lateral } from './ways.ts';

/**
 * A row of the 督办清理台账 (domain.md 6.4): an open untimed step. `naturalDays`: civil days since it started. `applicant` is the raw text (mask it). The basis of the
 * start is in the definition, under the step's id.
 */
export interface LedgerRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly definition: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly applicant: string | null;
  readonly stepId: string;
  readonly kind: StepKindName;
  readonly phase: UntimedPhase;
  readonly openedOn: CivilDate;
  readonly startedOn: CivilDate | null;
  readonly limitCount: number | null;
  readonly promiseDueOn: CivilDate | null;
  /** By when it is to be started, until it is; then its promise. And the unit of that limit. */
  readonly dueOn: CivilDate | null;
  readonly limitUnit: LimitUnit | null;
  readonly overdue: boolean;
  readonly naturalDays: number | null;
  /** Who acts next: the post, and by name who holds the task. */
  readonly nextRole: Role;
  readonly handler: Handler | null;
  readonly reminders: number;
}

const columns = (today: string) => `s.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode",
  i.name AS "itemName", c.definition, s.department_id AS "departmentId", d.name AS "departmentName",
  s.region_code AS "regionCode", t.content AS applicant, s.step_id AS "stepId", s.kind, s.phase, s.opened_on AS "openedOn",
  s.started_on AS "startedOn", x.limit_unit AS "limitUnit",
  CASE WHEN s.started_on IS NOT NULL THEN x.limit_count END AS "limitCount",
  s.promise_due_on AS "promiseDueOn", nullif(s.promise_key, 'infinity') AS "dueOn", s.promise_key < ${today}::date AS overdue,
  ${today}::date - s.started_on AS "naturalDays", coalesce(n.role, s.role) AS "nextRole",
  ${handlerOf('h')} AS handler, s.reminders`;

export interface LedgerRequest {
  readonly actor: Actor;
  readonly today: CivilDate;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters?: LedgerFilters | undefined;
}

/** What the 台账 is narrowed by. */
export interface LedgerFilters {
  readonly departmentId?: string | undefined;
  readonly itemCode?: string | undefined;
  readonly phase?: UntimedPhase | undefined;
  /** Only what is past its promise or its limit to start. */
  readonly isOverdue?: boolean | undefined;
}

/** A page of the 督办清理台账 of the person's departments and watched regions: overdue first, then by the promise or the limit to start. Code: bad-cursor. */
export async function ledger(db: Queryable, o: LedgerRequest): Promise<Page<LedgerRow> | BadCursor> {
  const q = newQuery();
  const { departmentId, itemCode, phase, isOverdue = false } = o.filters ?? {};
  const narrow = [
    itemCode === undefined ? '' : ` AND s.item_code = ${q.bind(itemCode)}`,
    phase === undefined ? '' : ` AND s.phase = ${q.bind(phase)}`,
    isOverdue ? ` AND s.promise_key < ${q.bind(o.today)}::date` : '',
  ];
  return readPage<LedgerRow>(
    db,
    q,
    {
      name: 'ledger',
      from: 'case_step s',
      where: `s.open AND s.untimed${narrow.join('')}`,
      ways: byPlace(q, scopeOf(o.actor), 's', departmentId),
      keys: [
        { column: 's.promise_key', is: 'day' },
        { column: 's.case_id', is: 'uuid' },
        { column: 's.step_id', is: 'id' },
      ],
      order: 'ASC',
      columns: columns(q.bind(o.today)),
      joins: `JOIN case_step s ON s.case_id = page.case_id AND s.step_id = page.step_id
        JOIN case_row c ON c.case_id = s.case_id JOIN item i ON i.code = c.item_code JOIN department d ON d.id = s.department_id
        LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant
        LEFT JOIN case_task n ON n.case_id = s.case_id AND n.step_id = s.step_id AND ${ofOpenStep('n')}
        LEFT JOIN app_user h ON h.id = n.assignee
        LEFT JOIN case_clock x ON x.case_id = s.case_id
          AND x.clock = CASE WHEN s.started_on IS NULL THEN '${clockId('start', '')}' ELSE '${clockId('promise', '')}' END || s.step_id`,
    },
    o,
  );
}

/** How many rows the 台账 of the person has, and how many of them are past their promise or the limit to start. */
export async function ledgerCounts(
  db: Queryable,
  o: { actor: Actor; today: CivilDate },
): Promise<{ open: number; overdue: number }> {
  const q = newQuery();
  const today = q.bind(o.today);
  const arm = (where: string) => `
    SELECT count(*) AS n, count(*) FILTER (WHERE s.promise_key < ${today}::date) AS late
    FROM case_step s WHERE s.open AND s.untimed AND ${where}`;
  const text = `SELECT coalesce(sum(n), 0)::bigint AS open, coalesce(sum(late), 0)::bigint AS overdue
    FROM (${lateral(byPlace(q, scopeOf(o.actor), 's'), arm)}) s`;
  const [row] = await rowsOf<{ open: number; overdue: number }>(db, text, q);
  return row ?? { open: 0, overdue: 0 };
}
