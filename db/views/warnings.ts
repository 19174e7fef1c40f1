import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Level } from '../../domain/flow/definition.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { instantOf, ms, newQuery, rowsOf, sizeFor, toPage } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';

export interface WarningsRequest {
  readonly actor: Actor;
  /** `me`: addressed to a role held there; `scope`: all that the person may see. */
  readonly to: 'me' | 'scope';
  readonly level?: Level | undefined;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A warning in a list. `note` is a digest's words; instants in epoch ms. */
export interface WarningRow {
  readonly warningId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly definition: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly clock: string;
  readonly rung: string;
  readonly level: Level;
  readonly to: readonly Role[];
  readonly on: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly at: number;
  readonly recordedAt: number;
  readonly late: boolean;
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedByName: string | null;
  readonly note: string | null;
}

const columns = `w.warning_id AS "warningId", w.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode",
  i.name AS "itemName", c.definition, w.department_id AS "departmentId", d.name AS "departmentName",
  w.region_code AS "regionCode", w.clock, w.rung, w.level, w.to_roles AS "to", w.on_day AS "on", w.due_on AS "dueOn",
  ${ms('w.at')} AS at, ${ms('w.recorded_at')} AS "recordedAt", w.late, ${ms('w.acknowledged_at')} AS "acknowledgedAt",
  w.acknowledged_by AS "acknowledgedBy", u.name AS "acknowledgedByName", t.content AS note`;

/** A page of warnings: those nobody acknowledged first, each part newest first. Code: bad-cursor. */
export async function warnings(db: Queryable, o: WarningsRequest): Promise<Page<WarningRow> | BadCursor> {
  const place = o.cursor === undefined ? [] : readCursor('warnings', o.cursor, ['flag', 'instant', 'id']);
  if (isRefusal<'bad-cursor'>(place)) return place;
  const [answered = 'false', at, warningId = ''] = place;
  const q = newQuery();
  const size = sizeFor(o.limit) + 1;
  const inAnswered = `${q.bind(answered)}::boolean`;
  const from = { at: q.bind(at === undefined ? 'infinity' : instantOf(Number(at))), id: q.bind(warningId) };
  const reach = reachOf(q, scopeOf(o.actor), o);
  const sorted = `ORDER BY at DESC, warning_id DESC LIMIT ${size}`;
  const half = (where: string) => {
    const arm = (place: string) => `CROSS JOIN LATERAL (SELECT w.at, w.warning_id FROM warning w
      WHERE ${place} AND ${where}${reach.level} ORDER BY w.at DESC, w.warning_id DESC LIMIT ${size}) p`;
    return `${reach.departments(arm)} UNION ALL ${reach.regions(arm)}`;
  };
  const newest = half(
    `w.acknowledged_at IS NULL AND (w.at, w.warning_id) < (${from.at}::timestamptz, ${from.id}::text)`,
  );
  const rest = half(`w.acknowledged_at IS NOT NULL AND (w.at, w.warning_id) <
    (CASE WHEN ${inAnswered} THEN ${from.at}::timestamptz ELSE 'infinity' END, ${from.id}::text)`);
  const text = `WITH unanswered AS MATERIALIZED (SELECT * FROM (${newest}) p WHERE NOT ${inAnswered} ${sorted}),
    answered AS MATERIALIZED (SELECT * FROM (${rest}) p WHERE (SELECT count(*) FROM unanswered) < ${size} ${sorted}),
    page AS (SELECT false AS answered, * FROM unanswered UNION ALL SELECT true, * FROM answered
      ORDER BY answered, at DESC, warning_id DESC LIMIT ${size})
    SELECT ${columns}
    FROM page JOIN warning w ON w.warning_id = page.warning_id JOIN case_row c ON c.case_id = w.case_id
    JOIN item i ON i.code = c.item_code JOIN department d ON d.id = w.department_id
    LEFT JOIN app_user u ON u.id = w.acknowledged_by
    LEFT JOIN case_text t ON t.case_id = w.case_id AND t.digest = w.note
    ORDER BY page.answered, page.at DESC, page.warning_id DESC`;
  const name = `warnings-${o.to}${o.level === undefined ? '' : '-level'}-${size}`;
  const rows = await rowsOf<WarningRow>(db, { name, text, q });
  return toPage(rows, o.limit, (last) =>
    writeCursor('warnings', [String(last.acknowledgedAt !== null), String(last.at), last.warningId]),
  );
}

type Arm = (place: string) => string;

/** The ways in: the departments of the posts, and the watched regions without those departments. `me` asks for a role held there. */
function reachOf(q: Query, scope: Scope, o: WarningsRequest) {
  const own = q.bind(scope.departments);
  const roles = q.bind(scope.departments.map((id) => rolesIn(scope, id)));
  const patterns = q.bind(scope.regionPatterns);
  // PostgreSQL guesses that && fits one row in a hundred and would sort whole regions; of coalesce it guesses one in two.
  const watches = o.to === 'me' ? `coalesce(w.to_roles && ${q.bind(scope.watchingRoles)}::text[], false)` : 'true';
  const held = `string_to_array(a.roles, ',')`;
  const handles = `coalesce(w.to_roles && ${held} OR w.region_code LIKE ANY (${patterns}::text[]) AND ${watches}, false)`;
  return {
    level: o.level === undefined ? '' : ` AND w.level = ${q.bind(o.level)}`,
    departments: (arm: Arm) => `SELECT p.* FROM unnest(${own}::text[], ${roles}::text[]) AS a (department_id, roles)
      ${arm(`w.department_id = a.department_id${o.to === 'me' ? ` AND ${handles}` : ''}`)}`,
    regions: (arm: Arm) => `SELECT p.* FROM region r
      ${arm(`w.region_code = r.code AND w.department_id <> ALL (${own}::text[]) AND ${watches}`)}
      WHERE r.code LIKE ANY (${patterns}::text[])`,
  };
}

function rolesIn(scope: Scope, departmentId: string): string {
  return scope.posts
    .filter((post) => post.departmentId === departmentId)
    .map(({ role }) => role)
    .join(',');
}
