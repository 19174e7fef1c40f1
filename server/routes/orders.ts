import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { publishedFlow } from '../../db/catalogue/flows.ts';
import { item } from '../../db/catalogue/items.ts';
import { readIntent } from '../../db/journal/intents.ts';
import { createSecrets } from '../../db/journal/secrets.ts';
import { findPeople } from '../../db/people/directory.ts';
import type { OrderType } from '../../domain/case/acts/index.ts';
import { canonicalJson, sha256Hex } from '../../domain/flow/canonical.ts';
import { windows } from '../../domain/people/roles.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import { unsaidInGuide } from '../documents/before-act.ts';
import { makeOutServed, serves } from '../documents/before-service.ts';
import { createMaking } from '../documents/making.ts';
import { namedDocument } from '../documents/named-document.ts';
import { documentCase } from '../documents/sources.ts';
import { checkFiling, checkParties } from '../form-check.ts';
import { filingParts, likenessOf } from '../filing-parts.ts';
import { withNames } from '../named-refusal.ts';
import { tellFiles } from '../files-received.ts';
import { digestOrder, namedIn } from '../order-texts.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import { unknownPart } from '../unknown-part.ts';
import type { Call, Handlers } from './handler.ts';

/** Every write on a case: filing, the one door for orders, and what became of one. */
export function orderHandlers(
  deps: AppDeps,
  tools: CaseTools,
): Pick<Handlers, 'fileCase' | 'giveOrder' | 'orderOutcome'> {
  const { db, gateway, worlds } = deps;
  const secretOf = createSecrets(db);
  const making = createMaking(deps);
  const unmade = async (caseId: string, order: OrderType): Promise<Problem | null> => {
    const [found, { now }] = await Promise.all([
      documentCase({ db, worlds, definitions: tools.definitions }, caseId),
      tools.time.read(),
    ]);
    return found === null ? noSuchCase() : makeOutServed(making, { caseId, found, now, order });
  };
  return {
    fileCase: async (call) => {
      const { body, person } = call;
      const recalled = await gateway.recall(writeOf(call, person, 'fileCase'));
      if (recalled !== null) return { stored: recalled };
      const filed = await item(db, body.itemCode);
      if (filed === null) return unknownPart('itemCode', { zh: '事项', en: 'an item' }, body.itemCode);
      if (!filesFor(person, filed.departmentId)) {
        return problem('not-allowed', 'expected a window post of the department, but it is another one');
      }
      const flow = await publishedFlow(db, body.itemCode);
      if (flow === null)
        return problem('item-without-flow', `expected a published flow, but ${body.itemCode} has none`);
      const { today } = await tools.time.read();
      const errors = [...checkParties(body, today), ...checkFiling(flow.definition, body.form, body.materials)];
      if (errors.length > 0)
        return problem('bad-request', 'expected a form that fits the item, but found mistakes', { errors });
      return {
        stored: await gateway.file({
          ...writeOf(call, person, 'fileCase'),
          ...filingParts(body),
          likeness: likenessOf(body),
        }),
      };
    },
    giveOrder: async (call) => {
      const { caseId } = call.params;
      const refusal = await tools.visibility.refusalFor(call.person, caseId);
      if (refusal !== null) return refusal;
      const secret = await secretOf(caseId);
      if (secret === null) return noSuchCase();
      const unserved = serves(call.body.type) ? await unmade(caseId, call.body.type) : null;
      if (unserved !== null) return unserved;
      const unsaid = await unsaidInGuide(db, caseId, call.body.type);
      if (unsaid !== null) return unsaid;
      const misnamed = await namedDocument({ db, worlds, definitions: tools.definitions }, caseId, call.body);
      if (misnamed !== null) return misnamed;
      const { order: given, texts } = digestOrder(call.body, secret);
      const [order, people] = await Promise.all([tellFiles(db, caseId, given), findPeople(db, namedIn(given))]);
      const write = writeOf(call, call.person, `giveOrder ${caseId}`);
      const answer = await gateway.give({ ...write, caseId, order, people, texts });
      return { stored: await withNames({ db }, tools, { answer, caseId, request: call.request }) };
    },
    orderOutcome: async ({ params: { caseId, opId }, person }) => {
      const intent = await readIntent(db, opId);
      const known = intent !== null && intent.caseId === caseId && intent.actor.id === person.id;
      if (!known) return problem('not-found', 'expected an operation of yours on this case, but there is none');
      return {
        opId,
        state: intent.state,
        status: intent.stored?.status ?? null,
        answer: intent.stored?.answer ?? null,
      };
    },
  };
}

/** Whether a person sits at the window of a department: takes applications there and issues their codes. */
export function filesFor(person: Actor, department: string): boolean {
  return person.posts.some(
    ({ role, departmentId }) => departmentId === department && windows.some((one) => one === role),
  );
}

type Write = Pick<Call<'fileCase'>, 'receivedAt' | 'request'> & { readonly body: unknown };

/** What every write brings to the gateway: ids and posts only of who gives it, the key, and the hash of the body. */
export function writeOf({ body, receivedAt, request }: Write, { id, posts }: Actor, route: string) {
  const key = request.headers['idempotency-key'];
  return {
    actor: { id, posts },
    key: typeof key === 'string' ? key : '',
    route,
    bodyHash: sha256Hex(canonicalJson(body)),
    receivedAt,
    requestId: request.id,
  };
}
