import Type from 'typebox';
import type { RouteContract } from '../route.ts';
import { Id, Instant, RegionCode, RoleName, ShortText, Uuid, closed, nullable } from '../shapes.ts';

const tag = '登录与本人';
const Password = Type.String({ minLength: 1, maxLength: 200, description: '密码' });

export const PostView = closed({
  role: RoleName,
  roleTitle: Type.String(),
  departmentId: Type.String(),
  departmentName: Type.String(),
  regionCode: RegionCode,
});

export const PostBody = closed({ role: RoleName, departmentId: Id });

export const MeView = closed({
  id: Uuid,
  login: Type.String(),
  name: Type.String(),
  posts: Type.Array(PostView, { description: '当前岗位：请求按这些岗位办理' }),
  held: Type.Array(PostView, { description: '所任的全部岗位' }),
  unread: Type.Integer(),
  mustChangePassword: Type.Boolean({ description: '密码由他人设定：须先修改密码才能办理其他事项' }),
  deviceBridge: nullable(Type.String({ description: '本机外设服务（读卡器、高拍仪）的地址；未配置的为 null' })),
  csrfToken: nullable(Type.String({ description: '写操作放入请求头 x-csrf-token；令牌登录时为 null' })),
});

const Scope = Type.Enum(['full', 'readOnly'], { description: 'full：与本人权限相同；readOnly：只能查询' });

export const TokenView = closed({
  id: Uuid,
  title: Type.String(),
  scope: Scope,
  lastUsedAt: nullable(Instant),
  expiresAt: Instant,
  revokedAt: nullable(Instant),
});

export const sessionRoutes = {
  signIn: {
    method: 'POST',
    url: '/session',
    title: '登录',
    tag,
    policy: 'public',
    audits: ['signedIn', 'signInRefused'],
    body: closed({ login: Type.String({ minLength: 1, maxLength: 64 }), password: Password }),
    ok: MeView,
  },
  signOut: {
    method: 'DELETE',
    url: '/session',
    title: '退出',
    tag,
    policy: 'signedIn',
    audits: ['signedOut'],
    beforePassword: true,
    ok: Type.Null(),
    status: 204,
  },
  me: {
    method: 'GET',
    url: '/me',
    title: '本人、岗位、未读消息数',
    tag,
    policy: 'signedIn',
    beforePassword: true,
    ok: MeView,
  },
  choosePost: {
    method: 'PUT',
    url: '/me/post',
    title: '切换当前岗位（null 为全部岗位；访问令牌总按全部岗位办理）',
    tag,
    policy: 'signedIn',
    body: closed({ post: nullable(PostBody) }),
    ok: MeView,
  },
  changePassword: {
    method: 'POST',
    url: '/me/password',
    title: '修改本人密码（其他登录随之退出；访问令牌随之吊销，另有选择的除外）',
    tag,
    policy: 'signedIn',
    audits: ['passwordChanged'],
    beforePassword: true,
    body: closed({
      current: Password,
      next: Type.String({ minLength: 10, maxLength: 200 }),
      keepTokens: Type.Optional(Type.Boolean({ description: '保留访问令牌，默认一并吊销' })),
    }),
    ok: Type.Null(),
    status: 204,
  },
  listTokens: {
    method: 'GET',
    url: '/tokens',
    title: '本人的访问令牌',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(TokenView) }),
  },
  createToken: {
    method: 'POST',
    url: '/tokens',
    title: '新建访问令牌（只显示一次；须登录后办理）',
    tag,
    policy: 'signedIn',
    audits: ['tokenMade'],
    inPerson: true,
    body: closed({
      title: ShortText,
      days: Type.Integer({ minimum: 1, maximum: 366 }),
      scope: Type.Optional(Scope),
    }),
    ok: closed({ id: Uuid, token: Type.String(), title: Type.String(), scope: Scope, expiresAt: Instant }),
    status: 201,
  },
  revokeToken: {
    method: 'DELETE',
    url: '/tokens/:tokenId',
    title: '吊销访问令牌',
    tag,
    policy: 'signedIn',
    audits: ['tokenRevoked'],
    params: closed({ tokenId: Uuid }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
