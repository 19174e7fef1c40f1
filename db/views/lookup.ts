import type { CivilDate } from '../../domain/clock/civil-date.ts';
import type { CaseResult } from '../../domain/case/filing.ts';
import type { Queryable } from '../client.ts';
import { clockFields, stepFields } from './case-fields.ts';
import type { ClockRow, StepRow } from './case-view.ts';
import { newQuery, rowsOf } from './query.ts';

/** What an applicant may look up with the case number and the code. No personal data. */
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
  readonly decidedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly clocks: readonly ClockRow[];
  readonly steps: readonly Pick<
    StepRow,
    | 'stepId'
    | 'kind'
    | 'open'
    | 'untimed'
    | 'phase'
    | 'nextRole'
    | 'openedOn'
    | 'startedOn'
    | 'promiseDueOn'
    | 'outcome'
  >[];
}

const text = `SELECT c.case_id AS "caseId", c.case_no AS "caseNo", c.item_code AS "itemCode", i.name AS "itemName",
    d.name AS "departmentName", c.definition,
    c.status, c.result,
    c.received_on AS "receivedOn", c.accepted_on AS "acceptedOn", c.decided_on AS "decidedOn", c.due_on AS "dueOn", c.provisional,
    (SELECT coalesce(json_agg(json_build_object(${clockFields}) ORDER BY x.started_on, x.clock), '[]'::json)
      FROM case_clock x WHERE x.case_id = c.case_id) AS clocks,
    (SELECT coalesce(json_agg((json_build_object(${stepFields})::jsonb - '{role,departmentId,finishedBy,finishedAt,openedAt,sortDueOn,sortClock,reminders}'::text[])
      ORDER BY x.opened_at, x.step_id), '[]'::json) FROM case_step x WHERE x.case_id = c.case_id) AS steps
  FROM case_row c JOIN item i ON i.code = c.item_code JOIN department d ON d.id = c.department_id
  WHERE c.case_no = $1`;

/** The case of a number, for its applicant; the caller has to check the code before it shows anything. Null when there is none. */
export async function lookup(db: Queryable, caseNo: string): Promise<Lookup | null> {
  const q = newQuery();
  q.bind(caseNo);
  const [found] = await rowsOf<Lookup>(db, text, q);
  return found ?? null;
}
