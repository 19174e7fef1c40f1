import { fromDayNumber, toDayNumber } from '../../domain/clock/civil-date.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { beginsWith } from './query.ts';
import type { Query } from './query.ts';
import { pairsOf } from './scope.ts';
import type { Scope } from './scope.ts';

/**
 * Lists of open steps. mine: the next act is of a post held; department: all of the departments or the watched regions;
 * near: of those, due from today to `nearOn`; overdue: due before today; waitingApproval: an approval
 * is asked of a post held, of the start of a step or of an extension of the case (shown on its first open step).
 */
export const openLists = ['mine', 'department', 'near', 'overdue', 'waitingApproval'] as const;
export type OpenList = (typeof openLists)[number];

/** What people narrow a list by: an item, the beginning of a case number. */
export interface Filters {
  readonly itemCode?: string | undefined;
  readonly caseNo?: string | undefined;
}

/** The WHERE of one list: list and counter are both written from it, so they agree. */
export interface OpenSteps {
  readonly departments: readonly string[];
  readonly roles: readonly string[];
  readonly regionPatterns: readonly string[];
  /** Departments already reached by the posts: left out of the regions, so that no step comes twice. */
  readonly ownDepartments: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly asksApproval: boolean;
}

/** The place after which a page begins. */
export interface After {
  readonly dueKey: string;
  readonly caseId: string;
  readonly stepId: string;
}

/** The conditions of a list for a person on a day. */
export function openSteps(list: OpenList, o: { scope: Scope; today: CivilDate; nearOn: CivilDate }): OpenSteps {
  const mine = list === 'mine' || list === 'waitingApproval';
  return {
    ...pairsOf(o.scope, mine ? 'mine' : 'department'),
    regionPatterns: mine ? [] : o.scope.regionPatterns,
    ownDepartments: mine ? [] : o.scope.departments,
    from: list === 'near' ? o.today : '-infinity',
    until: untilOf(list, o),
    asksApproval: list === 'waitingApproval',
  };
}

function untilOf(list: OpenList, o: { today: CivilDate; nearOn: CivilDate }): string {
  if (list === 'near') return o.nearOn;
  return list === 'overdue' ? fromDayNumber(toDayNumber(o.today) - 1) : 'infinity';
}

/** SQL: due_key, case_id and step_id of the first `size` steps after a place, in the order of the list. */
export function firstSteps(q: Query, w: OpenSteps, o: { after: After; size: number; filters: Filters }): string {
  const { after, size, filters } = o;
  const range = `(s.due_key, s.case_id, s.step_id) > (${q.bind(after.dueKey)}::date, ${q.bind(after.caseId)}::uuid, ${q.bind(after.stepId)}::text)
    AND s.due_key <= ${q.bind(w.until)}::date`;
  const sorted = `ORDER BY due_key, case_id, step_id LIMIT ${size}`;
  if (filters.caseNo !== undefined || filters.itemCode !== undefined) {
    return `SELECT s.due_key, s.case_id, s.step_id FROM ${narrowed(q, w, filters)} AND ${range} ${sorted}`;
  }
  const arm = (where: string) => `CROSS JOIN LATERAL (
    SELECT s.due_key, s.case_id, s.step_id FROM case_step s WHERE s.open AND ${where} AND ${range} ${sorted}) s`;
  return `SELECT * FROM (${arms(q, w, arm)}) s ${sorted}`;
}

/** SQL: how many steps a list has, as one number. */
export function countSteps(q: Query, w: OpenSteps): string {
  const range = `s.due_key BETWEEN ${q.bind(w.from)}::date AND ${q.bind(w.until)}::date`;
  const arm = (where: string) => `CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM case_step s WHERE s.open AND ${where} AND ${range}) s`;
  return `SELECT coalesce(sum(n), 0)::bigint FROM (${arms(q, w, arm)}) s`;
}

/** One index scan in order for each post and each region: PostgreSQL would sort the whole department or province otherwise. */
function arms(q: Query, w: OpenSteps, arm: (where: string) => string): string {
  const parts: string[] = [];
  if (w.departments.length > 0 || w.regionPatterns.length === 0) {
    const pairs = pairsIn(q, w);
    const from = `SELECT s.* FROM ${pairs} AS a (department_id, role)`;
    const wheres = w.asksApproval ? approvals(pairs) : ['s.next_role = a.role'];
    for (const where of wheres) parts.push(`${from} ${arm(`s.department_id = a.department_id AND ${where}`)}`);
  }
  if (w.regionPatterns.length > 0) {
    const own = w.ownDepartments.length === 0 ? '' : q.bind(w.ownDepartments);
    const others = own === '' ? '' : ` AND s.department_id <> ALL (${own}::text[])`;
    parts.push(`SELECT s.* FROM region r ${arm(`s.region_code = r.code${others}`)}
      WHERE r.code LIKE ANY (${q.bind(w.regionPatterns)}::text[])`);
  }
  return parts.join(' UNION ALL ');
}

/** A filter is the narrowest way in: it leads, and the scope is checked on what it finds. */
function narrowed(q: Query, w: OpenSteps, filters: Filters): string {
  const held = (role: string) => `(s.department_id, ${role}) IN (SELECT * FROM ${pairsIn(q, w)})`;
  const visible = w.asksApproval
    ? `(s.phase = 'requested' AND ${held('s.next_role')} OR ${held('s.extension_approver')})`
    : `(${held('s.next_role')} OR s.region_code LIKE ANY (${q.bind(w.regionPatterns)}::text[]))`;
  const item = filters.itemCode === undefined ? '' : ` AND s.item_code = ${q.bind(filters.itemCode)}`;
  const byNo = filters.caseNo === undefined ? '' : ` AND ${beginsWith('c.case_no', filters.caseNo)}`;
  const join = filters.caseNo === undefined ? '' : ' JOIN case_row c ON c.case_id = s.case_id';
  return `case_step s${join} WHERE s.open AND ${visible}${item}${byNo}`;
}

/** The two ways in to what waits for approval; a step that both lead to comes by the first. */
function approvals(pairs: string): readonly string[] {
  return [
    `s.next_role = a.role AND s.phase = 'requested'`,
    `s.extension_approver = a.role AND (s.phase IS DISTINCT FROM 'requested'
      OR (s.department_id, s.next_role) NOT IN (SELECT * FROM ${pairs}))`,
  ];
}

function pairsIn(q: Query, w: OpenSteps): string {
  return `unnest(${q.bind(w.departments)}::text[], ${q.bind(w.roles)}::text[])`;
}
