import Type from 'typebox';
import { levels } from '../../domain/flow/definition.ts';
import { guideElements, guideKinds } from '../../domain/flow/guide.ts';
import { roleNames } from '../../domain/people/roles.ts';
import { FlowDefinitionSchema } from '../flow-definition.ts';
import type { RouteContract } from '../route.ts';
import { RefusedBecause } from '../case-view.ts';
import { Day, Id, Instant, ShortText, Uuid, closed, nullable, oneOf, page, pageQuery } from '../shapes.ts';

const tag = '事项与流程';
const designers = ['departmentAdmin', 'catalogueAdmin'] as const;
const itemParams = closed({ itemCode: Id });
const flowParams = closed({ flowId: Uuid });
const Guide = Type.Record(Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,39}$' }), Type.Unknown(), {
  description: '办事指南要素',
});

/** What may be written into a guide: the elements that are known, each as its kind says. */
const guideValues = {
  text: Type.String({ minLength: 1, maxLength: 2_000 }),
  lines: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { maxItems: 50 }),
  count: Type.Integer({ minimum: 0, maximum: 100 }),
  yesNo: Type.Boolean(),
};
const GuideBody = closed(
  Object.fromEntries(
    Object.entries(guideElements).map(([name, { zh: description }]) => [
      name,
      Type.Optional({ ...guideValues[kindOf(name)], description }),
    ]),
  ),
  { description: '办事指南要素' },
);

function kindOf(name: string): keyof typeof guideValues {
  return Object.entries(guideKinds).find(([element]) => element === name)?.[1] ?? 'text';
}

const ItemSummary = closed({
  code: Type.String(),
  name: Type.String(),
  type: Type.String(),
  departmentId: Type.String(),
  departmentName: Type.String(),
});
const ItemRow = closed({
  ...ItemSummary.properties,
  publishedVersion: nullable(Type.Integer({ description: '现行流程版本' })),
  drafts: Type.Integer({ description: '现行版本之后的草稿和待发布版本数' }),
});

/** What the viewer may do with a flow, or why not. The console computes no right of its own. */
const FlowAct = closed({
  act: Type.Enum(['edit', 'check', 'publish']),
  title: Type.String(),
  refusedBecause: Type.Optional(RefusedBecause),
});
const DraftAct = closed({ title: Type.String(), refusedBecause: Type.Optional(RefusedBecause) });

const Finding = closed({
  severity: Type.Enum(['error', 'warning']),
  at: Type.String({ description: '流程定义中的 JSON Pointer' }),
  code: Type.String(),
  message: Type.String(),
  fix: Type.String(),
});

const FlowSummary = closed({
  id: Uuid,
  itemCode: Type.String(),
  version: Type.Integer(),
  status: Type.Enum(['draft', 'checked', 'published']),
  sha256: Type.String(),
  revision: Type.Integer(),
  draftedBy: Type.String(),
  draftedByName: nullable(Type.String()),
  publishedBy: nullable(Type.String()),
  publishedByName: nullable(Type.String()),
  publishedAt: nullable(Instant),
});
const FlowRow = closed({
  ...FlowSummary.properties,
  errors: Type.Integer(),
  warnings: Type.Integer(),
  runningCases: Type.Integer({ description: '按该版本办理、尚未办结的办件数' }),
});
const FlowView = closed({
  ...FlowSummary.properties,
  itemName: Type.String(),
  departmentId: Type.String(),
  departmentName: Type.String(),
  definition: FlowDefinitionSchema,
  findings: Type.Array(Finding),
  acts: Type.Array(FlowAct),
});

const ItemView = closed({
  ...ItemSummary.properties,
  basicCode: Type.String(),
  revision: Type.Integer(),
  guide: Guide,
  flow: nullable(
    closed({
      id: Uuid,
      version: Type.Integer(),
      sha256: Type.String(),
      definition: FlowDefinitionSchema,
    }),
  ),
});

const Fare = closed({
  closed: Type.Integer({ description: '计入的已办结办件数' }),
  onTime: Type.Integer({ description: '其中承诺时限和法定时限都没有超过的' }),
  open: Type.Integer({ description: '计入的在办办件数' }),
  late: Type.Integer({ description: '其中已超过承诺时限或者法定时限的' }),
  warnings: Type.Array(
    closed({ to: Type.Enum([...roleNames, 'handler']), level: oneOf(levels, '预警级别'), count: Type.Integer() }),
  ),
});
const Reckoned = nullable(closed({ dueOn: nullable(Day), overdue: Type.Boolean() }));
const FlowImpact = closed({
  before: Fare,
  after: Fare,
  movedCount: Type.Integer({ description: '截止日期或者是否超期有变化的时限数' }),
  moved: Type.Array(
    closed({
      caseNo: Type.String(),
      open: Type.Boolean(),
      clock: Type.String({ description: '时限名称' }),
      before: Reckoned,
      after: Reckoned,
    }),
    { description: '其中最多一百条：先列新出现超期的，再列不再超期的' },
  ),
});

const ItemBody = { name: ShortText, type: ShortText, departmentId: Id, guide: GuideBody };

export const catalogueRoutes = {
  listGuides: {
    method: 'GET',
    url: '/guide/items',
    title: '办事指南：事项列表（公开）',
    tag,
    policy: 'public',
    query: closed({
      ...pageQuery,
      departmentId: Type.Optional(Id),
      q: Type.Optional(
        Type.String({ minLength: 1, maxLength: 80, description: '名称、编码或部门中的字词，以空格分开' }),
      ),
    }),
    ok: page(ItemSummary),
  },
  guideDepartments: {
    method: 'GET',
    url: '/guide/departments',
    title: '办事指南：有事项可以办理的部门（公开）',
    tag,
    policy: 'public',
    ok: closed({ items: Type.Array(closed({ id: Type.String(), name: Type.String() })) }),
  },
  oneGuide: {
    method: 'GET',
    url: '/guide/items/:itemCode',
    title: '办事指南：指南要素、时限、材料（公开）',
    tag,
    policy: 'public',
    params: itemParams,
    ok: ItemView,
  },
  listItems: {
    method: 'GET',
    url: '/items',
    title: '事项列表',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(ItemRow) }),
  },
  oneItem: {
    method: 'GET',
    url: '/items/:itemCode',
    title: '事项：指南要素、时限、材料、现行流程',
    tag,
    etag: true,
    policy: 'signedIn',
    params: itemParams,
    ok: ItemView,
  },
  createItem: {
    method: 'POST',
    url: '/items',
    title: '新建事项',
    tag,
    policy: ['catalogueAdmin'],
    body: closed({ code: Type.String({ pattern: '^[0-9A-Z]{12,36}$' }), basicCode: Id, ...ItemBody }),
    ok: ItemView,
    status: 201,
  },
  changeItem: {
    method: 'PUT',
    url: '/items/:itemCode',
    title: '修改事项的指南要素',
    tag,
    etag: true,
    policy: ['catalogueAdmin'],
    ifMatch: true,
    params: itemParams,
    body: closed({ guide: GuideBody }),
    ok: ItemView,
  },
  listFlows: {
    method: 'GET',
    url: '/items/:itemCode/flows',
    title: '事项的流程版本',
    tag,
    policy: 'signedIn',
    params: itemParams,
    ok: closed({ items: Type.Array(FlowRow), draft: DraftAct }),
  },
  draftFlow: {
    method: 'POST',
    url: '/items/:itemCode/flows',
    title: '起草流程',
    tag,
    etag: true,
    policy: designers,
    params: itemParams,
    body: closed({ definition: FlowDefinitionSchema }),
    ok: FlowView,
    status: 201,
  },
  oneFlow: {
    method: 'GET',
    url: '/flows/:flowId',
    title: '一个流程版本',
    tag,
    etag: true,
    policy: 'signedIn',
    params: flowParams,
    ok: FlowView,
  },
  editFlow: {
    method: 'PUT',
    url: '/flows/:flowId',
    title: '修改流程草稿',
    tag,
    etag: true,
    policy: designers,
    ifMatch: true,
    params: flowParams,
    body: closed({ definition: FlowDefinitionSchema }),
    ok: FlowView,
  },
  checkFlow: {
    method: 'POST',
    url: '/flows/:flowId/check',
    title: '检查流程（没有错误即可发布）',
    tag,
    etag: true,
    policy: designers,
    params: flowParams,
    ok: FlowView,
  },
  flowImpact: {
    method: 'GET',
    url: '/flows/:flowId/impact',
    title: '影响测算：该版本的时限和预警规则若用于已有办件',
    tag,
    policy: designers,
    params: flowParams,
    ok: FlowImpact,
  },
  publishFlow: {
    method: 'POST',
    url: '/flows/:flowId/publish',
    title: '发布流程（由起草人以外的人）',
    tag,
    etag: true,
    policy: designers,
    params: flowParams,
    ok: FlowView,
  },
} as const satisfies Record<string, RouteContract>;
