import Type from 'typebox';
import { documentNames, numberedKinds } from '../../domain/documents/kind-names.ts';
import { listFilters, numberStates } from '../list-filters.ts';
import type { RouteContract } from '../route.ts';
import { Id, Instant, Said, aText, closed, nullable, oneOf, page, pageQuery } from '../shapes.ts';

const tag = '文书编号';
const text = Type.String();
const Kind = Type.Enum([...numberedKinds], { description: '文书种类' });

/** Why the viewer may not do it; null: may. */
const WhyNot = nullable(Type.String({ description: '不能办理的原因' }));

const PatternRow = closed({
  kind: oneOf(documentNames, '文书种类'),
  title: Said,
  pattern: nullable(Type.String({ description: '现行编号规则；未启用的为 null，由经办人填写编号' })),
  since: nullable(Instant),
  inForceBy: nullable(text),
  next: nullable(Type.String({ description: '下一个编号' })),
  proposed: nullable(Type.String({ description: '待启用的编号规则' })),
  proposedBy: nullable(text),
  proposedNext: nullable(Type.String({ description: '待启用的编号规则所写的下一个编号' })),
  enforce: WhyNot,
});

const NumberRow = closed({
  id: text,
  text,
  kind: oneOf(documentNames, '文书种类'),
  title: Said,
  departmentName: text,
  caseId: text,
  caseNo: nullable(text),
  state: Type.Enum([...numberStates]),
  stateTitle: Said,
  why: Said,
  fromSeries: Type.Boolean({ description: '由系统编号；否则为手工填写' }),
  by: nullable(text),
  at: Instant,
});

const departmentId = Id;

/** The number register and the patterns by which a department numbers its documents. */
export const numberRoutes = {
  numberPatterns: {
    method: 'GET',
    url: '/number-patterns',
    title: '本部门的文书编号规则',
    tag,
    policy: 'signedIn',
    ok: closed({
      items: Type.Array(
        closed({ departmentId: text, departmentName: text, propose: WhyNot, kinds: Type.Array(PatternRow) }),
      ),
    }),
  },
  proposePattern: {
    method: 'PUT',
    url: '/number-patterns',
    title: '拟定文书编号规则',
    tag,
    policy: 'signedIn',
    audits: ['patternProposed'],
    body: closed({
      departmentId,
      kind: Kind,
      pattern: Type.String({ ...aText, minLength: 1, maxLength: 100, description: '例如 沈水许〔{年}〕{号}号' }),
    }),
    ok: Type.Null(),
    status: 204,
  },
  enforcePattern: {
    method: 'POST',
    url: '/number-patterns/in-force',
    title: '启用文书编号规则',
    tag,
    policy: 'signedIn',
    audits: ['patternInForce'],
    body: closed({ departmentId, kind: Kind }),
    ok: Type.Null(),
    status: 204,
  },
  documentNumbers: {
    method: 'GET',
    url: '/document-numbers',
    title: '文书编号登记簿',
    tag,
    policy: 'signedIn',
    query: closed({ ...pageQuery, ...listFilters.numbers }),
    ok: page(NumberRow),
  },
  documentNumbersCsv: {
    method: 'GET',
    url: '/document-numbers.csv',
    title: '文书编号登记簿（CSV，UTF-8 BOM）',
    tag,
    policy: 'signedIn',
    audits: ['listExported'],
    query: closed(listFilters.numbers),
    ok: text,
    produces: 'text/csv; charset=utf-8',
  },
} as const satisfies Record<string, RouteContract>;
