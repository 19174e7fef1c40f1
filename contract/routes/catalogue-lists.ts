import Type from 'typebox';
import { listColumnKeys } from '../../domain/catalogue/columns.ts';
import { mostSigns, rowsAtOnce } from '../../domain/catalogue/read-row.ts';
import { catalogueKinds } from '../../domain/catalogue/words.ts';
import { listFilters } from '../list-filters.ts';
import type { RouteContract } from '../route.ts';
import { Id, Instant, Said, ShortText, Uuid, aText, closed, nullable, oneOf, page, pageQuery } from '../shapes.ts';

const tag = '事项目录';
const keepers = ['catalogueAdmin'] as const;
const text = Type.String();
const Kind = oneOf(catalogueKinds, '目录：basic 基本目录，implementing 实施清单');
const Scheme = Type.Enum(['national', 'dashed'], { description: '编码格式：国家规范、带短横的地方编码' });
const importParams = closed({ importId: Uuid });
const outcomes = ['new', 'same', 'changed', 'wrong'] as const;

const Cells = closed(
  Object.fromEntries(
    listColumnKeys.map((key) => [key, Type.Optional(Type.String({ maxLength: mostSigns.legalBasis + 1 }))]),
  ),
  { description: '各栏内容；文件中没有的栏不写' },
);
const Column = Type.Enum([...listColumnKeys]);
const Remark = closed({ column: Column, why: Said });

const Entry = closed({
  kind: Kind,
  scheme: Scheme,
  code: text,
  name: text,
  type: text,
  state: text,
  levels: Type.String({ description: '行使层级，多个用 ^ 分开' }),
  legalBasis: text,
  mainName: text,
  basicCode: text,
  region: text,
  department: text,
  departmentCode: text,
  changedAt: Instant,
  isItem: Type.Boolean({ description: '在本系统办理' }),
});

const Import = closed({
  id: Uuid,
  kind: Kind,
  fileName: text,
  state: Type.Enum(['receiving', 'checked', 'running', 'done']),
  madeAt: Instant,
  rows: Type.Integer(),
  new: Type.Integer({ description: '新增' }),
  same: Type.Integer({ description: '相同' }),
  changed: Type.Integer({ description: '有变化' }),
  wrong: Type.Integer({ description: '有误，不导入' }),
  remarked: Type.Integer({ description: '有提示' }),
  taken: Type.Integer({ description: '已导入' }),
});

const ImportRow = closed({
  line: Type.Integer(),
  code: text,
  name: text,
  department: text,
  outcome: nullable(Type.Enum([...outcomes])),
  faults: Type.Array(Remark),
  remarks: Type.Array(Remark),
  changes: Type.Array(closed({ column: Column, before: text, after: text })),
  taken: Type.Boolean(),
});

const Count = { count: Type.Integer() };
const find = Type.Optional(
  Type.String({ ...aText, minLength: 1, maxLength: 80, description: '名称、部门中的字词，或者编码的开头' }),
);

/** The catalogue as lists: 基本目录 and 实施清单, what they count, and how lists are brought. */
export const catalogueListRoutes = {
  listEntries: {
    method: 'GET',
    url: '/catalogue/entries',
    title: '事项目录：基本目录或者实施清单',
    tag,
    policy: 'signedIn',
    query: closed({ ...pageQuery, ...listFilters.catalogue, find }),
    ok: page(Entry),
  },
  oneEntry: {
    method: 'GET',
    url: '/catalogue/entries/:kind/:scheme/:code',
    title: '目录条目，以及与基本目录的不同（四级四同、三级五统一）',
    tag,
    policy: 'signedIn',
    params: closed({ kind: Kind, scheme: Scheme, code: Id }),
    ok: closed({
      entry: Entry,
      basic: nullable(Entry),
      rule: nullable(Said),
      differences: Type.Array(closed({ column: Column, basic: text, own: text })),
    }),
  },
  entriesCsv: {
    method: 'GET',
    url: '/catalogue/entries.csv',
    title: '导出目录（CSV，UTF-8 BOM；可以原样导入）',
    tag,
    policy: 'signedIn',
    limit: 'dear',
    audits: ['listExported'],
    query: closed({ ...listFilters.catalogue, find }),
    ok: text,
    produces: 'text/csv; charset=utf-8',
  },
  catalogueFigures: {
    method: 'GET',
    url: '/catalogue/figures',
    title: '目录统计：按类型、层级、部门（不含已取消）',
    tag,
    policy: 'signedIn',
    ok: closed({
      basic: Type.Array(closed({ type: text, ...Count })),
      types: Type.Array(closed({ type: text, ...Count })),
      levels: Type.Array(closed({ levels: text, ...Count })),
      departments: Type.Array(closed({ department: text, region: text, ...Count })),
    }),
  },
  listImports: {
    method: 'GET',
    url: '/catalogue/imports',
    title: '我的导入',
    tag,
    policy: keepers,
    ok: closed({ items: Type.Array(Import) }),
  },
  startImport: {
    method: 'POST',
    url: '/catalogue/imports',
    title: '开始导入一份目录',
    tag,
    policy: keepers,
    body: closed({ kind: Kind, fileName: ShortText }),
    ok: Import,
    status: 201,
  },
  addImportRows: {
    method: 'PUT',
    url: '/catalogue/imports/:importId/rows',
    title: '送交目录的若干行；同一行再次送交以后一次为准',
    tag,
    policy: keepers,
    params: importParams,
    body: closed({
      rows: Type.Array(closed({ line: Type.Integer({ minimum: 1, maximum: 10_000_000 }), cells: Cells }), {
        minItems: 1,
        maxItems: rowsAtOnce,
      }),
    }),
    ok: Type.Null(),
    status: 204,
  },
  checkImport: {
    method: 'POST',
    url: '/catalogue/imports/:importId/check',
    title: '全部送交后检查：每行是新增、相同、有变化还是有误',
    tag,
    policy: keepers,
    params: importParams,
    ok: Import,
  },
  oneImport: {
    method: 'GET',
    url: '/catalogue/imports/:importId',
    title: '一次导入',
    tag,
    policy: keepers,
    params: importParams,
    ok: Import,
  },
  importRows: {
    method: 'GET',
    url: '/catalogue/imports/:importId/rows',
    title: '一次导入的各行',
    tag,
    policy: keepers,
    params: importParams,
    query: closed({
      limit: pageQuery.limit,
      cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,8}$', description: '上一页给出的翻页位置' })),
      only: Type.Optional(Type.Enum([...outcomes, 'remarked'], { description: '只列这一种' })),
    }),
    ok: page(ImportRow),
  },
  importFaultsCsv: {
    method: 'GET',
    url: '/catalogue/imports/:importId/faults.csv',
    title: '有误的行，附“错误”一栏；改好后可以再导入',
    tag,
    policy: keepers,
    limit: 'dear',
    params: importParams,
    ok: text,
    produces: 'text/csv; charset=utf-8',
  },
  runImport: {
    method: 'POST',
    url: '/catalogue/imports/:importId/run',
    title: '导入下一批；未完时再次请求即接着导入',
    tag,
    policy: keepers,
    params: importParams,
    audits: ['catalogueImported'],
    ok: Import,
  },
} as const satisfies Record<string, RouteContract>;
