import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { currentRules } from '../domain/case/machine.ts';
import type { Submission } from '../domain/case/submission.ts';
import type { CaseState } from '../domain/case/state.ts';
import { isRejection } from '../domain/rejection.ts';
import { createAlarm } from './alarm.ts';
import { factsSinceQuery, headQuery, submitUpdate, unknownRules } from './messages.ts';
import type { CaseInput, Head, SubmitAnswer } from './messages.ts';
import { now } from './now.ts';
import { createProjector } from './projector.ts';
import type { Projector } from './projector.ts';
import { commit, factsAfter, nextInput, openRun, prepare } from './run.ts';
import type { Prepared, Run } from './run.ts';

const maxEvents = 80;
const idleMs = 5_000;

/**
 * One case, from filing to the end of its delivery: orders come as Updates, time as one timer. Nothing is decided here
 * (domain/case/machine.ts) and an order awaits nothing (design.md section 5).
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const run = openRun(input);
  // A request to cancel from outside ends nothing: a case ends by law.
  const root = new CancellationScope({ cancellable: false });
  const projector = createProjector(run, root);
  const alarm = createAlarm({ run, root, onFacts: projector.write });

  setHandler(headQuery, () => ({ seq: run.state.seq, hash: run.state.hash }));
  setHandler(factsSinceQuery, (seq) => factsAfter(run, seq));
  answerOrders(run, alarm.arm);
  alarm.arm();

  const limit = input.maxEvents ?? maxEvents;
  const isClosed = (): boolean => run.state.status === 'closed';
  const mayContinueAsNew = (): boolean => workflowInfo().historyLength > limit && !projector.isBusy();
  await root.run(async () => {
    // Only when the order that ends the wait is answered: else the order of commands would hang on the SDK's count of promises.
    await condition(() => allHandlersFinished() && (isClosed() || mayContinueAsNew()));
    if (!isClosed()) await continueAsNew<typeof caseWorkflow>(nextInput(run, input));
    await settle({ run, projector, restMs: input.reopened === true ? idleMs : 0 });
  });
}

/** An order is refused before it leaves a trace, and answered in the same workflow task. */
function answerOrders(run: Run, rearm: () => void): void {
  let judged: { opId: string; state: CaseState; at: number; prepared: Prepared } | null = null;

  const validator = (submission: Submission): void => {
    const at = now();
    judged = { opId: submission.opId, state: run.state, at, prepared: judgeSafely(run, submission, at) };
  };
  const handler = (submission: Submission): SubmitAnswer => {
    const at = now();
    // The validator ran in this very task and its result still stands. A replay has no validator and judges again.
    const stands = judged?.opId === submission.opId && judged.state === run.state && judged.at === at;
    const prepared = stands && judged !== null ? judged.prepared : judge(run, submission, at);
    judged = null;
    const answer = commit(run, submission, prepared);
    rearm();
    return answer;
  };
  setHandler(submitUpdate, handler, { validator });
}

function judge(run: Run, submission: Submission, at: number): Prepared {
  const prepared = prepare(run, submission, at);
  if (!isRejection(prepared)) return prepared;
  const { detail, code, about } = prepared;
  const { seq, hash } = run.state;
  // With how far the case is: a refusal by facts that the journal does not take must not be final.
  throw ApplicationFailure.nonRetryable(detail, code, about ?? null, { seq, hash } satisfies Head);
}

/** A bug of the rules fails this order only, as `internal`; the case goes on. Rules this build does not know are for a newer one. */
function judgeSafely(run: Run, submission: Submission, at: number): Prepared {
  if (submission.rules > currentRules) {
    const detail = `expected rules up to ${currentRules}, but the order carries ${submission.rules}`;
    throw ApplicationFailure.nonRetryable(detail, unknownRules);
  }
  try {
    return judge(run, submission, at);
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    throw ApplicationFailure.nonRetryable(error instanceof Error ? error.message : String(error), 'internal');
  }
}

/**
 * Waits until the journal has every fact. A reopened run also rests after that: another API that still holds an older head
 * must find this run, not start a second one from a journal that is behind.
 */
async function settle({ run, projector, restMs }: { run: Run; projector: Projector; restMs: number }): Promise<void> {
  if (restMs > 0) await sleep(restMs);
  while (run.unacked.length > 0) {
    projector.write();
    await condition(() => !projector.isBusy() && allHandlersFinished());
    if (restMs > 0) await sleep(restMs);
  }
}
