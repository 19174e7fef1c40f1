import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { publishedFlow } from '../../db/catalogue/flows.ts';
import { item } from '../../db/catalogue/items.ts';
import { readIntent } from '../../db/journal/intents.ts';
import type { Person } from '../../db/people/users.ts';
import { caseView } from '../../db/views/case-view.ts';
import type { CaseView } from '../../db/views/case-view.ts';
import { allowed } from '../../domain/case/allowed.ts';
import { canonicalJson, sha256Hex } from '../../domain/flow/canonical.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { isClockError } from '../../domain/clock/clock.ts';
import { canSee, supervising } from '../../domain/people/can.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { AppDeps } from '../deps.ts';
import type { BusinessTime } from '../business-time.ts';
import type { Definitions } from '../definitions.ts';
import { checkFiling } from '../form-check.ts';
import type { Text } from '../gateway/types.ts';
import { digestOrder, keep } from '../order-texts.ts';
import { presentCase } from '../presenters/case-view.ts';
import { explainClock } from '../presenters/explain.ts';
import { presentTimeline } from '../presenters/timeline.ts';
import { stepBook } from '../presenters/words.ts';
import { noSuchCase } from '../visible-case.ts';
import type { Visibility } from '../visible-case.ts';
import type { Call, Handlers } from './handler.ts';

type Names = 'fileCase' | 'oneCase' | 'giveOrder' | 'orderOutcome' | 'timeline' | 'explainClock';

/** What the routes of cases share beside the dependencies of the process. */
export interface CaseTools {
  readonly time: BusinessTime;
  readonly definitions: Definitions;
  readonly visibility: Visibility;
}

/** Filing, one case, and the one door for every order. */
export function caseHandlers(deps: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  const { db, gateway, worlds } = deps;
  const open = async (person: Person, caseId: string): Promise<CaseView | Problem> => {
    const rows = await caseView(db, caseId);
    return rows !== null && canSee(person, rows.row) ? rows : noSuchCase();
  };
  return {
    fileCase: async (call) => {
      const { body, person } = call;
      const filed = await item(db, body.itemCode);
      if (filed === null) return problem('not-found', `expected an item, but none has the code ${body.itemCode}`);
      if (!filesFor(person, filed.departmentId)) {
        return problem('not-allowed', 'expected a window post of the department, but it is another one');
      }
      const flow = await publishedFlow(db, body.itemCode);
      if (flow === null)
        return problem('item-without-flow', `expected a published flow, but ${body.itemCode} has none`);
      const errors = checkFiling(flow.definition, body.form, body.materials);
      if (errors.length > 0)
        return problem('bad-request', 'expected a form that fits the item, but found mistakes', { errors });
      return { stored: await gateway.file({ ...writeOf(call, 'fileCase'), ...filingOf(call) }) };
    },
    oneCase: async ({ params, person, reply }) => {
      const rows = await open(person, params.caseId);
      if (isProblem(rows)) return rows;
      const [{ today }, world, definition] = await Promise.all([
        tools.time.read(),
        worlds.worldOf(rows.state),
        tools.definitions(rows.state.filing.definition),
      ]);
      const offers = allowed({ world, state: rows.state, actor: person, today });
      reply.header('etag', `"v${rows.state.seq}"`);
      return presentCase({ rows, world, definition, today, handles: handles(person, rows), allowed: offers });
    },
    giveOrder: async (call) => {
      const { caseId } = call.params;
      const refusal = await tools.visibility.refusalFor(call.person, caseId);
      if (refusal !== null) return refusal;
      const { order, texts } = digestOrder(call.body);
      return { stored: await gateway.give({ ...writeOf(call, `giveOrder ${caseId}`), caseId, order, texts }) };
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
    timeline: async ({ params, person }) => {
      const rows = await open(person, params.caseId);
      if (isProblem(rows)) return rows;
      const definition = await tools.definitions(rows.state.filing.definition);
      return { items: presentTimeline({ rows, definition, handles: handles(person, rows) }) };
    },
    explainClock: async ({ params, person }) => {
      const rows = await open(person, params.caseId);
      if (isProblem(rows)) return rows;
      const clock = rows.state.clocks.findLast(({ id }) => id === params.clock);
      if (clock === undefined) return problem('not-found', `expected a clock ${params.clock}, but the case has none`);
      const [{ today }, world, definition] = await Promise.all([
        tools.time.read(),
        worlds.worldOf(rows.state),
        tools.definitions(rows.state.filing.definition),
      ]);
      const explained = explainClock({ clock, world, today, book: stepBook(definition) });
      return isClockError(explained) ? problem(explained.code, explained.detail) : explained;
    },
  };
}

/** Who sits at the window of the item's department takes applications for it. */
function filesFor(person: Actor, department: string): boolean {
  return person.posts.some(
    ({ role, departmentId }) => departmentId === department && (role === 'windowClerk' || role === 'windowLead'),
  );
}

/** Who works for the case's department sees personal data; who only watches sees masks. */
function handles(person: Actor, { row }: CaseView): boolean {
  return person.posts.some(
    ({ role, departmentId }) => departmentId === row.departmentId && !supervising.some((name) => name === role),
  );
}

type Write = Call<'fileCase'> | Call<'giveOrder'>;

/** What every write brings to the gateway: ids and posts only of the person, the key, and the hash of the body. */
function writeOf({ person, body, receivedAt, request }: Write, route: string) {
  const key = request.headers['idempotency-key'];
  return {
    actor: { id: person.id, posts: person.posts },
    key: typeof key === 'string' ? key : '',
    route,
    bodyHash: sha256Hex(canonicalJson(body)),
    receivedAt,
    requestId: request.id,
  };
}

function filingOf({ body }: Call<'fileCase'>) {
  const [applicant, contact, address, form] = [
    keep(body.applicant),
    keep(body.contact),
    keep(body.address),
    keep(body.form),
  ];
  const agent = body.agent === null ? null : keep(body.agent);
  const texts: readonly Text[] = [applicant, contact, address, form, ...(agent === null ? [] : [agent])];
  const filing = {
    channel: body.channel,
    // The schema's format has checked the day.
    receivedOn: body.receivedOn as CivilDate,
    applicant: applicant.digest,
    agent: agent?.digest ?? null,
    contact: contact.digest,
    address: address.digest,
    eDelivery: body.eDelivery,
    form: form.digest,
    materials: body.materials,
  };
  return { itemCode: body.itemCode, filing, form: body.form, texts };
}
