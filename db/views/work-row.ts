import type { UntimedPhase } from '../../domain/case/state.ts';
import type { ToldDue } from '../../domain/case/clocks.ts';
import type { Matter } from '../../domain/words/matters.ts';
import type { ListedServing } from '../../domain/case/serving.ts';
import type { TaskOrigin } from '../../domain/case/tasks.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { LimitUnit, Stop } from '../../domain/clock/clock.ts';
import type { StepKindName } from '../../domain/steps/params.ts';
import type { Role } from '../../domain/people/roles.ts';
import { handlerOf, holdersOf } from './handler.ts';
import type { Handler } from './handler.ts';
import { ms } from './query.ts';
import { gravest } from './shining.ts';
import { toldOf } from './told.ts';

/** One task of a worklist, or one finished step. `applicant` is the raw text (mask it); titles come from the definition; instants in epoch ms. */
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
  readonly receivedOn: CivilDate;
  readonly told: ToldDue;
  readonly stepId: string;
  readonly kind: StepKindName;
  readonly untimed: boolean;
  readonly phase: UntimedPhase | null;
  /** Null for a finished step, as are all that follow from the task. */
  readonly taskId: string | null;
  readonly origin: TaskOrigin | null;
  readonly nextRole: Role;
  readonly handler: Handler | null;
  readonly openedOn: CivilDate;
  /** The light days of the clocks its handler answers for. */
  readonly yellowFrom: CivilDate | null;
  readonly redFrom: CivilDate | null;
  /** The due date of the gravest of those clocks, and which that is; null while all are stopped. */
  readonly dueOn: CivilDate | null;
  readonly clock: string | null;
  /** Whether a holiday notice may still move that date. */
  readonly provisional: boolean;
  /** The ledger of that clock; null without one. */
  readonly startedOn: CivilDate | null;
  readonly limitCount: number | null;
  readonly limitUnit: LimitUnit | null;
  readonly extension: number | null;
  readonly stops: readonly Stop[] | null;
  /** The highest warning of that clock for its present due date: 1 notice, 2 yellow, 3 red; null: none. */
  readonly levelRank: number | null;
  readonly reminders: number;
  /** What the window has to see to in the case; null for a finished step. */
  readonly matters: readonly Matter[] | null;
  /** While nobody holds the task: who hold its post, where they are few. */
  readonly postHolders: string | null;
  /** Where its service stands since when; null while none was begun. */
  readonly serving: (ListedServing & { readonly on: CivilDate }) | null;
  readonly finishedAt: number | null;
  readonly outcome: string | null;
}

/** The columns of a row (`WorkRow`); `s` is the step, `t` its task. */
export const workColumns = `s.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName",
  c.definition, x.content AS applicant, s.department_id AS "departmentId", d.name AS "departmentName",
  s.region_code AS "regionCode", c.status, c.received_on AS "receivedOn", ${toldOf} AS told, s.step_id AS "stepId", s.kind, s.untimed,
  s.phase, t.task_id AS "taskId", t.origin, coalesce(t.role, s.role) AS "nextRole", ${handlerOf('h')} AS handler,
  s.opened_on AS "openedOn", k.due_on AS "dueOn", nullif(t.yellow_key, 'infinity') AS "yellowFrom",
  nullif(t.red_key, 'infinity') AS "redFrom", k.clock, coalesce(k.provisional, false) AS provisional, s.reminders, t.matters, ${holdersOf('t')} AS "postHolders",
  t.serving || jsonb_build_object('on', t.serving_on) AS serving,
  k.started_on AS "startedOn", k.limit_count AS "limitCount", k.limit_unit AS "limitUnit", k.extension, k.stops,
  (SELECT max(CASE w.level WHEN 'red' THEN 3 WHEN 'yellow' THEN 2 ELSE 1 END) FROM warning w
    WHERE w.case_id = t.case_id AND w.clock = k.clock AND w.due_on = k.due_on) AS "levelRank",
  ${ms('s.finished_at')} AS "finishedAt", s.outcome`;

const around = `JOIN case_row c ON c.case_id = s.case_id
  LEFT JOIN app_user h ON h.id = t.assignee
  JOIN item i ON i.code = c.item_code
  JOIN department d ON d.id = s.department_id
  LEFT JOIN case_text x ON x.case_id = c.case_id AND x.digest = c.applicant`;

/** Who handles a step answers for the step's own clocks and for those of the case as a whole, as the projection has it. */
const answeredFor = "(g.kind NOT IN ('step', 'start', 'promise') OR g.step_id = t.step_id)";

/** What those columns need joined to the places of tasks; `today` is a placeholder. */
export function taskJoins(today: string): string {
  return `JOIN case_task t ON t.case_id = page.case_id AND t.task_id = page.task_id
  JOIN case_step s ON s.case_id = t.case_id AND s.step_id = t.step_id ${gravest('t.case_id', today, answeredFor)} ${around}`;
}

/** And to the places of finished steps, which have no task. */
export const finishedJoins = `JOIN case_step s ON s.case_id = page.case_id AND s.step_id = page.step_id
  LEFT JOIN case_task t ON false LEFT JOIN case_clock k ON false ${around}`;
