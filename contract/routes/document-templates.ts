import Type from 'typebox';
import { documentNames, numberedKinds } from '../../domain/documents/kind-names.ts';
import type { RouteContract } from '../route.ts';
import { Id, Instant, Said, aText, closed, nullable, oneOf } from '../shapes.ts';

const tag = '文书模板';
const text = Type.String();
const Kind = Type.Enum([...numberedKinds], { description: '文书种类' });
const WhyNot = nullable(Type.String({ description: '不能办理的原因' }));
const Words = Type.String({ ...aText, minLength: 1, maxLength: 1_000 });
const words = { opening: Type.Optional(nullable(Words)), closing: Type.Optional(nullable(Words)) };

const Version = closed({
  version: Type.Integer({ description: '模板版本' }),
  opening: nullable(Type.String({ description: '开头' })),
  closing: nullable(Type.String({ description: '结尾' })),
  proposedBy: text,
  proposedAt: Instant,
  since: nullable(Type.String({ description: '启用时间；待启用的为 null' })),
  inForceBy: nullable(text),
});

const TemplateRow = closed({
  kind: oneOf(documentNames, '文书种类'),
  title: Said,
  inForce: nullable(Version),
  proposed: nullable(Version),
  earlier: Type.Array(Version, { description: '以前各版，新的在前' }),
  enforce: WhyNot,
});

/** How a department words its documents around what they must contain. */
export const documentTemplateRoutes = {
  documentTemplates: {
    method: 'GET',
    url: '/document-templates',
    title: '本部门的文书模板',
    tag,
    policy: 'signedIn',
    ok: closed({
      items: Type.Array(
        closed({ departmentId: text, departmentName: text, propose: WhyNot, kinds: Type.Array(TemplateRow) }),
      ),
    }),
  },
  proposeTemplate: {
    method: 'PUT',
    url: '/document-templates',
    title: '拟定文书模板：必备内容之前和之后的文字',
    tag,
    policy: 'signedIn',
    audits: ['templateProposed'],
    body: closed({ departmentId: Id, kind: Kind, ...words }),
    ok: Type.Null(),
    status: 204,
  },
  sampleTemplate: {
    method: 'POST',
    url: '/document-templates/sample',
    title: '按本部门最近一份该种文书预览模板（PDF，标明草稿；审计）',
    tag,
    policy: 'signedIn',
    audits: ['documentOpened'],
    body: closed({ departmentId: Id, kind: Kind, ...words }),
    ok: text,
    produces: 'application/pdf',
  },
  enforceTemplate: {
    method: 'POST',
    url: '/document-templates/in-force',
    title: '启用文书模板',
    tag,
    policy: 'signedIn',
    audits: ['templateInForce'],
    body: closed({ departmentId: Id, kind: Kind, version: Type.Integer({ minimum: 1 }), proposedAt: Instant }),
    ok: Type.Null(),
    status: 204,
  },
} as const satisfies Record<string, RouteContract>;
