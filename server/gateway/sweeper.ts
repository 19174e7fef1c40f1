import { readHead } from '../../db/journal/head.ts';
import { openIncidents } from '../../db/journal/incidents.ts';
import { countOpenIntents, takeExpired } from '../../db/journal/intents.ts';
import type { Intent } from '../../db/journal/intents.ts';
import { acts } from '../../domain/case/acts/index.ts';
import type { Order } from '../../domain/case/acts/index.ts';
import { openDoubted } from './again.ts';
import { eachOf } from './each-of.ts';
import { marginMs } from './context.ts';
import type { Context } from './context.ts';
import { payloadOf, startCase } from './filing.ts';
import { attemptOrder } from './order.ts';
import { recheckSuspects } from './suspects.ts';

const batch = 100;
const casesAtOnce = 64;

/**
 * An attempt of the sweeper waits long, and sweeps do not overlap: while workers are down, orders stand at their cases' doors, so that a
 * worker that comes back meets an act received in time before the timer that is due by now.
 */
const deadlineMs = 25_000;

/**
 * Takes the operations whose sender is gone (their lease ran out) and brings them to their end by the same path; no two
 * processes take the same one. Answers how many were taken. What stays open is taken again after its new lease.
 */
export async function sweep(context: Context): Promise<number> {
  await openDoubted(context);
  recheckSuspects(context);
  let taken = 0;
  for (;;) {
    const intents = await takeExpired(context.db, batch, Math.max(context.leaseMs, deadlineMs + marginMs));
    taken += intents.length;
    await eachOf([...byCase(intents).values()], casesAtOnce, async (ofCase) => {
      for (const intent of ofCase) await resume(context, intent);
    });
    if (intents.length < batch) break;
  }
  context.metrics.openIncidents((await openIncidents(context.db)).length);
  context.metrics.openIntents((await countOpenIntents(context.db)).open);
  if (taken > 0) context.log.info({ taken }, 'took up operations whose sender was gone');
  return taken;
}

async function resume(context: Context, intent: Intent): Promise<void> {
  const { opId, caseId, actor, people, receivedAt, attempt, payload } = intent;
  const filing = intent.kind === 'filing' ? payloadOf(intent) : null;
  if (filing !== null) {
    await startCase(context, { opId, caseId, attempt, payload: filing });
  } else if (isOrder(payload)) {
    const hand = { opId, caseId, actor, people, receivedAt, attempt, order: payload, deadlineMs };
    await attemptOrder(context, hand, await readHead(context.db, caseId));
  } else {
    context.metrics.incident('unreadable-intent');
    context.log.error({ opId, caseId }, 'incident: an intent holds neither an order nor a filing');
  }
}

function isOrder(payload: Intent['payload']): payload is Order {
  return 'type' in payload && typeof payload.type === 'string' && Object.hasOwn(acts, payload.type);
}

/** Orders of one case go one after the other, oldest first. */
function byCase(intents: readonly Intent[]): Map<string, Intent[]> {
  const cases = new Map<string, Intent[]>();
  for (const intent of intents.toSorted((a, b) => a.receivedAt - b.receivedAt)) {
    const list = cases.get(intent.caseId);
    if (list === undefined) cases.set(intent.caseId, [intent]);
    else list.push(intent);
  }
  return cases;
}
