import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { LimitUnit, Stop } from '../../domain/clock/clock.ts';
import type { UntimedPhase } from '../../domain/case/state.ts';
import type { StepKindName } from '../../domain/steps/params.ts';
import type { Actor, Role } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { finishedPage } from './finished.ts';
import { firstSteps, openSteps } from './open-steps.ts';
import type { After, Filters, OpenList } from './open-steps.ts';
import { newQuery, rowsOf, sizeFor, toPage } from './query.ts';
import type { BadCursor, Page } from './query.ts';
import { scopeOf } from './scope.ts';
import { stepColumns, stepJoins } from './step-columns.ts';

export type List = OpenList | 'finished';

export interface WorklistRequest {
  readonly actor: Actor;
  readonly list: List;
  readonly today: CivilDate;
  /** Last day that counts as near. */
  readonly nearOn: CivilDate;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters?: Filters | undefined;
}

/** One step of a worklist. `applicant` is the raw text (mask it); titles come from the definition; instants in epoch ms. */
export interface WorkRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly definition: string;
  readonly applicant: string | null;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly status: 'open' | 'closed';
  /** The date told to people. */
  readonly caseDueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly stepId: string;
  readonly kind: StepKindName;
  readonly untimed: boolean;
  readonly phase: UntimedPhase | null;
  readonly nextRole: Role;
  /** Who is asked to extend the case, when this is its first open step. */
  readonly extensionApprover: Role | null;
  readonly openedOn: CivilDate;
  /** The earliest due date of a running clock, and which clock that is; null while all are stopped. */
  readonly dueOn: CivilDate | null;
  readonly clock: string | null;
  /** The ledger of that clock; null without one. */
  readonly startedOn: CivilDate | null;
  readonly limitCount: number | null;
  readonly limitUnit: LimitUnit | null;
  readonly extension: number | null;
  readonly stops: readonly Stop[] | null;
  /** The highest warning of that clock for its present due date: 1 notice, 2 yellow, 3 red; null: none. */
  readonly levelRank: number | null;
  readonly reminders: number;
  readonly finishedAt: number | null;
  readonly outcome: string | null;
}

const nil = '00000000-0000-0000-0000-000000000000';

/**
 * A page of a worklist of the person: open steps by due date, the stopped last; `finished`: steps the person finished, newest
 * first. Only what is in the person's scope. Code: bad-cursor.
 */
export async function worklist(db: Queryable, o: WorklistRequest): Promise<Page<WorkRow> | BadCursor> {
  if (o.list === 'finished') return finishedPage(db, o);
  const { list, filters = {}, limit } = o;
  const scope = scopeOf(o.actor);
  const where = openSteps(list, { scope, today: o.today, nearOn: o.nearOn });
  const after = placeOf(list, o.cursor, where.from);
  if (isRefusal<'bad-cursor'>(after)) return after;
  const q = newQuery();
  const size = sizeFor(limit) + 1;
  const page = firstSteps(q, where, { after, size, filters });
  const text = `WITH page AS MATERIALIZED (${page})
    SELECT page.due_key::text AS "dueKey", ${stepColumns}
    FROM page JOIN case_step s ON s.case_id = page.case_id AND s.step_id = page.step_id ${stepJoins}
    ORDER BY page.due_key, page.case_id, page.step_id`;
  const arms = `${where.departments.length > 0 ? 'p' : ''}${where.regionPatterns.length > 0 ? 'r' : ''}${where.ownDepartments.length > 0 ? 'o' : ''}`;
  const shape = `${where.asksApproval ? 'approval' : 'open'}-${filters.itemCode === undefined ? arms : 'item'}-${size}`;
  const name = filters.caseNo === undefined ? `worklist-${shape}` : null;
  const rows = await rowsOf<WorkRow & { dueKey: string }>(db, { name, text, q });
  return toPage(rows, limit, (last) => writeCursor(list, [last.dueKey, last.caseId, last.stepId]));
}

/** A page never begins before the first day of its list, whatever an old cursor says. */
function placeOf(list: OpenList, cursor: string | undefined, from: string): After | BadCursor {
  const first = { dueKey: from, caseId: nil, stepId: '' };
  if (cursor === undefined) return first;
  const parts = readCursor(list, cursor, ['day', 'uuid', 'id']);
  if (isRefusal<'bad-cursor'>(parts)) return parts;
  const [dueKey = from, caseId = nil, stepId = ''] = parts;
  return dueKey < from ? first : { dueKey, caseId, stepId };
}
