import type { Fact } from '../../domain/case/facts/index.ts';
import { shownOf } from '../../domain/case/shown.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import { caseRowOf } from './case-row.ts';
import type { CaseRow } from './case-row.ts';
import { clockRowsOf } from './clock-rows.ts';
import type { ClockRow } from './clock-rows.ts';
import { messageRowsOf } from './message-rows.ts';
import type { MessageRow } from './message-rows.ts';
import { seenRowsOf } from './seen-rows.ts';
import type { SeenRow } from './seen-rows.ts';
import { stepRowsOf } from './step-rows.ts';
import type { StepRow } from './step-rows.ts';
import { taskRowsOf } from './task-rows.ts';
import type { TaskRow } from './task-rows.ts';
import { findingRowsOf, warningRowsOf, warningSeenRowsOf } from './warning-rows.ts';
import type { FindingRow, WarningMark, WarningRow, WarningSeenRow } from './warning-rows.ts';

/** The rows of the read tables that a step writes: for cases, clocks, steps and tasks only those that differ from before. */
export interface ReadRows {
  readonly cases: readonly CaseRow[];
  readonly clocks: readonly ClockRow[];
  readonly steps: readonly StepRow[];
  readonly tasks: readonly TaskRow[];
  /** Tasks that are over: their rows go. */
  readonly tasksOver: readonly Pick<TaskRow, 'caseId' | 'taskId'>[];
  readonly seen: readonly SeenRow[];
  /** When the case was closed: one row where that has changed. */
  readonly closed: readonly Pick<CaseRow, 'caseId' | 'closedAt'>[];
  readonly warnings: readonly WarningRow[];
  readonly warningMarks: readonly WarningMark[];
  readonly warningsSeen: readonly WarningSeenRow[];
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
  const { caseId } = state;
  const shown = { world, state: shownOf(state) };
  const { raised, marks } = warningRowsOf(facts, state);
  const [old, now] = [before === null ? noRows : rowsOf({ ...before, state: shownOf(before.state) }), rowsOf(shown)];
  const tasks = new Set(now.tasks.map(({ taskId }) => taskId));
  const row = caseRowOf(world, shown.state);
  const isClosing = before !== null && before.state.closedAt !== state.closedAt;
  return {
    cases: [row],
    clocks: differing(old.clocks, now.clocks, (row) => row.clock),
    steps: differing(old.steps, now.steps, (row) => row.stepId),
    tasks: differing(old.tasks, now.tasks, (row) => row.taskId),
    tasksOver: old.tasks.filter(({ taskId }) => !tasks.has(taskId)).map(({ taskId }) => ({ caseId, taskId })),
    seen: seenRowsOf(facts, state),
    closed: isClosing ? [{ caseId, closedAt: row.closedAt }] : [],
    warnings: raised,
    warningMarks: marks,
    warningsSeen: warningSeenRowsOf(facts, caseId),
    findings: findingRowsOf(facts, caseId),
    messages: messageRowsOf(facts, world, state),
  };
}

type StateRows = Pick<ReadRows, 'clocks' | 'steps' | 'tasks'>;
const noRows: StateRows = { clocks: [], steps: [], tasks: [] };

function rowsOf({ world, state }: Judged): StateRows {
  return { clocks: clockRowsOf(world, state), steps: stepRowsOf(world, state), tasks: taskRowsOf(world, state) };
}

function differing<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  return after.filter((row) => {
    const old = known.get(keyOf(row));
    // Rows of what did not move are the same objects: only the others are worth comparing.
    return old !== row && JSON.stringify(old) !== JSON.stringify(row);
  });
}
