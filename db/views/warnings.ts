import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Level } from '../../domain/flow/definition.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { firstPlaces, placeOf, readRows, sizeFor } from './list.ts';
import type { List } from './list.ts';
import { ms, newQuery } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { scopeOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { byPlace, byRegion, waysOf } from './ways.ts';
import type { Way } from './ways.ts';

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
  const q = newQuery();
  const size = sizeFor(o.limit);
  const level = o.level === undefined ? '' : ` AND w.level = ${q.bind(o.level)}`;
  const list = listOf(reachOf(q, scopeOf(o.actor), o.to));
  const place = placeOf(list, o.cursor);
  if (isRefusal<'bad-cursor'>(place)) return place;
  const [unanswered = 'true', ...after] = place;
  const part = (from: string, where: string, begin: readonly string[]) => {
    const half = { ...list, keys: list.keys.slice(1), where: `w.acknowledged_at IS ${where}${level}` };
    return `SELECT ${from} AS unanswered, p.* FROM (${firstPlaces(q, half, { after: begin, size })}) p`;
  };
  if (unanswered === 'false') {
    return readRows(db, q, list, { ...o, page: `page AS MATERIALIZED (${part('false', 'NOT NULL', after)})` });
  }
  const page = `unanswered AS MATERIALIZED (${part('true', 'NULL', after)}),
    answered AS MATERIALIZED (${part('false', 'NOT NULL', [])} WHERE (SELECT count(*) FROM unanswered) < ${size}),
    page AS (SELECT * FROM unanswered UNION ALL SELECT * FROM answered
      ORDER BY unanswered DESC, at DESC, warning_id DESC LIMIT ${size})`;
  return readRows(db, q, list, { ...o, page });
}

/** Its two parts stand in indexes of their own, so that `unanswered` is no column: each part is sought by the keys after it. */
function listOf(ways: readonly Way[]): List {
  return {
    name: 'warnings',
    from: 'warning w',
    where: 'true',
    ways,
    keys: [
      { column: 'unanswered', is: 'flag' },
      { column: 'w.at', is: 'instant' },
      { column: 'w.warning_id', is: 'id' },
    ],
    order: 'DESC',
    columns,
    joins: `JOIN warning w ON w.warning_id = page.warning_id JOIN case_row c ON c.case_id = w.case_id
      JOIN item i ON i.code = c.item_code JOIN department d ON d.id = w.department_id
      LEFT JOIN app_user u ON u.id = w.acknowledged_by
      LEFT JOIN case_text t ON t.case_id = w.case_id AND t.digest = w.note`,
  };
}

/** All in scope, or for `me` those of them addressed to a role held there. */
function reachOf(q: Query, scope: Scope, to: WarningsRequest['to']): readonly Way[] {
  if (to === 'scope') return byPlace(q, scope, 'w');
  // PostgreSQL guesses that && fits one row in a hundred and would sort whole regions; of coalesce it guesses one in two.
  const watches = () => `coalesce(w.to_roles && ${q.bind(scope.watchingRoles)}::text[], false)`;
  return waysOf(scope, {
    departments: () => {
      const roles = scope.departments.map((id) => rolesIn(scope, id));
      const watched = `w.region_code LIKE ANY (${q.bind(scope.regionPatterns)}::text[]) AND ${watches()}`;
      return {
        from: `unnest(${q.bind(scope.departments)}::text[], ${q.bind(roles)}::text[]) AS a (department_id, roles)`,
        where: `w.department_id = a.department_id
          AND coalesce(w.to_roles && string_to_array(a.roles, ',') OR ${watched}, false)`,
      };
    },
    regions: () => {
      const { where, ...way } = byRegion(q, scope, 'w');
      return { ...way, where: `${where} AND ${watches()}` };
    },
  });
}

function rolesIn(scope: Scope, departmentId: string): string {
  return scope.posts
    .filter((post) => post.departmentId === departmentId)
    .map(({ role }) => role)
    .join(',');
}
