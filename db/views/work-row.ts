import type { UntimedPhase } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { LimitUnit, Stop } from '../../domain/clock/clock.ts';
import type { StepKindName } from '../../domain/steps/params.ts';
import type { Role } from '../../domain/people/roles.ts';
import { ms } from './query.ts';

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

/** The columns of a row of a worklist (`WorkRow`); `s` is the step. */
export const stepColumns = `s.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName",
  c.definition, t.content AS applicant, s.department_id AS "departmentId", d.name AS "departmentName",
  s.region_code AS "regionCode", c.status, c.due_on AS "caseDueOn", c.provisional, s.step_id AS "stepId", s.kind, s.untimed,
  s.phase, s.next_role AS "nextRole", s.extension_approver AS "extensionApprover", s.opened_on AS "openedOn", s.sort_due_on AS "dueOn", s.sort_clock AS clock, s.reminders,
  k.started_on AS "startedOn", k.limit_count AS "limitCount", k.limit_unit AS "limitUnit", k.extension, k.stops,
  (SELECT max(CASE w.level WHEN 'red' THEN 3 WHEN 'yellow' THEN 2 ELSE 1 END) FROM warning w
    WHERE w.case_id = s.case_id AND w.clock = s.sort_clock AND w.due_on = s.sort_due_on) AS "levelRank",
  ${ms('s.finished_at')} AS "finishedAt", s.outcome`;

/** What those columns need joined to the places of steps that a list found. */
export const stepJoins = `JOIN case_step s ON s.case_id = page.case_id AND s.step_id = page.step_id
  JOIN case_row c ON c.case_id = s.case_id
  LEFT JOIN case_clock k ON k.case_id = s.case_id AND k.clock = s.sort_clock
  JOIN item i ON i.code = c.item_code
  JOIN department d ON d.id = s.department_id
  LEFT JOIN case_text t ON t.case_id = c.case_id AND t.digest = c.applicant`;
