import type { Fact } from '../../domain/case/facts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { numberTold } from '../../domain/numbers/papers.ts';
import type { Statement } from '../client.ts';
import type { ReadRows } from '../projections/rows.ts';
import { caseEvent } from '../schema/journal.ts';
import { caseClock, caseRow, caseStep, finding, message, warning, warningSeen } from '../schema/read.ts';
import { caseSeen, caseTask } from '../schema/tasks.ts';
import type { Operation } from './registered.ts';
import { insertRows, recordset } from './sql.ts';

/** How an operation ends together with its facts: the intent becomes `applied` when this attempt still holds it. */
export interface Settle {
  readonly opId: string;
  readonly attempt: number;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** The cases of one batch: where each head must be, where it goes, and the operation that ends with it. `json` keeps answers byte for byte.
 * The conditions always hold: they tell the planner of few rows, else it expects a hundred and reads all heads instead of the index. */
const writes = `SELECT * FROM json_to_recordset($1::json) AS w("caseId" uuid, base int, seq int, hash text, state json,
  "opId" uuid, attempt int, status int, answer json) WHERE base >= 0 AND seq > 0 AND seq > base`;
/** Cases with an operation that is no open intent of theirs. One look by key for each operation: a join would be planned over all intents. */
const strays = `SELECT o."caseId" FROM json_to_recordset($15::json) AS o("caseId" uuid, "opId" uuid, "actorId" uuid)
    WHERE (SELECT i.case_id = o."caseId" AND i.actor_id = o."actorId" AND i.state NOT IN ('applied', 'refused')
      FROM intent i WHERE i.op_id = o."opId") IS NOT TRUE`;
const registered = `w."caseId" NOT IN (SELECT "caseId" FROM strays)`;
const moved = `UPDATE case_head h SET seq = w.seq, hash = w.hash, state = w.state FROM w
    WHERE h.case_id = w."caseId" AND h.seq = w.base AND ${registered} RETURNING h.case_id`;
const born = `INSERT INTO case_head (case_id, seq, hash, state) SELECT w."caseId", w.seq, w.hash, w.state FROM w
    WHERE ${registered} ON CONFLICT (case_id) DO NOTHING RETURNING case_id`;

const answers = ['acknowledgedAt', 'acknowledgedBy', 'acknowledgedAs', 'note', 'annulledAt', 'endedOn'] as const;
/** One row is marked once a statement: an answer that was there before stays. */
const mark = `UPDATE warning w SET ${answers.map((key) => `${warning[key].name} = coalesce(r."${key}", w.${warning[key].name})`).join(', ')}
    FROM guard JOIN ${recordset(warning, 7, ['caseId', 'warningId', ...answers])}
      ON r."caseId" = guard.case_id WHERE w.warning_id = r."warningId"`;
const endTasks = `DELETE FROM case_task t USING guard JOIN ${recordset(caseTask, 10, ['caseId', 'taskId'])}
      ON r."caseId" = guard.case_id WHERE t.case_id = r."caseId" AND t.task_id = r."taskId"`;
const closeSeen = `UPDATE case_seen v SET closed_at = r."closedAt"
    FROM guard JOIN ${recordset(caseRow, 12, ['caseId', 'closedAt'])} ON r."caseId" = guard.case_id WHERE v.case_id = r."caseId"`;
// Not "state = 'sent'": on a young table that would be planned by the index of open intents, and every ended one is dead weight in it.
const settle = `UPDATE intent i SET state = 'applied', answer_status = w.status, answer = w.answer
    FROM guard JOIN w ON w."caseId" = guard.case_id
    WHERE i.op_id = w."opId" AND i.state NOT IN ('applied', 'refused') AND i.attempt = w.attempt RETURNING i.op_id`;

/** The numbers that the facts tell. As in `writes`, the conditions that always hold tell of few rows. */
const use = `UPDATE document_number d SET state = 'used'
    FROM guard JOIN json_to_recordset($16::json) AS u("caseId" uuid, "opId" uuid, kind text, text text)
      ON u."caseId" = guard.case_id AND u.kind > '' AND u.text > ''
    WHERE d.op_id = u."opId" AND d.kind = u.kind AND d.text = u.text AND d.state = 'reserved'`;

/** Every part selects from the guarded rows: a part that read on its own would see the snapshot from before a lock wait. */
function applyText(guard: string): string {
  return `WITH w AS (${writes}),
  strays AS (${strays}),
  guard AS (${guard}),
  events AS (${insertRows({ table: caseEvent, parameter: 2, guard: 'guard' })}),
  cases AS (${insertRows({ table: caseRow, parameter: 3, guard: 'guard', key: ['caseId'] })}),
  clocks AS (${insertRows({ table: caseClock, parameter: 4, guard: 'guard', key: ['caseId', 'clock'] })}),
  steps AS (${insertRows({ table: caseStep, parameter: 5, guard: 'guard', key: ['caseId', 'stepId'] })}),
  warnings AS (${insertRows({ table: warning, parameter: 6, guard: 'guard' })}),
  marks AS (${mark}),
  findings AS (${insertRows({ table: finding, parameter: 8, guard: 'guard' })}),
  messages AS (${insertRows({ table: message, parameter: 9, guard: 'guard' })}),
  over AS (${endTasks}),
  tasks AS (${insertRows({ table: caseTask, parameter: 11, guard: 'guard', key: ['caseId', 'taskId'] })}),
  closed AS (${closeSeen}),
  seen AS (${insertRows({ table: caseSeen, parameter: 13, guard: 'guard', key: 'kept' })}),
  own_marks AS (${insertRows({ table: warningSeen, parameter: 14, guard: 'guard', key: 'kept' })}),
  used AS (${use}),
  settled AS (${settle})
SELECT w."caseId", settled.op_id IS NOT NULL AS settled,
    CASE WHEN guard.case_id IS NOT NULL THEN 'applied' WHEN ${registered} THEN 'elsewhere' ELSE 'unregistered' END AS fate
  FROM w LEFT JOIN guard ON guard.case_id = w."caseId" LEFT JOIN settled ON settled.op_id = w."opId"`;
}

/** What became of one case of a batch: `elsewhere` when its head was not at `base`, `unregistered` when a fact is of no open intent of it. */
export interface Written {
  readonly caseId: string;
  readonly fate: 'applied' | 'elsewhere' | 'unregistered';
  readonly settled: boolean;
}

/** Applies facts to cases that have a head at their `base`. A row (`Written`) for each case. */
export const applyToHeads: Statement = { name: 'journal-apply', text: applyText(moved) };
/** Applies the first facts of cases (base 0). */
export const applyFirst: Statement = { name: 'journal-apply-first', text: applyText(born) };

/** What one apply writes. `facts` are those after `base`; `state` is folded over them. */
export interface Write {
  readonly caseId: string;
  readonly base: number;
  readonly state: CaseState;
  readonly facts: readonly Fact[];
  readonly rows: ReadRows;
  /** Of which the facts are. */
  readonly operations: readonly Operation[];
  readonly settle: Settle | null;
}

/** The values of both statements for the cases of one batch. */
export function applyValues(batch: readonly Write[]): string[] {
  const heads = batch.map(({ caseId, base, state, settle: end }) => {
    return { ...end, caseId, base, seq: state.seq, hash: state.hash, state };
  });
  const lists = [
    heads,
    batch.flatMap(({ caseId, facts }) => facts.map((fact) => eventRow(caseId, fact))),
    batch.flatMap(({ rows }) => rows.cases),
    batch.flatMap(({ rows }) => rows.clocks),
    batch.flatMap(({ rows }) => rows.steps),
    batch.flatMap(({ rows }) => rows.warnings),
    batch.flatMap(({ rows }) => rows.warningMarks),
    batch.flatMap(({ rows }) => rows.findings),
    batch.flatMap(({ rows }) => rows.messages),
    batch.flatMap(({ rows }) => rows.tasksOver),
    batch.flatMap(({ rows }) => rows.tasks),
    batch.flatMap(({ rows }) => rows.closed),
    batch.flatMap(({ rows }) => rows.seen),
    batch.flatMap(({ rows }) => rows.warningsSeen),
    batch.flatMap(({ operations }) => operations),
    batch.flatMap(({ caseId, facts }) => numbersIn(caseId, facts)),
  ];
  return lists.map((list) => JSON.stringify(list));
}

function numbersIn(caseId: string, facts: readonly Fact[]): object[] {
  return facts.flatMap(({ requestId: opId, body }) => {
    const told = numberTold(body);
    return told === null ? [] : [{ caseId, opId, ...told }];
  });
}

function eventRow(caseId: string, fact: Fact): typeof caseEvent.$inferSelect {
  return { onBehalfOf: null, ...fact, caseId, at: new Date(fact.at), recordedAt: new Date(fact.recordedAt) };
}
