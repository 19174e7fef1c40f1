import type { Fact } from '../../domain/case/facts.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Statement } from '../client.ts';
import type { ReadRows } from '../projections/rows.ts';
import { caseEvent } from '../schema/journal.ts';
import { caseClock, caseRow, caseStep, finding, message, warning } from '../schema/read.ts';
import { insertRows, recordset } from './sql.ts';

/** How an operation ends together with its facts: the intent becomes `applied` when this attempt still holds it. */
export interface Settle {
  readonly opId: string;
  readonly attempt: number;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

const moved = `UPDATE case_head SET seq = $3, hash = $4, state = $5::json WHERE case_id = $1 AND seq = $2 RETURNING case_id`;
const born = `INSERT INTO case_head (case_id, seq, hash, state) SELECT $1::uuid, $3::int, $4, $5::json WHERE $2::int = 0
    ON CONFLICT (case_id) DO NOTHING RETURNING case_id`;

const acknowledge = `UPDATE warning w SET acknowledged_at = r."acknowledgedAt", acknowledged_by = r."acknowledgedBy", note = r.note
    FROM guard, ${recordset(warning, 11, ['warningId', 'acknowledgedAt', 'acknowledgedBy', 'note'])}
    WHERE w.warning_id = r."warningId"`;
// Not "state = 'sent'": on a young table that would be planned by the index of open intents, and every ended one is dead weight in it.
const settle = `UPDATE intent i SET state = 'applied', answer_status = $16, answer = $17::json FROM guard
    WHERE i.op_id = $14::uuid AND i.state NOT IN ('applied', 'refused') AND i.attempt = $15 RETURNING i.op_id`;

/** Every part selects from the one guarded row: a part that read on its own would see the snapshot from before a lock wait. */
function applyText(guard: string): string {
  return `WITH guard AS (${guard}),
  events AS (${insertRows({ table: caseEvent, parameter: 6, guard: 'guard' })}),
  cases AS (${insertRows({ table: caseRow, parameter: 7, guard: 'guard', key: ['caseId'] })}),
  clocks AS (${insertRows({ table: caseClock, parameter: 8, guard: 'guard', key: ['caseId', 'clock'] })}),
  steps AS (${insertRows({ table: caseStep, parameter: 9, guard: 'guard', key: ['caseId', 'stepId'] })}),
  warnings AS (${insertRows({ table: warning, parameter: 10, guard: 'guard' })}),
  marks AS (${acknowledge}),
  findings AS (${insertRows({ table: finding, parameter: 12, guard: 'guard' })}),
  messages AS (${insertRows({ table: message, parameter: 13, guard: 'guard' })}),
  settled AS (${settle})
SELECT EXISTS (SELECT FROM settled) AS settled FROM guard`;
}

/** Applies facts to a case that has a head at `base`. One row when it did, none when the head was elsewhere. */
export const applyToHead: Statement = { name: 'journal-apply', text: applyText(moved) };
/** Applies the first facts of a case (base 0). */
export const applyFirst: Statement = { name: 'journal-apply-first', text: applyText(born) };

/** What one apply writes. `facts` are those after `base`; `state` is folded over them. */
export interface Write {
  readonly caseId: string;
  readonly base: number;
  readonly state: CaseState;
  readonly facts: readonly Fact[];
  readonly rows: ReadRows;
  readonly settle: Settle | null;
}

/** The values of both statements. */
export function applyValues({ caseId, base, state, facts, rows, settle: end }: Write): unknown[] {
  const { cases, clocks, steps, warnings, acknowledged, findings, messages } = rows;
  const read = [cases, clocks, steps, warnings, acknowledged, findings, messages].map((list) => JSON.stringify(list));
  const answer = end === null ? null : JSON.stringify(end.answer);
  return [
    caseId,
    base,
    state.seq,
    state.hash,
    JSON.stringify(state),
    JSON.stringify(facts.map((fact) => eventRow(caseId, fact))),
    ...read,
    end?.opId ?? null,
    end?.attempt ?? null,
    end?.status ?? null,
    answer,
  ];
}

function eventRow(caseId: string, fact: Fact): typeof caseEvent.$inferSelect {
  return { ...fact, caseId, at: new Date(fact.at), recordedAt: new Date(fact.recordedAt) };
}
