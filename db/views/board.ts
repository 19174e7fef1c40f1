import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { newQuery, rowsOf, sizeFor, toPage } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { inScope, scopeOf } from './scope.ts';

export type BoardLight = 'red' | 'yellow' | 'green';

/** Open cases of one item of one department by light. `overdue`: those of the red with an overdue running clock. */
export interface BoardCount {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly overdue: number;
}

/** `nearOn`: last day that counts as near. */
interface Asked {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly nearOn: CivilDate;
}

/** One open case with its light. `applicant` is the raw text (mask it); `clock` is the one due first. */
export interface BoardCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemName: string;
  readonly definition: string;
  readonly departmentName: string;
  readonly applicant: string | null;
  readonly light: BoardLight;
  readonly overdue: boolean;
  readonly dueOn: CivilDate | null;
  readonly clock: string | null;
  readonly redWarnings: number;
  readonly yellowWarnings: number;
}

export interface BoardCasesRequest extends Asked {
  readonly light?: BoardLight | undefined;
  readonly departmentId?: string | undefined;
  readonly itemCode?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * SQL: the open cases in scope with their light, the one place that says what a light is. The warnings of each case are counted by its
 * index, so that the cost follows the open cases and not all warnings nobody ever answered.
 */
function lit(q: Query, o: Asked, where = ''): string {
  const today = q.bind(o.today);
  const near = q.bind(o.nearOn);
  return `SELECT c.case_id, c.department_id, c.item_code, c.sort_due_on, w.red, w.yellow,
      coalesce(c.sort_due_on < ${today}::date, false) AS overdue,
      CASE WHEN c.sort_due_on < ${today}::date OR w.red > 0 THEN 'red'
        WHEN c.sort_due_on <= ${near}::date OR w.yellow > 0 THEN 'yellow' ELSE 'green' END AS light
    FROM case_row c CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE w.level = 'red') AS red, count(*) FILTER (WHERE w.level = 'yellow') AS yellow
      FROM warning w WHERE w.case_id = c.case_id AND w.acknowledged_at IS NULL) w
    WHERE c.status = 'open' AND ${inScope(q, scopeOf(o.actor), 'c')}${where}`;
}

/** The open cases the person may see, counted by department and item. */
export async function board(db: Queryable, o: Asked): Promise<BoardCount[]> {
  const q = newQuery();
  const of = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const text = `WITH counted AS (
      SELECT department_id, item_code, ${of("light = 'red'")} AS red, ${of("light = 'yellow'")} AS yellow,
        ${of("light = 'green'")} AS green, ${of('overdue')} AS overdue
      FROM (${lit(q, o)}) l GROUP BY department_id, item_code)
    SELECT b.department_id AS "departmentId", d.name AS "departmentName", b.item_code AS "itemCode", i.name AS "itemName",
      b.red, b.yellow, b.green, b.overdue
    FROM counted b JOIN department d ON d.id = b.department_id JOIN item i ON i.code = b.item_code
    ORDER BY d.region_code, d.id, i.code`;
  return rowsOf<BoardCount>(db, { name: 'board', text, q });
}

/** A page of the cases that the board counts: same conditions, due first in front, the stopped last. Code: bad-cursor. */
export async function boardCases(db: Queryable, o: BoardCasesRequest): Promise<Page<BoardCase> | BadCursor> {
  const place = o.cursor === undefined ? [] : readCursor('board', o.cursor, ['day', 'uuid']);
  if (isRefusal<'bad-cursor'>(place)) return place;
  const [dueKey = '-infinity', caseId = '00000000-0000-0000-0000-000000000000'] = place;
  const q = newQuery();
  const size = sizeFor(o.limit) + 1;
  const key = `coalesce(c.sort_due_on, 'infinity'::date)`;
  const after = ` AND (${key}, c.case_id) > (${q.bind(dueKey)}::date, ${q.bind(caseId)}::uuid)`;
  const own = o.departmentId === undefined ? '' : ` AND c.department_id = ${q.bind(o.departmentId)}`;
  const item = o.itemCode === undefined ? '' : ` AND c.item_code = ${q.bind(o.itemCode)}`;
  const cases = lit(q, o, `${after}${own}${item}`);
  const light = o.light === undefined ? '' : ` WHERE light = ${q.bind(o.light)}`;
  const text = `WITH page AS MATERIALIZED (
      SELECT coalesce(sort_due_on, 'infinity'::date) AS due_key, l.* FROM (${cases}) l${light} ORDER BY due_key, case_id LIMIT ${size})
    SELECT page.due_key::text AS "dueKey", c.case_id AS "caseId", c.case_no AS "caseNo", i.name AS "itemName", c.definition,
      d.name AS "departmentName", t.content AS applicant, page.light, page.overdue, page.sort_due_on AS "dueOn",
      c.sort_clock AS clock, page.red AS "redWarnings", page.yellow AS "yellowWarnings"
    FROM page JOIN case_row c ON c.case_id = page.case_id JOIN item i ON i.code = c.item_code
    JOIN department d ON d.id = c.department_id
    LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant
    ORDER BY page.due_key, page.case_id`;
  const shape = [own && 'department', item && 'item', light && 'light'].filter(Boolean).join('-') || 'all';
  const rows = await rowsOf<BoardCase & { dueKey: string }>(db, { name: `board-cases-${shape}-${size}`, text, q });
  return toPage(rows, o.limit, (last) => writeCursor('board', [last.dueKey, last.caseId]));
}
