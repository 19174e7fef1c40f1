import { applyFacts } from '../../db/journal/apply.ts';
import type { Applied, ApplyRequest } from '../../db/journal/apply.ts';
import { isJournalConflict, isUnregistered } from '../../db/journal/conflict.ts';
import { factsOf } from '../../db/journal/facts.ts';
import { readHead } from '../../db/journal/head.ts';
import type { Head } from '../../db/journal/head.ts';
import { refuseIntent } from '../../db/journal/settle.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import { submit } from '../../domain/case/machine.ts';
import { isRejection } from '../../domain/rejection.ts';
import { unknownRules } from '../../workflows/messages.ts';
import type { Head as WorkflowHead } from '../../workflows/messages.ts';
import { doubt, openAgain } from './again.ts';
import { doneBody, outcomeUnknown, refusal, refusalOf, refusalOfFailure } from './answers.ts';
import type { Failure } from './answers.ts';
import { catchUp } from './compare.ts';
import { letGo } from './let-go.ts';
import type { Context } from './context.ts';
import { numberedHand } from './numbers.ts';
import { send, sendReopening, submissionOf } from './send.ts';
import type { OrderInHand, Outcome } from './send.ts';
import { suspect } from './suspects.ts';
import type { Answer } from './types.ts';

/**
 * One attempt of an order whose intent this process holds: send, apply, answer. 202 where only a later attempt can tell.
 * A second attempt looks in the journal first, and again before it refuses: what is there was applied, perhaps by a restore just now.
 */
export async function attemptOrder(context: Context, hand: OrderInHand, head: Head | null): Promise<Answer> {
  if (head === null) return refuse(context, hand, refusal('not-found', `expected a case, but ${hand.caseId} is none`));
  const before = await appliedBefore(context, hand);
  if (before !== null) return before;
  const numbered = await numberedHand(context, hand);
  if ('status' in numbered) return refuse(context, hand, numbered);
  const submission = await submissionOf(context, numbered, head);
  return conclude(context, { hand: numbered, head, outcome: await send(context, numbered, submission) });
}

/** The answer of an operation whose facts the journal has from an attempt before; null: it has none. */
async function appliedBefore(context: Context, hand: OrderInHand): Promise<Answer | null> {
  if (hand.attempt === 1) return null;
  const own = await factsOf(context.db, hand.caseId, hand.opId);
  return own.length === 0 ? null : settle(context, hand, { facts: own, own, head: null });
}

interface Conclusion {
  readonly hand: OrderInHand;
  readonly head: Head;
  readonly outcome: Outcome;
  readonly reopened?: boolean;
}

async function conclude(context: Context, { hand, head, outcome, reopened }: Conclusion): Promise<Answer> {
  switch (outcome.kind) {
    case 'done': {
      const { facts, already, op } = outcome.answer;
      const inHand = facts.filter((fact) => fact.requestId === hand.opId);
      const own = already && inHand.length === 0 ? await factsOf(context.db, hand.caseId, hand.opId) : inHand;
      const [firstSeq, lastSeq] = op;
      if (own.length === 0 && lastSeq >= firstSeq) {
        // The case takes its facts for written: the journal is from an earlier moment.
        suspect(context, hand.caseId);
        return later(context, hand, outcome);
      }
      return settle(context, hand, { facts, own, head });
    }
    case 'failed': {
      if (isOfOlderWorker(outcome)) return tryLater(context, hand, outcome);
      const answer = refusalOfFailure(outcome);
      if (answer === null || outcome.type === 'journal-fork' || !(await isGrounded(context, head, outcome.told))) {
        suspect(context, hand.caseId);
        return later(context, hand, outcome);
      }
      return (await appliedBefore(context, hand)) ?? refuse(context, hand, answer);
    }
    case 'gone':
      return reopened === true ? later(context, hand, outcome) : afterTheEnd(context, hand);
    case 'unknown':
      return later(context, hand, outcome);
  }
  return outcome satisfies never;
}

/** No run takes the order. A closed case answers from its journal, and takes messages in a new run. */
async function afterTheEnd(context: Context, hand: OrderInHand): Promise<Answer> {
  const head = await readHead(context.db, hand.caseId);
  if (head === null || head.state.status === 'open') {
    suspect(context, hand.caseId);
    return later(context, hand, { kind: 'gone' });
  }
  const own = await factsOf(context.db, hand.caseId, hand.opId);
  if (own.length > 0) return settle(context, hand, { facts: own, own, head: null });
  const [world, submission] = [await context.worlds.worldOf(head.state), await submissionOf(context, hand, head)];
  const judged = submit(world, head.state, submission, context.now());
  if (isRejection(judged)) return refuse(context, hand, refusalOf(judged));
  const outcome = await sendReopening(context, { head, world, submission });
  return conclude(context, { hand, head, outcome, reopened: true });
}

/** A worker does not know the rules that the order carries; builds before 2026-12 say so as a bug. */
function isOfOlderWorker({ type, detail }: Failure): boolean {
  return type === unknownRules || (type === 'internal' && detail.includes('this build knows rules up to'));
}

/** Nothing has happened, and nothing is final: the sweeper sends it again, with rules that all workers know. */
async function tryLater(context: Context, hand: OrderInHand, outcome: Outcome): Promise<Answer> {
  context.rules.forget();
  await later(context, hand, outcome);
  return refusal('unavailable', 'expected a worker of this release, but an older one has the case', { retryAfter: 3 });
}

/** Whether the state that refused an order is the journal's: facts that are not in it, and cannot get there, refuse nobody. */
async function isGrounded(context: Context, head: Head, told: WorkflowHead | undefined): Promise<boolean> {
  if (told === undefined || told.seq <= head.seq) return true;
  const { caseId } = head;
  const standing = await catchUp(context, { caseId, journal: await readHead(context.db, caseId), told });
  return standing === 'same' || standing === 'repaired';
}

/** Writes the facts with the answer. What fails here was applied all the same: the sweeper finishes it. */
async function settle(
  context: Context,
  hand: OrderInHand,
  o: { facts: readonly Fact[]; own: readonly Fact[]; head: Head | null },
): Promise<Answer> {
  const { metrics } = context;
  const { caseId, opId, attempt } = hand;
  const answer = { status: 200, body: doneBody(caseId, opId, o.own) };
  const request = { caseId, facts: o.facts, settle: { opId, attempt, status: answer.status, answer: answer.body } };
  try {
    const applied = await applyOwn(context, hand, o.head === null ? request : { ...request, head: o.head });
    const { settled, fresh, state } = applied;
    context.heads.keep({ caseId, seq: state.seq, hash: state.hash, state });
    if (settled) metrics.step(hand.order.type);
    metrics.facts(fresh);
    return answer;
  } catch (error) {
    if (isJournalConflict(error) || isUnregistered(error)) suspect(context, caseId);
    return later(context, hand, { kind: 'unknown', error });
  }
}

/** Applies the facts of an order. The journal takes only registered ones: an intent that a crash took is opened again first. */
async function applyOwn(context: Context, hand: OrderInHand, request: ApplyRequest): Promise<Applied> {
  const { db, worlds } = context;
  try {
    return await applyFacts(db, worlds, request);
  } catch (error) {
    if (!isUnregistered(error) || !(await openAgain(context, hand))) throw error;
    return applyFacts(db, worlds, request);
  }
}

async function refuse(context: Context, hand: OrderInHand, answer: Answer): Promise<Answer> {
  const { opId, attempt, caseId } = hand;
  const stored = await refuseIntent(context.db, { opId, attempt, status: answer.status, answer: answer.body });
  context.metrics.refusal(String(answer.body['code']));
  return stored === null ? outcomeUnknown(caseId, opId) : { status: stored.status, body: stored.answer };
}

/** An outage: this attempt is over, and the next need not wait for the end of its lease. */
async function later(context: Context, hand: OrderInHand, outcome: Outcome): Promise<Answer> {
  const { opId, caseId, attempt, order } = hand;
  const err = outcome.kind === 'unknown' ? outcome.error : outcome;
  context.log.warn({ opId, caseId, attempt, order: order.type, err }, 'the outcome of an order is open');
  doubt(context, hand);
  await letGo(context, hand);
  return outcomeUnknown(caseId, opId);
}
