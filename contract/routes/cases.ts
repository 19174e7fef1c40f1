import Type from 'typebox';
import { CaseView, ExplainView, TimelineEntry } from '../case-view.ts';
import { Contact } from '../order-fields.ts';
import { OrderBodySchema } from '../orders.ts';
import { approvable, orderTypes, peopleFields } from '../../domain/case/acts/index.ts';
import { outletStages } from '../../domain/words/serving-stages.ts';
import { matters } from '../../domain/words/matters.ts';
import { taskOrigins } from '../../domain/case/tasks.ts';
import { papers } from '../../domain/people/papers.ts';
import { windows } from '../../domain/people/roles.ts';
import { listFilters } from '../list-filters.ts';
import { worklistNames } from '../worklists.ts';
import { Sought } from './finder.ts';
import { PostView } from './session.ts';
import type { RouteContract } from '../route.ts';
import {
  Day,
  Handler,
  Id,
  InstanceId,
  Instant,
  Light,
  LongText,
  Sha256,
  ShortText,
  ToldDue,
  Uuid,
  aText,
  closed,
  nullable,
  oneOf,
  page,
  pageQuery,
} from '../shapes.ts';

const tag = '办件';
const caseParams = closed({ caseId: Uuid });

/** An applicant or agent (申请人、委托代理人): a person or an organisation. */
const Party = closed({
  kind: Type.Enum(['person', 'organisation']),
  name: ShortText,
  idType: oneOf(papers, '证件类型；自然人没有统一社会信用代码'),
  idNo: Type.String({ ...aText, pattern: '^[0-9A-Za-z()-]{4,40}$', description: '证件号码，校验码应当相符' }),
  phone: Type.Optional(Contact.properties.phone),
});

/** Problem `filed-before` tells the earlier number; with it here the filing goes ahead, and the journal says so. */
const CaseNo = Type.String({ pattern: '^[0-9A-Z]{1,60}$', description: '已知的内容相同的在先办件编号' });

/** One value of a form as it is filed. */
export const FormValue = Type.Union([Type.String({ ...aText, maxLength: 20_000 }), Type.Number(), Type.Boolean()]);

/** A filing, at the window or of a draft. */
export const FilingSchema = closed({
  itemCode: Id,
  channel: Type.Enum(['window', 'online', 'post']),
  receivedOn: Day,
  evidence: Type.Optional(Type.String({ ...LongText, description: '收件日期的依据：迟于下一个工作日补录时必填' })),
  queueNo: Type.Optional(
    Type.String({ pattern: '^[0-9A-Za-z-]{1,20}$', description: '排队号：当日叫号系统给申请人的号码' }),
  ),
  despite: Type.Optional(CaseNo),
  applicant: Party,
  agent: nullable(Party),
  contact: Contact,
  address: ShortText,
  eDelivery: Type.Boolean(),
  reuse: Type.Optional(
    Type.Literal(true, { description: '网上申报时，申请人同意使用其此前提交的和受理机关核发的材料' }),
  ),
  form: Type.Record(Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }), FormValue, { maxProperties: 100 }),
  materials: Type.Array(closed({ id: Id, sha256: nullable(Sha256), received: Type.Boolean() }), { maxItems: 200 }),
});

/** What an act on a case answers: which facts it made. */
export const Done = closed({
  caseId: Uuid,
  opId: Uuid,
  firstSeq: Type.Integer(),
  lastSeq: Type.Integer(),
  facts: Type.Array(closed({ seq: Type.Integer(), type: Type.String(), at: Type.Unknown() })),
});
const Filed = closed({ ...Done.properties, caseNo: Type.String(), queryCode: Type.String() });

const WorklistRow = closed({
  caseId: Uuid,
  caseNo: Type.String(),
  itemCode: Type.String(),
  itemName: Type.String(),
  departmentId: Type.String(),
  departmentName: Type.String(),
  applicant: Type.String({ description: '申请人；不办理该办件的人员看到掩码' }),
  receivedOn: Type.String(),
  status: Type.Enum(['open', 'closed']),
  stepId: nullable(Type.String()),
  stepTitle: nullable(Type.String()),
  untimed: Type.Boolean(),
  phase: nullable(Type.String()),
  taskId: nullable(Type.String({ description: '待办编号；已办和已办结清单中为 null' })),
  origin: nullable(
    Type.Enum([...taskOrigins], {
      description:
        '待办的来由：环节、批准启动、批准延长审批、核实逾期未告知、决定不予受理、签收材料、决定撤销许可、送达撤销决定',
    }),
  ),
  nextRole: nullable(Type.String()),
  nextRoleTitle: nullable(Type.String()),
  handler: Handler,
  requests: Type.Array(closed({ order: Type.Enum([...approvable]), title: Type.String() }), {
    description: '待批事项',
  }),
  openedOn: nullable(Type.String()),
  told: ToldDue,
  dueOn: nullable(
    Type.String({ description: '最紧要的在走时限（先超期，再临期，再先到期）的截止日期；全部暂停计时时为 null' }),
  ),
  clock: nullable(Type.String()),
  clockTitle: nullable(Type.String()),
  provisional: Type.Boolean({ description: '暂定：以后的放假通知可能改变该日期' }),
  overdue: Type.Boolean(),
  light: Light,
  level: nullable(Type.Enum(['notice', 'yellow', 'red'])),
  levelTitle: nullable(Type.String({ description: '该时限当前阶段的最高预警：提示、黄牌、红牌' })),
  remaining: nullable(Type.Integer({ description: '剩余天数，负数为超期天数，null 为不可知' })),
  limitUnit: nullable(Type.String({ description: '时限单位：workday 按工作日计，其余按自然日计' })),
  reminders: Type.Integer(),
  matters: Type.Array(oneOf(matters, '须窗口处理的事'), { description: '办件中须窗口处理的事' }),
  postHolders: nullable(Type.String({ description: '无人认领时，担任该岗位的人员（不超过三人时写明）' })),
  serving: nullable(
    closed({
      stage: oneOf(outletStages, '送达办理状态；撤销决定待送达'),
      on: Type.String({ description: '自该日起处于这一状态' }),
      toldSince: nullable(Type.String({ description: '首次通知领取的日期' })),
      toldTimes: Type.Integer({ description: '通知领取的次数' }),
      deemedOn: nullable(Type.String({ description: '公告期满、视为送达的日期' })),
    }),
  ),
  finishedAt: nullable(Instant),
  result: nullable(Type.String()),
  resultTitle: nullable(Type.String()),
});

export const caseRoutes = {
  fileCase: {
    method: 'POST',
    url: '/cases',
    title: '收件登记',
    tag,
    policy: windows,
    idempotent: true,
    body: FilingSchema,
    ok: Filed,
    status: 201,
  },
  worklistCounters: {
    method: 'GET',
    url: '/worklists/counters',
    title: '各工作清单的件数',
    tag,
    policy: 'signedIn',
    ok: Type.Record(Type.String(), Type.Integer()),
  },
  worklist: {
    method: 'GET',
    url: '/worklists/:list',
    title: '工作清单：我的、待认领、本部门、临期、超期、待批、出件、已办、已办结',
    tag,
    policy: 'signedIn',
    params: closed({ list: Type.Enum([...worklistNames]) }),
    query: closed({
      ...pageQuery,
      ...listFilters.worklist,
      caseNo: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{1,60}$', description: '办件编号的开头' })),
      find: Type.Optional(Sought),
    }),
    ok: page(WorklistRow),
  },
  oneCase: {
    method: 'GET',
    url: '/cases/:caseId',
    title: '一件办件：环节、时限、预警、可办操作',
    tag,
    etag: true,
    policy: 'signedIn',
    audits: ['unmaskedViewed'],
    params: caseParams,
    ok: CaseView,
  },
  giveOrder: {
    method: 'POST',
    url: '/cases/:caseId/orders',
    title: '对办件办理一项操作',
    tag,
    policy: 'signedIn',
    idempotent: true,
    params: caseParams,
    body: OrderBodySchema,
    ok: Done,
  },
  candidates: {
    method: 'GET',
    url: '/cases/:caseId/steps/:stepId/candidates',
    title: '一项操作可以指定的人员',
    tag,
    policy: 'signedIn',
    params: closed({ caseId: Uuid, stepId: InstanceId }),
    query: closed({
      order: Type.Enum(orderTypes.filter((type) => peopleFields(type).length > 0)),
      field: Type.String({ pattern: '^[a-z][a-zA-Z]{0,39}$', description: '操作中填写人员的字段' }),
      name: Type.Optional(Type.String({ maxLength: 100, description: '姓名中的字' })),
    }),
    ok: closed({
      items: Type.Array(closed({ id: Uuid, name: Type.String(), posts: Type.Array(PostView) })),
      more: Type.Boolean({ description: '还有更多，请按姓名查找' }),
    }),
  },
  orderOutcome: {
    method: 'GET',
    url: '/cases/:caseId/orders/:opId',
    title: '一项操作的结果（回答为 202 之后查询）',
    tag,
    policy: 'signedIn',
    params: closed({ caseId: Uuid, opId: Uuid }),
    ok: closed({
      opId: Uuid,
      state: Type.Enum(['sent', 'applied', 'refused']),
      status: nullable(Type.Integer()),
      answer: nullable(Type.Unknown()),
    }),
  },
  issueCode: {
    method: 'POST',
    url: '/query-codes/:caseId',
    title: '补发查询码：原查询码随即失效（限本部门窗口，须登录后办理）',
    tag,
    policy: windows,
    inPerson: true,
    audits: ['codeIssued'],
    params: caseParams,
    ok: closed({ caseId: Uuid, caseNo: Type.String(), queryCode: Type.String() }),
    status: 201,
  },
  timeline: {
    method: 'GET',
    url: '/cases/:caseId/timeline',
    title: '办件的时间线（法定记录）',
    tag,
    policy: 'signedIn',
    audits: ['unmaskedViewed'],
    params: caseParams,
    ok: closed({ items: Type.Array(TimelineEntry) }),
  },
  explainClock: {
    method: 'GET',
    url: '/cases/:caseId/clocks/:clock/explain',
    title: '逐日说明一个时限的截止日期',
    tag,
    policy: 'signedIn',
    params: closed({ caseId: Uuid, clock: Id }),
    ok: ExplainView,
  },
} as const satisfies Record<string, RouteContract>;
