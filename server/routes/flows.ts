import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import {
  flowVersion,
  flowVersions,
  markChecked,
  publishFlow,
  saveDraft,
  updateDraft,
} from '../../db/catalogue/flows.ts';
import type { FlowVersion } from '../../db/catalogue/flows.ts';
import { item } from '../../db/catalogue/items.ts';
import type { Item } from '../../db/catalogue/items.ts';
import type { Db } from '../../db/client.ts';
import type { Person } from '../../db/people/users.ts';
import type { Refusal } from '../../db/refusal.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import type { AppDeps } from '../deps.ts';
import { revisionOf } from '../etag.ts';
import { impactOf } from '../flow-impact.ts';
import { createFlowJudge } from '../judge-flow.ts';
import { presentFlow, presentVersion } from '../presenters/catalogue.ts';
import { draftAct, mayDesign } from '../presenters/flow-acts.ts';
import type { Viewer } from '../presenters/flow-acts.ts';
import { languageOf } from '../problem-reply.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';

type Names = 'listFlows' | 'draftFlow' | 'oneFlow' | 'editFlow' | 'checkFlow' | 'flowImpact' | 'publishFlow';

/** Versions of flows: drafted, checked by the gate, published by a second person. */
export function flowHandlers(deps: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  const { db } = deps;
  const judge = createFlowJudge(db, tools.time);
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
      return { items, draft: draftAct(viewerOf({ person, request }), of) };
    },
    draftFlow: async ({ params: { itemCode }, body, person, request }) => {
      const of = await itemFor(db, person, itemCode);
      if (isProblem(of)) return of;
      const wrong = otherItem(body.definition, itemCode);
      if (wrong !== null) return wrong;
      const saved = await saveDraft(db, { ...(await judge(body.definition, of)), itemCode, draftedBy: person.id });
      return show(saved, { person, request });
    },
    oneFlow: async ({ params, person, request }) => {
      const found = await flowVersion(db, params.flowId);
      if (found === null) return problem('not-found', 'expected a flow version, but none has this id');
      return show(found, { person, request });
    },
    editFlow: async ({ params, body, person, request }) => {
      const found = await versionFor(db, person, params.flowId);
      if (isProblem(found)) return found;
      const { id, itemCode } = found.flow;
      const wrong = otherItem(body.definition, itemCode);
      if (wrong !== null) return wrong;
      const expectedRevision = revisionOf(request.headers['if-match']) ?? 0;
      const draft = await judge(body.definition, found.of);
      const done = await updateDraft(db, { ...draft, id, expectedRevision, draftedBy: person.id });
      return show(done, { person, request });
    },
    checkFlow: async ({ params, person, request }) => {
      const found = await versionFor(db, person, params.flowId);
      if (isProblem(found)) return found;
      const { id, revision, definition } = found.flow;
      const { findings } = await judge(definition, found.of);
      return show(await markChecked(db, { id, expectedRevision: revision, findings }), { person, request });
    },
    flowImpact: async ({ params, person, request }) => {
      const found = await versionFor(db, person, params.flowId);
      if (isProblem(found)) return found;
      const { today } = await tools.time.read();
      return impactOf(deps, { ...found, today, language: languageOf(request) });
    },
    publishFlow: async ({ params, person, request, receivedAt }) => {
      const found = await versionFor(db, person, params.flowId);
      if (isProblem(found)) return found;
      const { id, revision, definition, status } = found.flow;
      // People, calendar and the version in force may have changed since it was checked.
      const { findings } = await judge(definition, found.of);
      if (status === 'checked' && findings.some(({ severity }) => severity === 'error')) {
        await markChecked(db, { id, expectedRevision: revision, findings });
        return problem('flow-has-errors', 'expected a version without errors, but the gate found some');
      }
      const done = await publishFlow(db, { id, expectedRevision: revision, publisher: person.id, at: receivedAt });
      return show(done, { person, request });
    },
  };
}

type Asked = Pick<Call<Names>, 'person' | 'request'>;

function viewerOf({ person, request }: Asked): Viewer {
  return { person, language: languageOf(request) };
}

/** A version that a person may work on, with its item. */
async function versionFor(db: Db, person: Person, flowId: string): Promise<{ flow: FlowVersion; of: Item } | Problem> {
  const flow = await flowVersion(db, flowId);
  if (flow === null) return problem('not-found', `expected a flow version, but none has the id ${flowId}`);
  const of = await itemFor(db, person, flow.itemCode);
  return isProblem(of) ? of : { flow, of };
}

/** The item whose flows a person may work on: the administrator of its department, or of the catalogue of its region. */
async function itemFor(db: Db, person: Person, itemCode: string): Promise<Item | Problem> {
  const found = await item(db, itemCode);
  if (found === null) return problem('not-found', `expected an item, but none has the code ${itemCode}`);
  if (mayDesign(person, found)) return found;
  return problem(
    'not-allowed',
    'expected the administrator of the department or of the catalogue of its region, but it is another one',
  );
}

function otherItem(definition: FlowDefinition, itemCode: string): Problem | null {
  if (definition.itemCode === itemCode) return null;
  const errors = [{ pointer: '/definition/itemCode', code: 'const', message: `应为 ${itemCode}` }];
  return problem('bad-request', `expected the item ${itemCode}, but the flow names another`, { errors });
}
