import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import { publishedFlow } from '../../db/catalogue/flows.ts';
import { addItem, editGuide, guideDepartments, item, listGuides, listItems } from '../../db/catalogue/items.ts';
import { regionOf } from '../../db/people/departments.ts';
import { catchAllConditions } from '../../domain/flow/catch-all.ts';
import type { FlowDefinition } from '../../domain/flow/definition.ts';
import { guideMistakes } from '../../domain/flow/guide-limits.ts';
import type { AppDeps } from '../deps.ts';
import { revisionOf } from '../etag.ts';
import { keepsCatalogue } from '../presenters/flow-acts.ts';
import { presentItem, presentRow, summaryOf } from '../presenters/catalogue.ts';
import { unknownPart } from '../unknown-part.ts';
import type { Handlers } from './handler.ts';
import { limitOf } from './lists.ts';

type WrittenGuide = Readonly<Record<string, unknown>>;
type Names = 'listGuides' | 'guideDepartments' | 'oneGuide' | 'listItems' | 'oneItem' | 'createItem' | 'changeItem';

/** Service items with their guide; the public guide shows items that can be applied for. */
export function catalogueHandlers({ db }: AppDeps): Pick<Handlers, Names> {
  const one = async (code: string): Promise<OkOf<'oneItem'> | ReturnType<typeof problem>> => {
    const found = await item(db, code);
    if (found === null) return problem('not-found', `expected an item, but none has the code ${code}`);
    return presentItem(found, await publishedFlow(db, code));
  };
  return {
    listGuides: async ({ query: { departmentId, q = '', limit = '100', cursor } }) => {
      const words = q.split(/\s+/).filter((word) => word !== '');
      const page = await listGuides(db, { departmentId, words, limit: limitOf(limit), cursor });
      if ('refused' in page) return page;
      return { items: page.items.map(summaryOf), nextCursor: page.nextCursor };
    },
    guideDepartments: async () => ({ items: await guideDepartments(db) }),
    oneGuide: async ({ params }) => {
      const found = await one(params.itemCode);
      const hidden = 'flow' in found && found.flow === null;
      return hidden ? problem('not-found', `expected an item, but none has the code ${params.itemCode}`) : found;
    },
    listItems: async () => ({ items: (await listItems(db)).map(presentRow) }),
    oneItem: async ({ params }) => one(params.itemCode),
    createItem: async ({ body, person }) => {
      const wrong = wrongGuide(body.guide);
      if (wrong !== null) return wrong;
      const region = await regionOf(db, body.departmentId);
      if (region === null) {
        return unknownPart('departmentId', { zh: '部门', en: 'a department' }, body.departmentId);
      }
      if (!keepsCatalogue(person, region)) return notOfRegion();
      if (!(await addItem(db, body)))
        return problem('already-exists', `expected a new code, but ${body.code} is taken`);
      return one(body.code);
    },
    changeItem: async ({ params, body, person, request }) => {
      const found = await item(db, params.itemCode);
      if (found !== null && !keepsCatalogue(person, found.regionCode)) return notOfRegion();
      const wrong = wrongGuide(body.guide, (await publishedFlow(db, params.itemCode))?.definition);
      if (wrong !== null) return wrong;
      const expectedRevision = revisionOf(request.headers['if-match']) ?? 0;
      const done = await editGuide(db, { code: params.itemCode, guide: body.guide, expectedRevision });
      if ('refused' in done) return done;
      return one(params.itemCode);
    },
  };
}

function notOfRegion(): Problem {
  return problem('not-allowed', 'expected an item of the region whose catalogue is kept, but it is of another one');
}

type Mistake = { readonly pointer: string; readonly code: string; readonly message: string };

/** Conditions name what an applicant must meet; a catch-all names nothing (domain.md 3.6). */
function catchAlls(guide: WrittenGuide): Mistake[] {
  return catchAllConditions(guide).map(({ index, words }) => ({
    pointer: `/guide/conditions/${index}`,
    code: 'catch-all',
    message: `受理条件含兜底条款“${words}”，请逐一写明`,
  }));
}

/** Limits are those of the flow in force: what a guide says of them is made from it. */
function differences(guide: WrittenGuide, flow: FlowDefinition | undefined): Mistake[] {
  if (flow === undefined) return [];
  return guideMistakes(guide, flow).map(({ element, line, message }) => ({
    pointer: `/guide/${element}${line === null ? '' : `/${line}`}`,
    code: 'differs-from-flow',
    message,
  }));
}

function wrongGuide(guide: WrittenGuide, flow?: FlowDefinition): Problem | null {
  const errors = [...catchAlls(guide), ...differences(guide, flow)];
  if (errors.length === 0) return null;
  const expected = 'expected conditions that name what is asked and limits as the flow has them, but the guide differs';
  return problem('bad-request', expected, { errors });
}
