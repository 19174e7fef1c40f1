import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { Fact } from '../domain/case/facts/index.ts';
import type { Submission } from '../domain/case/submission.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CalendarSnapshot } from '../domain/clock/calendar.ts';
import type { Plan } from '../domain/flow/plan.ts';

/** The task queue of workflow tasks and activities. */
export const taskQueue = 'cases';

/**
 * How every run is started. A worker that dies with a task of the case in hand is given up after so long (10 s by default), and while that
 * lasts nobody can act on the case.
 */
export const runOptions = { taskQueue, workflowTaskTimeout: '1500ms' } as const;

/** The name of the one workflow type: the exported function of case-workflow.ts. */
export const workflowType = 'caseWorkflow';

/** The id of the workflow of a case: `case/` and its UUID; never anything personal. */
export function workflowId(caseId: string): string {
  return `case/${caseId}`;
}

/** One of the last operations of a case: a repeated opId is answered from it. */
export interface RingEntry {
  readonly opId: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** How many operations a case remembers. */
export const ringSize = 64;

/** Everything a run needs (design.md section 5): filing, continue-as-new and reopening start a run from the same type. */
export interface CaseInput {
  readonly caseId: string;
  readonly plan: Plan;
  readonly calendar: CalendarSnapshot;
  /** Folded up to its last fact, `unacked` included. */
  readonly state: CaseState;
  /** The facts that PostgreSQL has not confirmed: all with seq over `ackSeq`, in order. */
  readonly unacked: readonly Fact[];
  readonly ring: readonly RingEntry[];
  readonly ackSeq: number;
  /** Hash of the fact `ackSeq`; the hash before the first fact when `ackSeq` is 0. */
  readonly ackHash: string;
  /** A closed case that is run again for messages (acknowledge, remind): it ends after five idle seconds, not at once. */
  readonly reopened?: boolean;
  /** Continue as new over this many events; the product uses 80, tests less. */
  readonly maxEvents?: number;
}

/** Answer of an order: every fact after the `ackSeq` it brought that is not confirmed, and which of all facts are its own. */
export interface SubmitAnswer {
  readonly facts: readonly Fact[];
  /** First and last seq of the facts of this operation. */
  readonly op: readonly [number, number];
  /** The operation was known: nothing was done now. */
  readonly already: boolean;
}

/** How far a case is: the reconciler compares it with case_head. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** One human act. Refusals are ApplicationFailures whose type is the refusal's code; `internal` is a bug of the rules. */
export const submitUpdate = defineUpdate<SubmitAnswer, [Submission]>('submit');

/** Type of the failure of an order that carries newer rules than the worker knows: it is to be sent again, to a newer one. */
export const unknownRules = 'unknown-rules';

/** How far the case is. */
export const headQuery = defineQuery<Head>('head');

/** Every fact after a seq that the run still holds: the unconfirmed ones. */
export const factsSinceQuery = defineQuery<readonly Fact[], [number]>('factsSince');

/** Input of the activity `project`: every fact that is not confirmed. */
export interface ProjectInput {
  readonly caseId: string;
  readonly facts: readonly Fact[];
}
