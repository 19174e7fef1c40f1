import { WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Head } from '../../db/journal/head.ts';
import type { NewOrder } from '../../db/journal/open-intent.ts';
import type { Booked } from '../../db/numbers/book.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import type { Submission } from '../../domain/case/submission.ts';
import type { CaseState, World } from '../../domain/case/state.ts';
import { isNewer } from '../../domain/clock/revision.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { runOptions, submitUpdate, workflowId, workflowType } from '../../workflows/messages.ts';
import type { CaseInput, Head as WorkflowHead, SubmitAnswer } from '../../workflows/messages.ts';
import type { Failure } from './answers.ts';
import type { Context } from './context.ts';

/** An order on its way: the intent of one attempt. */
export interface OrderInHand {
  readonly opId: string;
  readonly caseId: string;
  readonly actor: Actor;
  readonly order: Order;
  readonly people: readonly Actor[];
  readonly receivedAt: number;
  readonly attempt: number;
  /** The intent as this process opened it, with its words (again.ts). */
  readonly opened?: NewOrder;
  /** What the register said when this process opened it; null: it issues no paper. Undefined: the register is asked again. */
  readonly booked?: Booked | null;
  /** How long this attempt waits for the case, in ms; else the submit deadline. */
  readonly deadlineMs?: number;
}

/** What came of sending: `gone` when no run takes it, `unknown` when nobody can say yet. */
export type Outcome =
  | { readonly kind: 'done'; readonly answer: SubmitAnswer }
  | ({ readonly kind: 'failed'; readonly told?: WorkflowHead } & Failure)
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown'; readonly error: unknown };

/** Puts an order together with what the API knows: how far the journal is, the newest rules its workers know, calendar and business clock. */
export async function submissionOf(context: Context, hand: OrderInHand, head: Head): Promise<Submission> {
  const { opId, order, actor, people, receivedAt } = hand;
  const { calendar } = context;
  return {
    opId,
    order,
    actor,
    people,
    receivedAt,
    ackSeq: head.seq,
    ackHash: head.hash,
    rules: await context.rules.current(),
    businessClock: await context.clock.current(),
    ...(isNewer(calendar.revision, head.state.calendar) ? { calendar } : {}),
  };
}

/** Sends an order to its case and waits for the answer, at most the attempt's deadline. */
export async function send(context: Context, hand: OrderInHand, submission: Submission): Promise<Outcome> {
  const handle = context.client.workflow.getHandle(workflowId(hand.caseId));
  return judged(context, hand.deadlineMs ?? context.config.submitDeadlineMs, async () =>
    handle.executeUpdate(submitUpdate, { args: [submission], updateId: submission.opId }),
  );
}

const reopenDeadlineMs = 3_000;

/**
 * Sends a message about a closed case: its run has ended, so a new one begins from the journal. The deadline is shorter than
 * the rest of a reopened run (case-workflow.ts), so that `head` cannot be older than a run that came and went in between.
 */
export async function sendReopening(
  context: Context,
  o: { head: Head; world: World; submission: Submission },
): Promise<Outcome> {
  const { head, world, submission } = o;
  const input: CaseInput = {
    ...baseInput(world, head.state),
    ackSeq: head.seq,
    ackHash: head.hash,
    reopened: true,
  };
  const deadline = Math.min(reopenDeadlineMs, context.config.submitDeadlineMs);
  return judged(context, deadline, async () =>
    context.client.workflow.executeUpdateWithStart(submitUpdate, {
      args: [submission],
      updateId: submission.opId,
      startWorkflowOperation: new WithStartWorkflowOperation(workflowType, {
        workflowId: workflowId(head.caseId),
        ...runOptions,
        args: [input],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    }),
  );
}

/** The input of a run that starts from a folded state with nothing unconfirmed and nothing remembered. */
export function baseInput(world: World, state: CaseState): CaseInput {
  return {
    caseId: state.caseId,
    plan: world.plan,
    calendar: world.calendar.snapshot,
    state,
    unacked: [],
    ring: [],
    ackSeq: state.seq,
    ackHash: state.hash,
  };
}

async function judged(context: Context, ms: number, call: () => Promise<SubmitAnswer>): Promise<Outcome> {
  const began = performance.now();
  try {
    const answer = await context.client.connection.withDeadline(Date.now() + ms, call);
    context.metrics.update(performance.now() - began);
    return { kind: 'done', answer };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
    if (!(error instanceof WorkflowUpdateFailedError)) return { kind: 'unknown', error };
    context.metrics.update(performance.now() - began);
    const { cause } = error;
    const detail = cause?.message ?? error.message;
    if (!(cause instanceof ApplicationFailure)) return { kind: 'failed', type: null, detail };
    const [about, told] = cause.details ?? [];
    return {
      kind: 'failed',
      type: cause.type ?? null,
      detail,
      about: about ?? undefined,
      ...(isHead(told) ? { told } : {}),
    };
  }
}

/** What a case refuses with says how far it is; builds before 2026-12 do not. */
function isHead(told: unknown): told is WorkflowHead {
  return typeof told === 'object' && told !== null && 'seq' in told && 'hash' in told;
}
