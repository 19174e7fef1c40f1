import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import {
  flowVersion,
  flowVersions,
  markChecked,
  publishFlow,
  publishedFlow,
  saveDraft,
  updateDraft,
} from '../../db/catalogue/flows.ts';
import type { FlowVersion } from '../../db/catalogue/flows.ts';
import { item } from '../../db/catalogue/items.ts';
import type { Item } from '../../db/catalogue/items.ts';
import type { Person } from '../../db/people/users.ts';
import type { Refusal } from '../../db/refusal.ts';
import { definitionSha256 } from '../../domain/flow/canonical.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { checkFlow } from '../../domain/flow/gate.ts';
import { checkCondition } from '../conditions.ts';
import type { AppDeps } from '../deps.ts';
import { revisionOf } from '../etag.ts';
import { presentFlow, presentVersion } from '../presenters/catalogue.ts';
import { draftAct, mayDesign } from '../presenters/flow-acts.ts';
import type { Viewer } from '../presenters/flow-acts.ts';
import { languageOf } from '../problem-reply.ts';
import type { Call, Handlers } from './handler.ts';

type Names = 'listFlows' | 'draftFlow' | 'oneFlow' | 'editFlow' | 'checkFlow' | 'publishFlow';

/** Versions of flows: drafted, checked by the gate, published by a second person. */
export function flowHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  /** The draft of a definition, judged against the version in force. */
  const judge = async (definition: FlowDefinition, itemCode: string) => {
    const previous = await publishedFlow(db, itemCode);
    const tools = { checkCondition, ...(previous === null ? {} : { previous: previous.definition }) };
    return { definition, sha256: definitionSha256(definition), findings: checkFlow(definition, tools) };
  };
  const mayDraft = async (person: Person, itemCode: string) =>
    refusalToDraft(person, await item(db, itemCode), itemCode);
  const work = async (person: Person, flowId: string): Promise<FlowVersion | Problem> => {
    const found = await flowVersion(db, flowId);
    if (found === null) return problem('not-found', `expected a flow version, but none has the id ${flowId}`);
    return (await mayDraft(person, found.itemCode)) ?? found;
  };
  const show = async (flow: FlowVersion | Refusal<string>, by: Asked) => {
    if ('refused' in flow) return flow;
    const of = await item(db, flow.itemCode);
    return of === null ? problem('not-found', 'expected an item, but it is gone') : presentFlow(flow, of, viewerOf(by));
  };
  return {
    listFlows: async ({ params, person, request }) => {
      const of = await item(db, params.itemCode);
      if (of === null) return problem('not-found', `expected an item, but none has the code ${params.itemCode}`);
      const items = (await flowVersions(db, params.itemCode)).map(presentVersion);
      return { items, draft: draftAct(viewerOf({ person, request }), of.departmentId) };
    },
    draftFlow: async ({ params: { itemCode }, body, person, request }) => {
      const refusal = (await mayDraft(person, itemCode)) ?? otherItem(body.definition, itemCode);
      if (refusal !== null) return refusal;
      const saved = await saveDraft(db, {
        ...(await judge(body.definition, itemCode)),
        itemCode,
        draftedBy: person.id,
      });
      return show(saved, { person, request });
    },
    oneFlow: async ({ params, person, request }) => {
      const found = await flowVersion(db, params.flowId);
      if (found === null) return problem('not-found', 'expected a flow version, but none has this id');
      return show(found, { person, request });
    },
    editFlow: async ({ params, body, person, request }) => {
      const found = await work(person, params.flowId);
      if ('code' in found) return found;
      const wrong = otherItem(body.definition, found.itemCode);
      if (wrong !== null) return wrong;
      const expectedRevision = revisionOf(request.headers['if-match']) ?? 0;
      const draft = await judge(body.definition, found.itemCode);
      const done = await updateDraft(db, { ...draft, id: found.id, expectedRevision, draftedBy: person.id });
      return show(done, { person, request });
    },
    checkFlow: async ({ params, person, request }) => {
      const found = await work(person, params.flowId);
      if ('code' in found) return found;
      const { findings } = await judge(found.definition, found.itemCode);
      const done = await markChecked(db, { id: found.id, expectedRevision: found.revision, findings });
      return show(done, { person, request });
    },
    publishFlow: async ({ params, person, request, receivedAt }) => {
      const found = await work(person, params.flowId);
      if ('code' in found) return found;
      const asked = { id: found.id, expectedRevision: found.revision, publisher: person.id, at: receivedAt };
      const done = await publishFlow(db, asked);
      return show(done, { person, request });
    },
  };
}

type Asked = Pick<Call<Names>, 'person' | 'request'>;

function viewerOf({ person, request }: Asked): Viewer {
  return { person, language: languageOf(request) };
}

/** Who may work on the flows of an item: the administrator of its department, or of the catalogue. */
function refusalToDraft(person: Person, found: Item | null, itemCode: string): Problem | null {
  if (found === null) return problem('not-found', `expected an item, but none has the code ${itemCode}`);
  return mayDesign(person, found.departmentId)
    ? null
    : problem('not-allowed', 'expected the administrator of the department, but it is another one');
}

function otherItem(definition: FlowDefinition, itemCode: string): Problem | null {
  if (definition.itemCode === itemCode) return null;
  const errors = [{ pointer: '/definition/itemCode', code: 'const', message: `应为 ${itemCode}` }];
  return problem('bad-request', `expected the item ${itemCode}, but the flow names another`, { errors });
}
