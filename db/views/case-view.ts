import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { LimitUnit } from '../../domain/clock/clock.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { FindingCode } from '../../domain/case/facts/warnings.ts';
import type { CaseState, UntimedPhase } from '../../domain/case/state.ts';
import type { ClockKind, Level } from '../../domain/flow/definition.ts';
import type { StepKindName } from '../../domain/steps/params.ts';
import type { Role } from '../../domain/people/roles.ts';
import type { Queryable } from '../client.ts';
import { clockFields, factFields, findingFields, rowFields, stepFields, warningFields } from './case-fields.ts';
import { newQuery, rowsOf } from './query.ts';

/** The row of a case. `applicant` and every other text are digests; the words are in `CaseView.texts`. Instants in epoch ms. */
export interface CaseRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly definition: string;
  readonly applicant: string;
  readonly seq: number;
  readonly status: 'open' | 'closed';
  readonly result: CaseResult | null;
  readonly receivedOn: CivilDate;
  readonly filedAt: number;
  readonly acceptedOn: CivilDate | null;
  readonly decidedOn: CivilDate | null;
  readonly closedAt: number | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly sortDueOn: CivilDate | null;
  readonly sortClock: string | null;
}

export interface ClockRow {
  readonly clock: string;
  readonly kind: ClockKind;
  readonly stepId: string | null;
  readonly startedOn: CivilDate;
  readonly limitCount: number;
  readonly limitUnit: LimitUnit;
  readonly extension: number;
  readonly stops: readonly { readonly stepId: string; readonly from: CivilDate; readonly to: CivilDate | null }[];
  readonly endedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly lapsedOn: CivilDate | null;
}

export interface StepRow {
  readonly stepId: string;
  readonly kind: StepKindName;
  readonly role: Role;
  readonly departmentId: string;
  readonly open: boolean;
  readonly untimed: boolean;
  readonly phase: UntimedPhase | null;
  readonly nextRole: Role;
  readonly openedAt: number;
  readonly openedOn: CivilDate;
  readonly startedOn: CivilDate | null;
  readonly promiseDueOn: CivilDate | null;
  readonly sortDueOn: CivilDate | null;
  readonly sortClock: string | null;
  readonly reminders: number;
  readonly finishedAt: number | null;
  readonly finishedBy: string | null;
  readonly outcome: string | null;
}

export interface CaseWarning {
  readonly warningId: string;
  readonly seq: number;
  readonly clock: string;
  readonly epoch: number;
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
  /** Digest of the note. */
  readonly note: string | null;
}

export interface CaseFinding {
  readonly seq: number;
  readonly code: FindingCode;
  readonly stepId: string | null;
  readonly clock: string | null;
  readonly at: number;
}

/** Everything one case shows. `people`: names by id of everybody who acted; `texts`: words by digest (personal data: mask them). */
export interface CaseView {
  readonly row: CaseRow;
  readonly clocks: readonly ClockRow[];
  readonly steps: readonly StepRow[];
  readonly facts: readonly Fact[];
  readonly texts: Readonly<Record<string, string>>;
  readonly warnings: readonly CaseWarning[];
  readonly findings: readonly CaseFinding[];
  readonly people: Readonly<Record<string, string>>;
  readonly state: CaseState;
}

const listOf = (fields: string, table: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]'::json) FROM ${table} x WHERE x.case_id = c.case_id)`;

const text = `SELECT json_build_object(${rowFields}) AS row,
    ${listOf(clockFields, 'case_clock', 'x.started_on, x.clock')} AS clocks,
    ${listOf(stepFields, 'case_step', 'x.opened_at, x.step_id')} AS steps,
    ${listOf(factFields, 'case_event', 'x.seq')} AS facts,
    (SELECT coalesce(json_object_agg(x.digest, x.content), '{}'::json) FROM case_text x WHERE x.case_id = c.case_id) AS texts,
    ${listOf(warningFields, 'warning', 'x.at, x.warning_id')} AS warnings,
    ${listOf(findingFields, 'finding', 'x.seq')} AS findings,
    (SELECT coalesce(json_object_agg(u.id, u.name), '{}'::json) FROM app_user u
      WHERE u.id IN (SELECT x.actor_id FROM case_event x WHERE x.case_id = c.case_id)) AS people,
    h.state
  FROM case_row c
  JOIN case_head h ON h.case_id = c.case_id
  JOIN item i ON i.code = c.item_code
  JOIN department d ON d.id = c.department_id
  WHERE c.case_id = $1`;

/**
 * One case with all its lists, in one round trip and one snapshot. It asks no right: the caller compares `row` with `canSee` and
 * answers a foreign case like an unknown one. Null when there is none.
 */
export async function caseView(db: Queryable, caseId: string): Promise<CaseView | null> {
  const q = newQuery();
  q.bind(caseId);
  const [view] = await rowsOf<CaseView>(db, text, q);
  return view ?? null;
}
