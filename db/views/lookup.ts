import type { SupplementState } from '../../domain/case/asked.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import type { ServingStage } from '../../domain/words/serving-stages.ts';
import type { UntimedPhase } from '../../domain/case/state.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { LimitUnit } from '../../domain/clock/clock.ts';
import type { ClockKind } from '../../domain/flow/definition.ts';
import type { Role } from '../../domain/people/roles.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';
import { ofOpenStep } from './handler.ts';
import { newQuery, rowsOf } from './query.ts';

/**
 * What an applicant may look up with the case number and the code: a list of what is allowed, so that a column added to a case is not
 * public by itself. No personal data. `caseId` is for checking the code, ids of definition and steps are for their titles.
 */
export interface Lookup {
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly departmentName: string;
  readonly definition: string;
  readonly status: 'open' | 'closed';
  readonly result: CaseResult | null;
  readonly receivedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  /** Filed online, and nobody has verified who did: nothing is accepted before. */
  readonly unverified: boolean;
  readonly decidedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  /** Without how to mend what is asked and what follows else: those are words. */
  readonly supplement: Omit<SupplementState, 'mends' | 'consequence'> | null;
  /** What the applicant undertook to supply later, and everything that is there. */
  readonly deferral: { readonly materials: readonly string[]; readonly received: readonly string[] } | null;
  /** What waits for the applicant, is on its way to them or was announced; the words are the agency's own. Null: nothing of it. */
  readonly serving: LookedServing | null;
  readonly clocks: readonly LookedClock[];
  readonly steps: readonly LookedStep[];
}

export interface LookedServing {
  readonly stage: ServingStage;
  readonly on: CivilDate;
  readonly collectAt: string | null;
  readonly collectBy: CivilDate | null;
  readonly carrier: string | null;
  readonly trackingNo: string | null;
  readonly deemedOn: CivilDate | null;
}

export interface LookedClock {
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
}

export interface LookedStep {
  readonly stepId: string;
  readonly open: boolean;
  readonly untimed: boolean;
  readonly phase: UntimedPhase | null;
  readonly nextRole: Role;
  readonly openedOn: CivilDate;
  readonly startedOn: CivilDate | null;
  readonly promiseDueOn: CivilDate | null;
}

const clock: Readonly<Record<keyof LookedClock, string>> = {
  kind: 'x.kind',
  stepId: 'x.step_id',
  startedOn: 'x.started_on',
  limitCount: 'x.limit_count',
  limitUnit: 'x.limit_unit',
  extension: 'x.extension',
  stops: 'x.stops',
  endedOn: 'x.ended_on',
  dueOn: 'x.due_on',
  provisional: 'x.provisional',
};

const step: Readonly<Record<keyof LookedStep, string>> = {
  stepId: 'x.step_id',
  open: 'x.open',
  untimed: 'x.untimed',
  phase: 'x.phase',
  nextRole: `coalesce((SELECT t.role FROM case_task t
    WHERE t.case_id = x.case_id AND t.step_id = x.step_id AND ${ofOpenStep('t')}), x.role)`,
  openedOn: 'x.opened_on',
  startedOn: 'x.started_on',
  promiseDueOn: 'x.promise_due_on',
};

/** SQL: the rows of a table of the case as one JSON array. */
function listOf(fields: Readonly<Record<string, string>>, table: string, order: string): string {
  const pairs = Object.entries(fields).map(([name, column]) => `'${name}', ${column}`);
  return `(SELECT coalesce(json_agg(json_build_object(${pairs.join(', ')}) ORDER BY ${order}), '[]'::json)
    FROM ${table} x WHERE x.case_id = c.case_id)`;
}

/** SQL: the words behind a digest of a service. */
const words = (digest: string) =>
  `(SELECT x.content FROM case_text x WHERE x.case_id = c.case_id AND x.digest = ${digest})`;

const serving: Readonly<Record<keyof LookedServing, string>> = {
  stage: "s->>'stage'",
  on: "s->>'on'",
  collectAt: words("s->'told'->>'where'"),
  collectBy: "s->'told'->>'until'",
  carrier: words("s->'post'->>'carrier'"),
  trackingNo: words("s->'post'->>'trackingNo'"),
  deemedOn: "s->>'deemedOn'",
};

/** SQL: the service of an open step of an open case. */
const servingOf = `(SELECT json_build_object(${Object.entries(serving)
  .map(([name, sql]) => `'${name}', ${sql}`)
  .join(', ')})
    FROM json_array_elements(h.state->'steps') AS e (step) CROSS JOIN LATERAL (SELECT e.step->'serving' AS s) n
    WHERE c.status = 'open' AND e.step->>'outcome' IS NULL AND s IS NOT NULL LIMIT 1)`;

const text = `SELECT c.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName",
    d.name AS "departmentName", c.definition, c.status, c.result, c.received_on AS "receivedOn",
    (h.state->'supplement')::jsonb - '{mends,consequence}'::text[] AS supplement,
    CASE WHEN h.state->'deferral' IS NOT NULL
      THEN json_build_object('materials', h.state->'deferral'->'materials', 'received', h.state->'received') END AS deferral,
    ${servingOf} AS serving,
    h.state->'filing'->'identity' IS NOT NULL AND h.state->'identity' IS NULL AS unverified,
    c.accepted_on AS "acceptedOn", c.decided_on AS "decidedOn", c.due_on AS "dueOn", c.provisional,
    ${listOf(clock, 'case_clock', 'x.started_on, x.clock')} AS clocks,
    ${listOf(step, 'case_step', 'x.opened_at, x.step_id')} AS steps
  FROM case_row c JOIN case_head h ON h.case_id = c.case_id JOIN item i ON i.code = c.item_code JOIN department d ON d.id = c.department_id
  WHERE c.case_id = $1`;

/** The id of the case of a number; null when there is none. */
export async function caseOfNumber(db: Queryable, caseNo: string): Promise<string | null> {
  const statement = { name: 'lookup-number', text: 'SELECT case_id AS "caseId" FROM case_row WHERE case_no = $1' };
  const [found] = await run<{ caseId: string }>(db, statement, [caseNo]);
  return found?.caseId ?? null;
}

/** A case, for its applicant; the caller has checked the code. Null when there is none. */
export async function lookup(db: Queryable, caseId: string): Promise<Lookup | null> {
  const q = newQuery();
  q.bind(caseId);
  const [found] = await rowsOf<Lookup>(db, text, q);
  return found ?? null;
}
