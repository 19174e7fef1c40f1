import Type from 'typebox';
import type { RouteContract } from '../route.ts';
import { Id, RegionCode, RoleName, ShortText, Uuid, closed, nullable } from '../shapes.ts';
import { PostBody, PostView } from './session.ts';

const tag = '组织与人员';
const system = ['systemAdmin'] as const;
const security = ['securityAdmin'] as const;
const Login = Type.String({ pattern: '^[a-z][a-z0-9._-]{1,31}$', description: '用户名' });
const NewPassword = Type.String({ minLength: 10, maxLength: 200 });

const RegionView = closed({ code: RegionCode, name: Type.String() });
const DepartmentView = closed({
  id: Type.String(),
  uscc: Type.String(),
  name: Type.String(),
  regionCode: RegionCode,
  kind: Type.Enum(['department', 'supervision']),
});
const PersonView = closed({
  id: Uuid,
  login: Type.String(),
  name: Type.String(),
  disabled: Type.Boolean(),
  locked: Type.Boolean({ description: '多次输错密码，暂时锁定' }),
  home: nullable(
    closed(
      { departmentId: Type.String(), departmentName: Type.String(), regionCode: RegionCode },
      { description: '所属部门；旧版本新建的账号为 null' },
    ),
  ),
  posts: Type.Array(PostView),
});
const Posts = Type.Array(PostBody, { maxItems: 50 });

export const peopleRoutes = {
  listRoles: {
    method: 'GET',
    url: '/roles',
    title: '岗位角色',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(closed({ role: RoleName, title: Type.String() })) }),
  },
  listRegions: {
    method: 'GET',
    url: '/regions',
    title: '行政区划',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(RegionView) }),
  },
  createRegion: {
    method: 'POST',
    url: '/regions',
    title: '新建行政区划',
    tag,
    policy: system,
    audits: ['regionMade'],
    body: closed({ code: RegionCode, name: ShortText }),
    ok: RegionView,
    status: 201,
  },
  listDepartments: {
    method: 'GET',
    url: '/departments',
    title: '部门',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(DepartmentView) }),
  },
  createDepartment: {
    method: 'POST',
    url: '/departments',
    title: '新建部门',
    tag,
    policy: system,
    audits: ['departmentMade'],
    body: closed({
      id: Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' }),
      uscc: Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', description: '统一社会信用代码' }),
      name: ShortText,
      regionCode: RegionCode,
      kind: Type.Enum(['department', 'supervision']),
    }),
    ok: DepartmentView,
    status: 201,
  },
  colleagues: {
    method: 'GET',
    url: '/colleagues',
    title: '同部门人员（编号、姓名、岗位）',
    tag,
    policy: 'signedIn',
    ok: closed({ items: Type.Array(closed({ id: Uuid, name: Type.String(), posts: Type.Array(PostView) })) }),
  },
  listUsers: {
    method: 'GET',
    url: '/users',
    title: '人员（管理范围内）',
    tag,
    policy: [...system, ...security],
    ok: closed({ items: Type.Array(PersonView) }),
  },
  createUser: {
    method: 'POST',
    url: '/users',
    title: '新建人员（岗位由安全管理员设置）',
    tag,
    policy: system,
    audits: ['accountMade'],
    body: closed({ login: Login, name: ShortText, password: NewPassword, departmentId: Id }),
    ok: PersonView,
    status: 201,
  },
  changeUser: {
    method: 'PATCH',
    url: '/users/:userId',
    title: '停用、启用、重置密码、解锁、调整所属部门',
    tag,
    policy: system,
    audits: ['passwordReset', 'unlocked', 'disabled', 'enabled', 'accountMoved'],
    params: closed({ userId: Uuid }),
    body: closed({
      disabled: Type.Optional(Type.Boolean()),
      unlock: Type.Optional(Type.Literal(true, { description: '解除输错密码造成的锁定' })),
      password: Type.Optional(NewPassword),
      departmentId: Type.Optional(Type.String({ ...Id, description: '所属部门' })),
    }),
    ok: PersonView,
  },
  setPosts: {
    method: 'PUT',
    url: '/users/:userId/posts',
    title: '设置岗位（不能设置本人的；系统、安全、审计管理员不兼任其他岗位）',
    tag,
    policy: security,
    audits: ['postsSet'],
    params: closed({ userId: Uuid }),
    body: closed({ posts: Posts }),
    ok: PersonView,
  },
} as const satisfies Record<string, RouteContract>;
