import { setTimeout as pause } from 'node:timers/promises';
import { v5 } from 'uuid';
import { headsBehind, moveBusinessClock, readBusinessClock } from '../../db/journal/business-clock.ts';
import type { Head } from '../../db/journal/head.ts';
import { openIntent } from '../../db/journal/open-intent.ts';
import { dayMs, rfc3339, startOfDay } from '../../domain/clock/civil-date.ts';
import type { Actor } from '../../domain/people/roles.ts';
import { refusal } from './answers.ts';
import { clockTtlMs } from './clock-source.ts';
import { eachOf } from './each-of.ts';
import type { Context } from './context.ts';
import { attemptOrder } from './order.ts';
import type { AdvanceRequest, Answer } from './types.ts';

const casesAtOnce = 8;
const restMs = 200;
/** The most lagging cases that an answer names. */
const mostNamed = 20;
const advanceNamespace = '5d9a4f0e-7f0c-5f55-8a51-2f7a5b6c1d33';

/**
 * Moves the business clock forward and orders it into every open case; answers when none is behind: each has adopted it and has
 * recorded all that became due. It moves only once no case lags behind the move before: else facts would be recorded by a clock that
 * is long past, and a late warning would not look late. Refusals: `demo-only` in production, `not-allowed`, `clock-not-ahead`,
 * `clock-lagging` (which cases; `moved` says whether the clock has moved), and what a case refuses.
 */
export async function advance(context: Context, request: AdvanceRequest): Promise<Answer> {
  if (context.config.production) return refusal('demo-only', 'expected a demonstration, but this is production');
  if (!request.actor.posts.some(({ role }) => role === 'systemAdmin')) {
    return refusal('not-allowed', 'expected a post as systemAdmin to move the business clock, but it is not held');
  }
  const now = context.now();
  const before = await readBusinessClock(context.db);
  const offset = targetOf(request, before.offset, now);
  if (offset <= before.offset) return notAhead(now, before.offset, offset);
  const kept = await bringAll(context, before.version, { actor: request.actor });
  if (kept !== null) return { ...kept, body: { ...kept.body, moved: false } };
  const version = await moveBusinessClock(context.db, { version: before.version, offset });
  if (version === null) return notAhead(now, before.offset, offset);
  context.clock.forget();
  // Other processes may file and order by the clock they read a moment ago: the last look comes after they have forgotten it.
  const answer = (await bringAll(context, version, request)) ?? (await bringAllAgain(context, version, request));
  if (answer !== null) return { ...answer, body: { ...answer.body, moved: true } };
  return { status: 200, body: { version, offset, now: rfc3339(now + offset, 'ms') } };
}

function notAhead(now: number, before: number, offset: number): Answer {
  const [from, to] = [rfc3339(now + before, 'ms'), rfc3339(now + offset, 'ms')];
  return refusal('clock-not-ahead', `expected an instant after ${from}, but got ${to}`);
}

async function bringAllAgain(context: Context, version: number, request: AdvanceRequest): Promise<Answer | null> {
  await pause(clockTtlMs);
  return bringAll(context, version, request);
}

function targetOf({ days, to, offset }: AdvanceRequest, before: number, now: number): number {
  if (offset !== undefined) return offset;
  if (to !== undefined) return startOfDay(to) - now;
  return before + (days ?? 0) * dayMs;
}

/**
 * Null when no open case is behind; else the refusal that keeps one behind, or which cases lag. It goes on while cases answer, and gives up
 * when for as long as one order may wait none has.
 */
async function bringAll(
  context: Context,
  version: number,
  { actor, onProgress }: Pick<AdvanceRequest, 'actor' | 'onProgress'>,
): Promise<Answer | null> {
  const patience = () => performance.now() + context.config.submitDeadlineMs;
  let giveUpAt = patience();
  let done = 0;
  for (let round = 1; ; round += 1) {
    const heads = await headsBehind(context.db, version);
    if (heads.length === 0) return null;
    if (performance.now() > giveUpAt) return lagging(heads);
    const [refusals, before]: [Answer[], number] = [[], done];
    await eachOf(heads, casesAtOnce, async (head) => {
      if (performance.now() > giveUpAt) return;
      const answer = await bring(context, { head, version, round, actor });
      if (answer.status >= 400 && answer.body['code'] !== 'case-closed') refusals.push(answer);
      if (answer.status !== 200) return;
      giveUpAt = patience();
      done += 1;
      onProgress?.(done, Math.max(done, heads.length));
    });
    if (refusals[0] !== undefined) return refusals[0];
    if (done === before) await pause(restMs);
  }
}

function lagging(heads: readonly Head[]): Answer {
  const errors = heads.slice(0, mostNamed).map(({ caseId, state }) => {
    const message = `办件 ${state.filing.caseNo} 还没有采用演练时钟`;
    return { pointer: `/cases/${caseId}`, code: 'case-lagging', message };
  });
  const detail = `expected every open case to take the clock, but ${heads.length} did not answer`;
  return refusal('clock-lagging', detail, { lagging: heads.length, errors, retryAfter: 5 });
}

async function bring(
  context: Context,
  o: { head: Head; version: number; round: number; actor: Actor },
): Promise<Answer> {
  const { head, version, round, actor } = o;
  const { caseId } = head;
  const opId = v5(`${version} ${caseId} ${round}`, advanceNamespace);
  const order = { type: 'advanceClock' } as const;
  const receivedAt = context.now();
  const { leaseMs } = context;
  await openIntent(context.db, {
    opId,
    caseId,
    order,
    actor,
    people: [],
    receivedAt,
    leaseMs,
    bodyHash: opId,
    texts: [],
    durable: false,
  });
  return attemptOrder(context, { opId, caseId, actor, people: [], order, receivedAt, attempt: 1 }, head);
}
