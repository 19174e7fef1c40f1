import type { Fact } from '../../domain/case/facts/index.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import { caseRowOf } from './case-row.ts';
import type { CaseRow } from './case-row.ts';
import { clockRowsOf } from './clock-rows.ts';
import type { ClockRow } from './clock-rows.ts';
import { messageRowsOf } from './message-rows.ts';
import type { MessageRow } from './message-rows.ts';
import { stepRowsOf } from './step-rows.ts';
import type { StepRow } from './step-rows.ts';
import { findingRowsOf, warningRowsOf } from './warning-rows.ts';
import type { Acknowledgement, FindingRow, WarningRow } from './warning-rows.ts';

/** The rows of the read tables that a step writes: for cases, clocks and steps only those that differ from before. */
export interface ReadRows {
  readonly cases: readonly CaseRow[];
  readonly clocks: readonly ClockRow[];
  readonly steps: readonly StepRow[];
  readonly warnings: readonly WarningRow[];
  readonly acknowledged: readonly Acknowledgement[];
  readonly findings: readonly FindingRow[];
  readonly messages: readonly MessageRow[];
}

/** A state with the world it is judged by. */
export interface Judged {
  readonly world: World;
  readonly state: CaseState;
}

/** What the facts between two states change in the read tables; `before` is null for a new case and for a rebuild. */
export function changedRows(before: Judged | null, after: Judged, facts: readonly Fact[]): ReadRows {
  const { world, state } = after;
  const { raised, acknowledged } = warningRowsOf(facts, state);
  const old =
    before === null
      ? null
      : { clocks: clockRowsOf(before.world, before.state), steps: stepRowsOf(before.world, before.state) };
  return {
    cases: [caseRowOf(world, state)],
    clocks: differing(old?.clocks ?? [], clockRowsOf(world, state), (row) => row.clock),
    steps: differing(old?.steps ?? [], stepRowsOf(world, state), (row) => row.stepId),
    warnings: raised,
    acknowledged,
    findings: findingRowsOf(facts, state.caseId),
    messages: messageRowsOf(facts, world, state),
  };
}

function differing<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  return after.filter((row) => {
    const old = known.get(keyOf(row));
    // Rows of what did not move are the same objects: only the others are worth comparing.
    return old !== row && JSON.stringify(old) !== JSON.stringify(row);
  });
}
