import type { OkOf } from '../../contract/routes.ts';
import type { BoardCase } from '../../db/views/board.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { readClockTitle, stepBook } from '../../domain/words/clock-title.ts';
import { applicantFor } from './masks.ts';

/** A case behind a count of the board; the applicant is masked for who does not handle it. */
export function presentBoardCase(
  row: BoardCase,
  definition: FlowDefinition,
  viewer: Actor,
): OkOf<'boardCases'>['items'][number] {
  return {
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: row.itemName,
    departmentName: row.departmentName,
    applicant: applicantFor(viewer, row),
    handler: row.handler,
    light: row.light,
    dueOn: row.dueOn,
    clock: row.clock,
    clockTitle: row.clock === null ? null : readClockTitle(row.clock, stepBook(definition)),
    provisional: row.provisional,
    redWarnings: row.redWarnings,
    yellowWarnings: row.yellowWarnings,
  };
}
