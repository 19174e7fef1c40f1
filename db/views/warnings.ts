import type { AcknowledgedAs } from '../../domain/case/state.ts';
import type { Shares } from '../../domain/case/passed.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { Level } from '../../domain/flow/definition.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { TimeSort } from '../../domain/words/sorts.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { firstPlaces, inTime, placeOf, readRows, sizeFor } from './list.ts';
import type { List } from './list.ts';
import { ms, newQuery } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import { scopeOf } from './scope.ts';
import { reachOf } from './warning-ways.ts';

export interface WarningsRequest {
  readonly actor: Actor;
  /** `me`: addressed to a role held there, or by name; `scope`: all of the departments and the watched regions. */
  readonly to: 'me' | 'scope';
  readonly level?: Level | undefined;
  readonly departmentId?: string | undefined;
  readonly itemCode?: string | undefined;
  /** `waits`: only those that still wait for the viewer; `given`: only the others. */
  readonly answer?: 'waits' | 'given' | undefined;
  /** Absent: every warning is a row. */
  readonly by?: 'warning' | 'clock' | undefined;
  readonly sort?: TimeSort | undefined;
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
  readonly acknowledgedAs: AcknowledgedAs | null;
  /** It still waits for the viewer: the same answer as `isSettledFor`. */
  readonly open: boolean;
  /** When the viewer acknowledged it for themselves only. */
  readonly seenAt: number | null;
  readonly note: string | null;
  /** Other warnings of the clock that nobody, or for a supervisor only the department, has answered. */
  readonly others: readonly { readonly warningId: string; readonly level: Level }[];
  /** When it was annulled, and the day on which its clock had ended before it. */
  readonly annulledAt: number | null;
  readonly endedOn: CivilDate | null;
  /** Whose days the time to answer was, as the warning's fact says. */
  readonly shares: Shares | null;
}

const columns = `w.warning_id AS "warningId", w.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode",
  i.name AS "itemName", c.definition, w.department_id AS "departmentId", d.name AS "departmentName",
  w.region_code AS "regionCode", w.clock, w.rung, w.level, w.to_roles AS "to", w.on_day AS "on", w.due_on AS "dueOn",
  ${ms('w.at')} AS at, ${ms('w.recorded_at')} AS "recordedAt", w.late, ${ms('w.acknowledged_at')} AS "acknowledgedAt",
  w.acknowledged_by AS "acknowledgedBy", u.name AS "acknowledgedByName", w.acknowledged_as AS "acknowledgedAs",
  page.unanswered AS open, ${ms('v.at')} AS "seenAt", t.content AS note,
  ${ms('w.annulled_at')} AS "annulledAt", w.ended_on AS "endedOn",
  (SELECT coalesce(json_agg(json_build_object('warningId', h.warning_id, 'level', h.level) ORDER BY h.at, h.warning_id), '[]')
    FROM warning h WHERE h.case_id = w.case_id AND h.clock = w.clock AND h.warning_id <> w.warning_id AND h.waits_above) AS others,
  (SELECT e.body->'shares' FROM case_event e WHERE e.case_id = w.case_id AND e.seq = w.seq) AS shares`;

/** A page of warnings: those that wait for the viewer first, each part newest first or as `sort` says. Code: bad-cursor. */
export async function warnings(db: Queryable, o: WarningsRequest): Promise<Page<WarningRow> | BadCursor> {
  const q = newQuery();
  const size = sizeFor(o.limit);
  const narrow = narrowed(q, o);
  const me = q.bind(o.actor.id);
  const list = { ...listOf(me), ...inTime('warnings', o.sort) };
  const place = placeOf(list, o.cursor);
  if (isRefusal<'bad-cursor'>(place)) return place;
  // Sorts what waits in front, whichever way the rest goes.
  const frontOf = (half: 'open' | 'answered') => String((half === 'open') === (list.order === 'DESC'));
  const [front = frontOf('open'), ...after] = place;
  const ways = reachOf(q, scopeOf(o.actor), { to: o.to, me, by: o.by ?? 'warning' });
  const part = (half: keyof typeof ways, begin: readonly string[]) => {
    const one = { ...list, keys: list.keys.slice(1), ways: ways[half], where: `true${narrow}` };
    return `SELECT ${frontOf(half)} AS front, ${String(half === 'open')} AS unanswered, p.* FROM (${firstPlaces(q, one, { after: begin, size })}) p`;
  };
  if (front === frontOf('answered') || o.answer === 'given') {
    return readRows(db, q, list, { ...o, page: `page AS MATERIALIZED (${part('answered', after)})` });
  }
  if (o.answer === 'waits') {
    return readRows(db, q, list, { ...o, page: `page AS MATERIALIZED (${part('open', after)})` });
  }
  const page = `unanswered AS MATERIALIZED (${part('open', after)}),
    answered AS MATERIALIZED (${part('answered', [])} WHERE (SELECT count(*) FROM unanswered) < ${size}),
    page AS (SELECT * FROM unanswered UNION ALL SELECT * FROM answered
      ORDER BY front ${list.order}, at ${list.order}, warning_id ${list.order} LIMIT ${size})`;
  return readRows(db, q, list, { ...o, page });
}

/** SQL: what the warnings are narrowed to. An item is one department's, whose warnings are few. */
function narrowed(q: Query, { level, departmentId, itemCode }: WarningsRequest): string {
  const item = itemCode === undefined ? '' : q.bind(itemCode);
  return [
    level === undefined ? '' : ` AND w.level = ${q.bind(level)}`,
    departmentId === undefined ? '' : ` AND w.department_id = ${q.bind(departmentId)}`,
    itemCode === undefined
      ? ''
      : ` AND w.department_id = (SELECT x.department_id FROM item x WHERE x.code = ${item})
        AND EXISTS (SELECT 1 FROM case_row x WHERE x.case_id = w.case_id AND x.item_code = ${item})`,
  ].join('');
}

/** Its two parts stand in indexes of their own, so that `front` is no column: each part is sought by the keys after it. */
function listOf(me: string): Omit<List, 'name' | 'order'> {
  return {
    from: 'warning w',
    where: 'true',
    ways: [],
    keys: [
      { column: 'front', is: 'flag' },
      { column: 'w.at', is: 'instant' },
      { column: 'w.warning_id', is: 'id' },
    ],
    columns,
    joins: `JOIN warning w ON w.warning_id = page.warning_id JOIN case_row c ON c.case_id = w.case_id
      JOIN item i ON i.code = c.item_code JOIN department d ON d.id = w.department_id
      LEFT JOIN app_user u ON u.id = w.acknowledged_by
      LEFT JOIN warning_seen v ON v.case_id = w.case_id AND v.warning_id = w.warning_id AND v.person_id = ${me}::uuid
      LEFT JOIN case_text t ON t.case_id = w.case_id AND t.digest = w.note`,
  };
}
