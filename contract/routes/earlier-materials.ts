import Type from 'typebox';
import { reuseConsents } from '../../domain/case/files-taken.ts';
import { windows } from '../../domain/people/roles.ts';
import type { RouteContract } from '../route.ts';
import { Id, Said, Uuid, closed, nullable, oneOf } from '../shapes.ts';

const tag = '申报材料文件';
const text = Type.String();

export const earlierMaterialRoutes = {
  listEarlier: {
    method: 'GET',
    url: '/cases/:caseId/earlier-materials',
    title: '同一申请人此前在本部门提交的、本部门核发的，可以再用的材料（限本部门窗口）',
    tag,
    policy: windows,
    params: closed({ caseId: Uuid }),
    ok: closed({
      items: Type.Array(
        closed({
          materialId: Id,
          kind: Type.Enum(['file', 'certificate'], { description: '此前提交的文件，或者本部门核发的证照' }),
          source: Type.String({ ...Uuid, description: '文件，或者核发该证照的办件' }),
          name: text,
          caseNo: text,
          givenOn: Type.String({ description: '提交或者证照起始日期' }),
          goodUntil: nullable(Type.String({ description: '有效至；null：不设期限' })),
          expired: Type.Boolean(),
          mayOpen: Type.Boolean({ description: '可以打开：未在隔离中' }),
        }),
      ),
      consents: Type.Array(closed({ consent: oneOf(reuseConsents, '申请人怎样同意'), title: Said }), {
        description: '可以记录的同意方式；身份尚未核验的为空',
      }),
    }),
  },
  takeEarlier: {
    method: 'POST',
    url: '/files/reuse',
    title: '经申请人同意，使用其此前提交的文件或者本部门核发的证照：内容不另存（限本部门窗口；审计）',
    tag,
    policy: windows,
    audits: ['fileReused'],
    body: closed({
      caseId: Uuid,
      materialId: Id,
      source: Uuid,
      consent: oneOf(reuseConsents, '申请人怎样同意'),
    }),
    ok: closed({ fileId: Uuid }),
    status: 201,
  },
} as const satisfies Record<string, RouteContract>;
