import { toldDueOn } from '../../domain/case/clocks.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import type { caseRow } from '../schema/read.ts';
import { earliestDue, lightKeys } from './clock-rows.ts';

export type CaseRow = typeof caseRow.$inferSelect;

/** The row of case_row. `dueOn` is what people are told, `sortDueOn` the earliest due date of any clock that is not over. */
export function caseRowOf(world: World, state: CaseState): CaseRow {
  const { filing } = state;
  const { dueOn, provisional } = toldDueOn(world, state);
  return {
    caseId: state.caseId,
    caseNo: filing.caseNo,
    itemCode: filing.itemCode,
    departmentId: filing.departmentId,
    regionCode: filing.regionCode,
    definition: filing.definition,
    applicant: filing.applicant,
    seq: state.seq,
    status: state.status,
    result: state.result,
    receivedOn: filing.receivedOn,
    filedAt: new Date(state.filedAt),
    acceptedOn: state.acceptedOn,
    decidedOn: state.decidedOn,
    closedAt: state.closedAt === null ? null : new Date(state.closedAt),
    dueOn,
    provisional,
    ...earliestDue(world, state, () => true),
    ...lightKeys(world, state, () => true),
  };
}
