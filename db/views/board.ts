import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Shine } from '../../domain/case/lights.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { handlerOf, ofOpenStep } from './handler.ts';
import type { Handler } from './handler.ts';
import { readPage } from './list.ts';
import { newQuery, rowsOf } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { inScope, scopeOf, watched } from './scope.ts';
import { gravest, shine } from './shining.ts';

/** Open cases of one item of one department by light. */
export interface BoardCount {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
}

interface Asked {
  readonly actor: Actor;
  readonly today: CivilDate;
}

/** One open case with its light. `applicant` is the raw text (mask it); `clock` is the gravest. */
export interface BoardCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemName: string;
  readonly definition: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly applicant: string | null;
  /** Of the step that is due first. */
  readonly handler: Handler | null;
  readonly light: Shine;
  readonly dueOn: CivilDate | null;
  readonly clock: string | null;
  readonly provisional: boolean;
  readonly redWarnings: number;
  readonly yellowWarnings: number;
}

export interface BoardCasesRequest extends Asked {
  readonly light?: Shine | undefined;
  readonly departmentId?: string | undefined;
  readonly itemCode?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * SQL: the open cases in scope with their light. Days alone make it: no acknowledgement hides anything. The warnings that wait in each
 * case are counted by its index, so that the cost follows the open cases and not all warnings nobody ever answered. A red that its
 * department closed counts for who watches its region.
 */
function lit(q: Query, o: Asked): string {
  const today = q.bind(o.today);
  const scope = scopeOf(o.actor);
  return `(SELECT c.case_id, c.department_id, c.item_code, coalesce(c.sort_due_on, 'infinity'::date) AS due_key, w.red, w.yellow,
      ${shine('c', today)} AS light
    FROM case_row c CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE w.level = 'red') AS red, count(*) FILTER (WHERE w.level = 'yellow') AS yellow
      FROM warning w WHERE w.case_id = c.case_id AND w.waits_above
        AND (w.waits OR ${watched(q, scope, 'w')})) w
    WHERE c.status = 'open' AND ${inScope(q, scope, 'c')}) l`;
}

/** The open cases the person may see, counted by department and item. */
export async function board(db: Queryable, o: Asked): Promise<BoardCount[]> {
  const q = newQuery();
  const of = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const text = `WITH counted AS (
      SELECT department_id, item_code, ${of("light = 'red'")} AS red, ${of("light = 'yellow'")} AS yellow,
        ${of("light = 'green'")} AS green
      FROM ${lit(q, o)} GROUP BY department_id, item_code)
    SELECT b.department_id AS "departmentId", d.name AS "departmentName", b.item_code AS "itemCode", i.name AS "itemName",
      b.red, b.yellow, b.green
    FROM counted b JOIN department d ON d.id = b.department_id JOIN item i ON i.code = b.item_code
    ORDER BY d.region_code, d.id, i.code`;
  return rowsOf<BoardCount>(db, text, q);
}

const columns = `c.case_id AS "caseId", c.case_no AS "caseNo", i.name AS "itemName", c.definition,
  c.department_id AS "departmentId", d.name AS "departmentName",
  t.content AS applicant, ${handlerOf('h')} AS handler, page.light, k.due_on AS "dueOn", k.clock,
  coalesce(k.provisional, false) AS provisional, page.red AS "redWarnings",
  page.yellow AS "yellowWarnings"`;

/** A page of the cases that the board counts: same conditions, due first in front, the stopped last. Code: bad-cursor. */
export async function boardCases(db: Queryable, o: BoardCasesRequest): Promise<Page<BoardCase> | BadCursor> {
  const q = newQuery();
  const asked = { department_id: o.departmentId, item_code: o.itemCode, light: o.light };
  const wanted = Object.entries(asked).filter(([, value]) => value !== undefined);
  return readPage<BoardCase>(
    db,
    q,
    {
      name: 'board',
      from: lit(q, o),
      where: ['true', ...wanted.map(([column, value]) => `l.${column} = ${q.bind(value)}`)].join(' AND '),
      ways: [{ where: 'true' }],
      keys: [
        { column: 'l.due_key', is: 'day' },
        { column: 'l.case_id', is: 'uuid' },
      ],
      order: 'ASC',
      carried: ['l.light', 'l.red', 'l.yellow'],
      columns,
      joins: `JOIN case_row c ON c.case_id = page.case_id JOIN item i ON i.code = c.item_code
        JOIN department d ON d.id = c.department_id
        LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant
        LEFT JOIN LATERAL (SELECT n.assignee FROM case_task n WHERE n.case_id = c.case_id AND ${ofOpenStep('n')}
          ORDER BY n.due_key, n.task_id LIMIT 1) n ON true
        LEFT JOIN app_user h ON h.id = n.assignee ${gravest('c.case_id', q.bind(o.today))}`,
    },
    o,
  );
}
