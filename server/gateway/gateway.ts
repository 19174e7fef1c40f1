import { readIntent, waitForAnswer } from '../../db/journal/intents.ts';
import { lostBody } from '../../db/journal/lost-intents.ts';
import { openIntent } from '../../db/journal/open-intent.ts';
import type { NewOrder, Opened } from '../../db/journal/open-intent.ts';
import { opIdOf, refusal, withQueryCode } from './answers.ts';
import { advance } from './business-clock.ts';
import { adoptionOf } from './calendar.ts';
import { createContext } from './context.ts';
import type { Context } from './context.ts';
import { openCase, startCase } from './filing.ts';
import { askedNumber } from './numbers.ts';
import { attemptOrder } from './order.ts';
import { differing, reconcile } from './reconciler.ts';
import { restoreCase } from './restore.ts';
import { sweep } from './sweeper.ts';
import { createTurns, keyReused } from './turns.ts';
import type { Answer, FilingRequest, Gateway, GatewayDeps, OrderRequest } from './types.ts';

export type * from './types.ts';

/** Opens the gateway of one process. It starts nothing by itself: server/api.ts calls `sweep` and `reconcile` by the clock. */
export function createGateway(deps: GatewayDeps): Gateway {
  const context = createContext(deps);
  const turns = createTurns();
  const order = async (request: OrderRequest): Promise<Answer> => {
    const opId = opIdOf(request);
    const intent = intentOf(context, request, opId);
    return turns.once(opId, request.bodyHash, async () =>
      turns.inCase(request.caseId, {
        open: async () => {
          const asked = { ...intent, number: await askedNumber(context, request) };
          const opened = await openIntent(context.db, { ...asked, known: context.heads.of(request.caseId) });
          return { intent: asked, opened };
        },
        goOn: async (opened) => give(context, opened),
      }),
    );
  };
  return {
    file: async (request) =>
      turns.once(opIdOf(request), request.bodyHash, async () =>
        withQueryCode(await file(context, request), deps.config.secret),
      ),
    recall: async (request) => {
      const recalled = await recall(context, request);
      return recalled === null ? null : withQueryCode(recalled, deps.config.secret);
    },
    give: order,
    adopt: async (caseId) => order(adoptionOf(context, caseId)),
    advance: async (request) => advance(context, request),
    sweep: async () => sweep(context),
    reconcile: async () => reconcile(context),
    differing: async () => differing(context),
    restore: async (caseId, options) => restoreCase(context, caseId, options),
  };
}

function intentOf(context: Context, request: OrderRequest, opId: string): NewOrder {
  const { caseId, order, actor, people, receivedAt, bodyHash, texts } = request;
  const { leaseMs, config } = context;
  return { opId, caseId, order, actor, people, receivedAt, bodyHash, texts, durable: config.durableIntents, leaseMs };
}

async function give(context: Context, { intent, opened }: { intent: NewOrder; opened: Opened }): Promise<Answer> {
  switch (opened.kind) {
    case 'new':
      return attemptOrder(context, { ...intent, attempt: 1, opened: intent, booked: opened.booked }, opened.head);
    case 'answered':
      return { status: opened.status, body: opened.answer };
    case 'in-progress':
    case 'other-body':
      return elsewhere(context, intent.opId, opened.kind);
  }
  return opened satisfies never;
}

async function file(context: Context, request: FilingRequest): Promise<Answer> {
  const opened = await openCase(context, request);
  switch (opened.kind) {
    case 'new':
      return startCase(context, { ...opened, attempt: 1 });
    case 'answer':
      return opened.answer;
    case 'known':
      return elsewhere(context, opened.opId, opened.how);
  }
  return opened satisfies never;
}

async function recall(context: Context, request: Parameters<Gateway['recall']>[0]): Promise<Answer | null> {
  const known = await readIntent(context.db, opIdOf(request));
  if (known === null) return null;
  const how = [request.bodyHash, lostBody].includes(known.bodyHash) ? 'in-progress' : 'other-body';
  return elsewhere(context, known.opId, how);
}

/** The operation was there already: another request has it in hand, or the key belongs to something else. */
async function elsewhere(context: Context, opId: string, how: 'in-progress' | 'other-body'): Promise<Answer> {
  if (how === 'other-body') return keyReused();
  const stored = await waitForAnswer(context.db, opId, context.config.submitDeadlineMs);
  if (stored !== null) return { status: stored.status, body: stored.answer };
  return refusal('in-progress', 'expected the first request with this key to be answered, but it is not yet', {
    retryAfter: 2,
  });
}
