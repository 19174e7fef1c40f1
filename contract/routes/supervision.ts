import Type from 'typebox';
import { listFilters } from '../list-filters.ts';
import { SharesView } from '../passing-view.ts';
import type { RouteContract } from '../route.ts';
import { Handler, Instant, Said, Uuid, closed, nullable, page, pageQuery } from '../shapes.ts';

const tag = '预警与督办';
const text = Type.String();

const WarningRow = closed({
  warningId: text,
  caseId: Uuid,
  caseNo: text,
  itemName: text,
  departmentId: text,
  departmentName: text,
  clock: text,
  clockTitle: text,
  rung: text,
  level: text,
  levelTitle: text,
  onDay: text,
  dueOn: nullable(text),
  at: Instant,
  late: Type.Boolean(),
  acknowledgedAt: nullable(Instant),
  acknowledgedBy: nullable(text),
  acknowledgedAs: nullable(
    Type.String({ description: 'responsible：本部门负责人员；supervisor：督查员；分列之前的为 null' }),
  ),
  open: Type.Boolean({ description: '是否仍待我签收：本部门签收的红牌对督查员仍为待签收' }),
  seenAt: nullable(Type.String({ description: '我本人已签收（不关闭预警）的时刻' })),
  note: nullable(text),
  shares: nullable(SharesView),
  others: Type.Array(closed({ warningId: text, level: text, levelTitle: text }), {
    description: '同一时限上其他未签收的预警',
  }),
  annulledAt: nullable(Type.String({ description: '撤销的时刻：时限在预警日期之前已经结束，补录后撤销' })),
  endedOn: nullable(Type.String({ description: '撤销所依据的实际结束日期' })),
});

/** 督办清理台账: one open untimed step. */
export const LedgerRow = closed({
  caseId: Uuid,
  caseNo: text,
  itemName: text,
  departmentId: text,
  departmentName: text,
  applicant: text,
  stepId: text,
  stepTitle: text,
  kind: text,
  kindTitle: text,
  basis: nullable(text),
  phase: text,
  openedOn: text,
  startedOn: nullable(text),
  promiseCount: nullable(Type.Integer()),
  promiseUnit: nullable(text),
  promiseDueOn: nullable(text),
  dueOn: nullable(Type.String({ description: '启动之前为应启动日期，启动之后为承诺办结日期' })),
  dueUnit: nullable(text),
  usedWorkdays: nullable(Type.Integer()),
  usedDays: nullable(Type.Integer()),
  overdueDays: Type.Integer(),
  overdue: Type.Boolean(),
  nextRole: text,
  handler: Handler,
  responsible: text,
  nextAction: text,
  reminders: Type.Integer(),
});

const MessageRow = closed({
  messageId: text,
  caseId: Uuid,
  caseNo: text,
  itemName: text,
  kind: text,
  kindTitle: text,
  title: text,
  sentence: Said,
  actorName: nullable(text),
  level: nullable(text),
  levelTitle: nullable(text),
  refId: text,
  step: nullable(Said),
  at: Instant,
  read: Type.Boolean(),
});

const Vacancy = closed({
  departmentId: text,
  departmentName: text,
  role: text,
  roleTitle: text,
  does: Type.Array(text, { description: '没有人担任该岗位而停下的办理环节' }),
});

export const supervisionRoutes = {
  listWarnings: {
    method: 'GET',
    url: '/warnings',
    title: '预警',
    tag,
    policy: 'signedIn',
    query: closed({
      ...pageQuery,
      ...listFilters.warnings,
      by: Type.Optional(
        Type.Enum(['warning', 'clock'], { description: 'warning：每条预警一行（默认）；clock：同一时限只列最后一条' }),
      ),
    }),
    ok: page(WarningRow),
  },
  ledger: {
    method: 'GET',
    url: '/ledger',
    title: '督办清理台账',
    tag,
    policy: 'signedIn',
    query: closed({ ...pageQuery, ...listFilters.ledger }),
    ok: page(LedgerRow),
  },
  ledgerCsv: {
    method: 'GET',
    url: '/ledger.csv',
    title: '督办清理台账（CSV，UTF-8 BOM）',
    tag,
    policy: 'signedIn',
    audits: ['listExported'],
    query: closed(listFilters.ledger),
    ok: Type.String(),
    produces: 'text/csv; charset=utf-8',
  },
  listMessages: {
    method: 'GET',
    url: '/messages',
    title: '站内消息',
    tag,
    policy: 'signedIn',
    query: closed({ ...pageQuery, ...listFilters.messages }),
    ok: page(MessageRow),
  },
  readAllMessages: {
    method: 'POST',
    url: '/messages/read',
    title: '全部标为已读',
    tag,
    policy: 'signedIn',
    ok: Type.Null(),
    status: 204,
  },
  listVacancies: {
    method: 'GET',
    url: '/vacancies',
    title: '本部门暂无人员的岗位（部门管理员）',
    tag,
    policy: ['departmentAdmin'],
    ok: closed({ items: Type.Array(Vacancy) }),
  },
  readMessage: {
    method: 'POST',
    url: '/messages/:messageId/read',
    title: '标为已读',
    tag,
    policy: 'signedIn',
    params: closed({ messageId: Type.String({ minLength: 1, maxLength: 300 }) }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
