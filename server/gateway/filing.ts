import { createHmac } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { filable } from '../../db/catalogue/filing.ts';
import { applyFacts } from '../../db/journal/apply.ts';
import { isJournalConflict, isUnregistered } from '../../db/journal/conflict.ts';
import type { Intent } from '../../db/journal/intents.ts';
import { factsOf } from '../../db/journal/facts.ts';
import type { Likeness } from '../../db/journal/likeness.ts';
import { openFiling, refuseFiling } from '../../db/journal/open-filing.ts';
import { findKnown } from '../../db/journal/open-intent.ts';
import type { Known, NewIntent } from '../../db/journal/open-intent.ts';
import { fold } from '../../domain/case/apply.ts';
import type { Fact } from '../../domain/case/facts/index.ts';
import type { Filing } from '../../domain/case/filing.ts';
import { fileCase } from '../../domain/case/machine.ts';
import { noHash } from '../../domain/case/seal.ts';
import { civilDateOf } from '../../domain/clock/civil-date.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { Rejection } from '../../domain/rejection.ts';
import { runOptions, workflowId, workflowType } from '../../workflows/messages.ts';
import type { CaseInput } from '../../workflows/messages.ts';
import { letGo } from './let-go.ts';
import { caseIdOf, doneBody, opIdOf, outcomeUnknown, refusal, refusalOf } from './answers.ts';
import type { Context } from './context.ts';
import { baseInput } from './send.ts';
import { suspect } from './suspects.ts';
import type { Answer, FilingRequest } from './types.ts';

/** What the intent of a filing keeps: the first facts, computed once. */
export type FilingPayload = { readonly caseNo: string; readonly facts: readonly Fact[] };

/** A run of so many events is some 45 orders: a usual case never has to begin a new one, which costs as much as several orders. */
export const usualEvents = 240;

/** What became of opening a filing: its facts, or the answer that ends it. */
export type OpenedFiling =
  | { readonly kind: 'new'; readonly opId: string; readonly caseId: string; readonly payload: FilingPayload }
  | {
      readonly kind: 'known';
      readonly opId: string;
      readonly caseId: string;
      readonly how: 'in-progress' | 'other-body';
    }
  | { readonly kind: 'answer'; readonly answer: Answer };

/**
 * Judges a filing and commits its intent with number, facts, form and texts, or its refusal. Needs neither Temporal nor a worker.
 */
export async function openCase(context: Context, request: FilingRequest): Promise<OpenedFiling> {
  const { db, leaseMs } = context;
  const { actor, receivedAt, bodyHash, texts, beside } = request;
  const opId = opIdOf(request);
  const caseId = caseIdOf(opId);
  const intent: NewIntent = { opId, caseId, actor, receivedAt, bodyHash, texts, leaseMs };
  const judged = await judge(context, request, intent);
  if ('kind' in judged) return judged.kind === 'new' ? { ...judged, opId, caseId } : knownAs(judged, intent);
  // The key of a draft is for its life: what is refused today may be mended and granted tomorrow.
  const known =
    beside === undefined
      ? await refuseFiling(db, intent, { status: judged.status, answer: judged.body })
      : await findKnown(db, intent);
  return known === null ? { kind: 'answer', answer: judged } : knownAs(known, intent);
}

function knownAs(known: Known, { opId, caseId }: NewIntent): OpenedFiling {
  if (known.kind !== 'answered') return { kind: 'known', opId, caseId, how: known.kind };
  return { kind: 'answer', answer: { status: known.status, body: known.answer } };
}

/** The filing with its facts, what its key says already, or its refusal. */
async function judge(
  context: Context,
  request: FilingRequest,
  intent: NewIntent,
): Promise<{ readonly kind: 'new'; readonly payload: FilingPayload } | Known | Answer> {
  const composer = await composerOf(context, request, intent);
  if ('status' in composer) return composer;
  const trial = composer.compose('', null);
  if (isRejection(trial)) return refusalOf(trial);
  const { secret, itemCode } = request;
  const opened = await openFiling(context.db, {
    ...intent,
    secret,
    itemCode,
    day: composer.day,
    ...(request.beside !== undefined && { beside: request.beside }),
    ...(request.likeness !== undefined && { likeness: likenessOf(context, request.likeness) }),
    compose: (caseNo, despite): FilingPayload => {
      const facts = composer.compose(caseNo, despite);
      if (isRejection(facts)) throw new Error(`expected the filing to stand as judged, but ${facts.detail}`);
      return { caseNo, facts };
    },
  });
  switch (opened.kind) {
    case 'alike': {
      const { caseNo } = opened.earlier;
      const detail = `expected an application that is new, but ${caseNo} asks for the same`;
      return refusal('filed-before', detail, { earlier: opened.earlier });
    }
    case 'moved':
      return refusal('stale-revision', 'expected what was read, but it has changed');
    case 'new':
    case 'answered':
    case 'in-progress':
    case 'other-body':
      return opened;
  }
  return opened satisfies never;
}

/** Keyed with the server's secret: who reads the table cannot try out names and numbers. */
function likenessOf({ config }: Context, { words, ...known }: NonNullable<FilingRequest['likeness']>): Likeness {
  return { mark: createHmac('sha256', config.secret).update(words).digest('hex'), ...known };
}

interface Composer {
  /** The civil day of the filing, of which the number is. */
  readonly day: string;
  readonly compose: (caseNo: string, despite: string | null) => readonly Fact[] | Rejection;
}

async function composerOf(
  context: Context,
  request: FilingRequest,
  { opId, caseId }: { opId: string; caseId: string },
): Promise<Composer | Answer> {
  const { itemCode, actor, receivedAt } = request;
  const found = await filable(context.db, itemCode);
  if (found === null) return refusal('not-found', `expected an item, but ${itemCode} is none`);
  const { departmentId, regionCode, flow } = found;
  if (flow === null) return refusal('item-without-flow', `expected a published flow for ${itemCode}, but none is`);
  const { sha256, definition } = flow;
  const choice = context.chooseByForm(definition, request.form, request.secret);
  if ('undecided' in choice) return refusal('branch-undecided', choice.undecided);
  const calendar = context.calendar.revision;
  const world = await context.worlds.worldFor(sha256, choice.branch, calendar);
  // Another process may have moved the clock a moment ago: no filing is refused for a day that is over.
  context.clock.forget();
  const [businessClock, rules] = await Promise.all([context.clock.current(), context.rules.current()]);
  const pinned = { itemCode, definition: sha256, ...choice, departmentId, regionCode, calendar };
  return {
    day: civilDateOf(receivedAt + businessClock.offset),
    compose: (caseNo, despite) => {
      const known = despite === null ? {} : { despite };
      const filing: Filing = { caseNo, ...pinned, ...request.filing, ...known };
      const filed = fileCase(world, {
        caseId,
        filing,
        requestId: opId,
        actorId: actor.id,
        receivedAt,
        businessClock,
        rules,
      });
      return isRejection(filed) ? filed : filed.facts;
    },
  };
}

/** A filing whose intent this process holds: start the workflow, apply, answer. Safe to repeat. */
export async function startCase(
  context: Context,
  o: { opId: string; caseId: string; attempt: number; payload: FilingPayload },
): Promise<Answer> {
  const { opId, caseId, attempt } = o;
  try {
    // A second attempt looks in the journal first, as with orders: a restored case was begun from there.
    const known = attempt > 1 ? await factsOf(context.db, caseId, opId) : [];
    const facts = known.length > 0 ? known : await startOrFind(context, o);
    const filing = facts[0]?.body;
    const caseNo = filing?.type === 'CaseFiled' ? filing.filing.caseNo : o.payload.caseNo;
    const answer = { status: 201, body: { ...doneBody(caseId, opId, facts), caseNo } };
    const settle = { opId, attempt, status: answer.status, answer: answer.body };
    const { settled } = await applyFacts(context.db, context.worlds, { caseId, facts, settle });
    if (settled) context.metrics.step('file');
    return answer;
  } catch (error) {
    if (isJournalConflict(error) || isUnregistered(error)) suspect(context, caseId);
    context.log.warn({ opId, caseId, attempt, err: error }, 'the outcome of a filing is open');
    await letGo(context, o);
    return outcomeUnknown(caseId, opId);
  }
}

/** The payload of a stored filing. */
export function payloadOf({ payload }: Intent): FilingPayload | null {
  if (!('facts' in payload) || !('caseNo' in payload)) return null;
  const { facts, caseNo } = payload;
  return Array.isArray(facts) && typeof caseNo === 'string' ? { caseNo, facts } : null;
}

async function startOrFind(
  context: Context,
  { opId, caseId, payload }: { opId: string; caseId: string; payload: FilingPayload },
): Promise<readonly Fact[]> {
  const { client, config, worlds } = context;
  const { facts } = payload;
  const state = fold(caseId, facts);
  const input: CaseInput = {
    ...baseInput(await worlds.worldOf(state), state),
    unacked: facts,
    ring: [{ opId, firstSeq: 1, lastSeq: state.seq }],
    ackSeq: 0,
    ackHash: noHash,
    maxEvents: config.maxEvents ?? usualEvents,
  };
  try {
    await client.connection.withDeadline(Date.now() + config.submitDeadlineMs, async () =>
      client.workflow.start(workflowType, {
        workflowId: workflowId(caseId),
        ...runOptions,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'FAIL',
      }),
    );
    return facts;
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    return firstFacts(context, caseId);
  }
}

/** The facts a case was really started with: those of the start event of its first run. */
async function firstFacts({ client, config }: Context, caseId: string): Promise<readonly Fact[]> {
  const { namespace } = client.options;
  const execution = { workflowId: workflowId(caseId) };
  return client.connection.withDeadline(Date.now() + config.submitDeadlineMs, async () => {
    const { workflowExecutionInfo } = await client.workflowService.describeWorkflowExecution({ namespace, execution });
    const runId = workflowExecutionInfo?.firstRunId ?? null;
    const first = { namespace, execution: { ...execution, runId }, maximumPageSize: 1 };
    const { history } = await client.workflowService.getWorkflowExecutionHistory(first);
    const payload = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    if (!payload) throw new Error(`expected the start event of ${caseId} to carry its input, but it does not`);
    return defaultPayloadConverter.fromPayload<CaseInput>(payload).unacked;
  });
}
