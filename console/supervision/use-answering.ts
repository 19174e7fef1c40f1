import { useState } from 'react';
import { splitClockId } from '../../domain/instance-id.ts';
import { call } from '../api.ts';
import type { OrderBody } from '../../contract/orders.ts';
import { ProblemError } from '../problem-error.ts';
import { forgetCases } from '../queries.ts';
import type { WarningRow } from './new-red.tsx';

export type Answer = 'acknowledge' | 'remind';

/** What became of one row; error null: done. `nothing`: the case has no step that could be reminded of. */
export interface Answered {
  readonly row: WarningRow;
  readonly error: unknown;
  readonly nothing: boolean;
}

/** Answers many warnings, one case after another: each answers for itself, and one refusal keeps nobody from the next. */
export function useAnswering() {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ readonly answer: Answer; readonly results: readonly Answered[] } | null>(null);
  const run = async (answer: Answer, rows: readonly WarningRow[], note: string) => {
    setBusy(true);
    const results: Answered[] = [];
    for (const row of rows) {
      const sent = await give(answer, row, note).catch((error: unknown) => ({ error }));
      results.push(
        typeof sent === 'number' ? { row, error: null, nothing: sent === 0 } : { row, nothing: false, ...sent },
      );
    }
    await forgetCases();
    setBusy(false);
    setDone({ answer, results });
  };
  return { busy, done, run, clear: () => setDone(null) };
}

/** Gives the orders for one row; answers how many. */
async function give(answer: Answer, row: WarningRow, note: string): Promise<number> {
  const bodies = answer === 'acknowledge' ? acknowledging(row, note) : await reminding(row, note);
  for (const body of bodies) await call('giveOrder', { params: { caseId: row.caseId }, body }).catch(unlessAnswered);
  return bodies.length;
}

/** Every warning of the clock that waits, the graver ones last. */
function acknowledging({ warningId, others }: WarningRow, note: string): OrderBody[] {
  return [...others.map((one) => one.warningId), warningId].map((id) => acknowledgement(id, note));
}

/** The order that acknowledges a warning; without words it has no note. */
export function acknowledgement(warningId: string, note: string): OrderBody {
  return { type: 'acknowledge', warningId, ...(note === '' ? {} : { note }) };
}

/** Acknowledges a lesser warning of a clock whose gravest one is acknowledged by itself. */
export async function acknowledgeToo(o: { caseId: string; warningId: string; note: string }): Promise<void> {
  const body = acknowledgement(o.warningId, o.note);
  await call('giveOrder', { params: { caseId: o.caseId }, body }).catch(unlessAnswered);
}

/** The step of the clock, or for a clock of the whole case every open step. */
async function reminding({ caseId, clock }: WarningRow, note: string): Promise<OrderBody[]> {
  const view = await call('oneCase', { params: { caseId } });
  const own = splitClockId(clock)?.stepId ?? null;
  const steps = view.allowed.flatMap(({ order, stepId, refusedBecause }) =>
    order === 'remind' && stepId !== null && refusedBecause === undefined ? [stepId] : [],
  );
  const meant = own !== null && steps.includes(own) ? [own] : steps;
  return meant.map((stepId) => ({ type: 'remind', stepId, note }));
}

/** Somebody else has acknowledged it meanwhile: that is as good. */
function unlessAnswered(error: unknown): void {
  if (error instanceof ProblemError && error.problem.code === 'warning-already-acknowledged') return;
  throw error;
}
