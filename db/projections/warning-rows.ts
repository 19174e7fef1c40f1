import type { Fact } from '../../domain/case/facts/index.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Told } from '../../domain/people/recipients.ts';
import type { finding, warning } from '../schema/read.ts';

export type WarningRow = typeof warning.$inferSelect;
export type FindingRow = typeof finding.$inferSelect;
export type Acknowledgement = Pick<
  WarningRow,
  'caseId' | 'warningId' | 'acknowledgedAt' | 'acknowledgedBy' | 'acknowledgedAs' | 'note'
>;

/** A warning is late when it was recorded over this many ms after its instant. */
const lateAfter = 60 * 60_000;

/**
 * What a run of facts says of warnings: `raised` are whole rows (acknowledged already where the run says so too),
 * `acknowledged` are marks on warnings raised before the run. Over all facts of a case the second is empty.
 */
export function warningRowsOf(
  facts: readonly Fact[],
  state: CaseState,
): { raised: WarningRow[]; acknowledged: Acknowledgement[] } {
  const marks = new Map(
    facts.flatMap((fact) => acknowledgement(fact, state.caseId)).map((mark) => [mark.warningId, mark]),
  );
  const raised = facts
    .flatMap((fact) => raisedRow(fact, state))
    .map((row) => ({ ...row, ...marks.get(row.warningId) }));
  const fresh = new Set(raised.map((row) => row.warningId));
  return { raised, acknowledged: [...marks.values()].filter((mark) => !fresh.has(mark.warningId)) };
}

/** The rows of finding: one a FindingRecorded. */
export function findingRowsOf(facts: readonly Fact[], caseId: string): FindingRow[] {
  return facts.flatMap(({ seq, at, body }) => {
    if (body.type !== 'FindingRecorded') return [];
    const { code, stepId, clock } = body;
    return [{ caseId, seq, code, stepId, clock, at: new Date(at) }];
  });
}

function raisedRow({ seq, at, recordedAt, body }: Fact, state: CaseState): WarningRow[] {
  if (body.type !== 'WarningRaised') return [];
  const { warningId, clock, epoch, rung, level, to, on, dueOn } = body;
  const { departmentId, regionCode } = state.filing;
  const what = { warningId, caseId: state.caseId, seq, clock, epoch, rung, level, ...recipients(to) };
  const when = {
    onDay: on,
    dueOn,
    at: new Date(at),
    recordedAt: new Date(recordedAt),
    late: recordedAt - at > lateAfter,
  };
  return [{ ...what, departmentId, regionCode, ...when, ...unanswered }];
}

const unanswered = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedAs: null, note: null };

function recipients(to: readonly Told[]): Pick<WarningRow, 'toRoles' | 'toPeople'> {
  return {
    toRoles: to.filter((told) => typeof told === 'string'),
    toPeople: to.flatMap((told) => (typeof told === 'string' ? [] : [told.person])),
  };
}

/** What somebody acknowledged for themselves leaves the card open. */
function acknowledgement({ at, actorId, body }: Fact, caseId: string): Acknowledgement[] {
  if (body.type !== 'WarningAcknowledged' || body.as === 'self') return [];
  const { warningId, note, as = null } = body;
  return [{ caseId, warningId, acknowledgedAt: new Date(at), acknowledgedBy: actorId, acknowledgedAs: as, note }];
}
