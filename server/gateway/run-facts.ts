import { isGrpcServiceError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { Submission } from '../../domain/case/submission.ts';
import { workflowId } from '../../workflows/messages.ts';
import type { CaseInput, ProjectInput, SubmitAnswer } from '../../workflows/messages.ts';
import type { Context } from './context.ts';

type Event = temporal.api.history.v1.IHistoryEvent;
/** NOT_FOUND of gRPC. */
const notFound = 5;

type Payloads = temporal.api.common.v1.IPayloads | null | undefined;

/** What the histories of a case tell without a worker: the facts its runs made, by seq, and the operations it took. */
export interface RunFacts {
  readonly facts: readonly Fact[];
  readonly submissions: ReadonlyMap<string, Submission>;
}

/**
 * Reads the last run of a case, and those before it as long as they continue and facts above `after` are missing. Facts stand in the input
 * of a run, in the answers to orders and in what was handed to be written.
 */
export async function factsOfRuns(context: Context, caseId: string, after: number): Promise<RunFacts> {
  const facts = new Map<number, Fact>();
  const submissions = new Map<string, Submission>();
  for (let runId: string | undefined = ''; runId !== undefined && !reachDownTo(facts, after);) {
    const events = await eventsOf(context, caseId, runId);
    for (const event of events) {
      for (const fact of factsIn(event)) if (!facts.has(fact.seq)) facts.set(fact.seq, fact);
      const submission = submissionIn(event);
      if (submission !== undefined) submissions.set(submission.opId, submission);
    }
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return { facts: [...facts.values()].toSorted((a, b) => a.seq - b.seq), submissions };
}

function reachDownTo(facts: ReadonlyMap<number, Fact>, after: number): boolean {
  return facts.size > 0 && Math.min(...facts.keys()) <= after + 1;
}

async function eventsOf({ client }: Context, caseId: string, runId: string): Promise<readonly Event[]> {
  const handle = client.workflow.getHandle(workflowId(caseId), runId === '' ? undefined : runId);
  try {
    return (await handle.fetchHistory()).events ?? [];
  } catch (error) {
    // fetchHistory passes on what the server says, unlike the other calls of a handle.
    if (isGrpcServiceError(error) && Number(error.code) === notFound) return [];
    throw error;
  }
}

function factsIn(event: Event): readonly Fact[] {
  const { workflowExecutionStartedEventAttributes: begun, activityTaskScheduledEventAttributes: handed } = event;
  if (begun) return first<CaseInput>(begun.input)?.unacked ?? [];
  if (handed) return first<ProjectInput>(handed.input)?.facts ?? [];
  const answered = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success;
  return first<SubmitAnswer>(answered)?.facts ?? [];
}

function submissionIn(event: Event): Submission | undefined {
  return first<Submission>(event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args);
}

function first<T>(payloads: Payloads): T | undefined {
  const payload = payloads?.payloads?.[0];
  return payload ? defaultPayloadConverter.fromPayload<T>(payload) : undefined;
}
