import Type from 'typebox';
import { auditKinds, exportedLists } from '../../domain/people/audit.ts';
import { listFilters } from '../list-filters.ts';
import type { RouteContract } from '../route.ts';
import { Instant, Said, Uuid, closed, nullable, oneOf, page, pageQuery } from '../shapes.ts';

const tag = '审计';
const auditors = ['auditAdmin'] as const;
const text = Type.String();

const Post = closed({ role: text, departmentId: text });

/** What an entry holds beside who, when and about what, as it was written. */
export const AuditDetailsView = closed({
  login: Type.Optional(text),
  mark: Type.Optional(Type.String({ description: '登录被拒绝时所填用户名的标记：相同的用户名标记相同，不能还原' })),
  name: Type.Optional(text),
  homes: Type.Optional(Type.Array(nullable(text), { description: '所属部门：之前、之后' })),
  before: Type.Optional(Type.Array(Post)),
  after: Type.Optional(Type.Array(Post)),
  title: Type.Optional(text),
  scope: Type.Optional(Type.Enum(['full', 'readOnly'])),
  keptTokens: Type.Optional(Type.Literal(true)),
  list: Type.Optional(oneOf(exportedLists, '导出的清单')),
  filter: Type.Optional(text),
  rows: Type.Optional(Type.Integer()),
  sha256: Type.Optional(Type.String({ description: '文件内容的 SHA-256' })),
  locked: Type.Optional(Type.Literal(true, { description: '因多次输错已锁定，未核对密码' })),
  route: Type.Optional(Type.String({ description: '被拒绝的请求' })),
  refusal: Type.Optional(Type.String({ description: '拒绝的错误代码' })),
  byToken: Type.Optional(Type.Literal(true)),
  byCommand: Type.Optional(Type.Literal(true)),
});

const AuditRow = closed({
  id: Uuid,
  at: Instant,
  kind: oneOf(auditKinds, '种类'),
  kindTitle: Said,
  who: nullable(closed({ id: Uuid, name: text, login: text }, { description: '办理人；没有登录的为 null' })),
  about: Type.String({ description: '对象和内容' }),
  account: nullable(Uuid),
  subject: nullable(text),
  details: AuditDetailsView,
  address: nullable(Type.String({ description: '来自哪个地址（IPv6 为 /64 段）' })),
});

export const auditRoutes = {
  listAudit: {
    method: 'GET',
    url: '/audit',
    title: '审计记录',
    tag,
    policy: auditors,
    audits: ['auditRead'],
    query: closed({ ...pageQuery, ...listFilters.audit }),
    ok: page(AuditRow),
  },
  auditCsv: {
    method: 'GET',
    url: '/audit.csv',
    title: '审计记录（CSV，UTF-8 BOM）',
    tag,
    policy: auditors,
    audits: ['auditExported'],
    query: closed(listFilters.audit),
    ok: text,
    produces: 'text/csv; charset=utf-8',
  },
  tellExport: {
    method: 'POST',
    url: '/exports',
    title: '登记导出：页面在写出文件之前登记',
    tag,
    policy: 'signedIn',
    audits: ['listExported', 'auditExported'],
    body: closed({
      list: oneOf(exportedLists, '清单'),
      filter: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
      rows: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
