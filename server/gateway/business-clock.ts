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
const rounds = 40;
const advanceNamespace = '5d9a4f0e-7f0c-5f55-8a51-2f7a5b6c1d33';

/**
 * Moves the business clock forward and orders it into every open case; answers when none is behind: each has adopted it and has
 * recorded all that became due. Refusals: `demo-only` in production, `not-allowed`, `clock-not-ahead`, and what a case refuses.
 */
export async function advance(context: Context, request: AdvanceRequest): Promise<Answer> {
  if (context.config.production) return refusal('demo-only', 'expected a demonstration, but this is production');
  if (!request.actor.posts.some(({ role }) => role === 'systemAdmin')) {
    return refusal('not-allowed', 'expected a post as systemAdmin to move the business clock, but it is not held');
  }
  const now = context.now();
  const before = await readBusinessClock(context.db);
  const offset = targetOf(request, before.offset, now);
  const version = await moveBusinessClock(context.db, { version: before.version, offset });
  if (version === null) {
    const [from, to] = [rfc3339(now + before.offset, 'ms'), rfc3339(now + offset, 'ms')];
    return refusal('clock-not-ahead', `expected an instant after ${from}, but got ${to}`);
  }
  context.clock.forget();
  // Other processes may file and order by the clock they read a moment ago: the last look comes after they have forgotten it.
  const answer = (await bringAll(context, version, request)) ?? (await bringAllAgain(context, version, request));
  return answer ?? { status: 200, body: { version, offset, now: rfc3339(now + offset, 'ms') } };
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

/** Null when no open case is behind; else the refusal that keeps one behind. */
async function bringAll(
  context: Context,
  version: number,
  { actor, onProgress }: AdvanceRequest,
): Promise<Answer | null> {
  let done = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const heads = await headsBehind(context.db, version);
    if (heads.length === 0) return null;
    const refusals: Answer[] = [];
    await eachOf(heads, casesAtOnce, async (head) => {
      const answer = await bring(context, { head, version, round, actor });
      if (answer.status >= 400 && answer.body['code'] !== 'case-closed') refusals.push(answer);
      done += 1;
      onProgress?.(done, Math.max(done, heads.length));
    });
    if (refusals[0] !== undefined) return refusals[0];
  }
  return refusal('unavailable', 'expected every open case to take the new clock, but some did not answer', {
    retryAfter: 5,
  });
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
