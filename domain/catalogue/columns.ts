import type { Said } from '../words/said.ts';
import type { CatalogueKind } from './words.ts';

/** What a list may say of an entry, in the order in which an export has it. `heads`: other words that lists have above the column. */
interface ListColumn {
  readonly title: Said;
  readonly heads: readonly string[];
  /** The lists that have it, and whether one may do without. */
  readonly in: Readonly<Partial<Record<CatalogueKind, 'needed' | 'optional'>>>;
}

export const listColumns = {
  department: {
    title: { zh: '部门', en: 'Department' },
    heads: ['部门名称', '实施主体', '实施主体名称', '实施部门', '单位名称'],
    in: { implementing: 'needed' },
  },
  mainName: {
    title: { zh: '主项', en: 'Main item' },
    heads: ['主项名称', '主项事项名称'],
    in: { basic: 'optional', implementing: 'optional' },
  },
  name: {
    title: { zh: '事项名称', en: 'Item' },
    heads: ['名称', '子项名称', '政务服务事项名称'],
    in: { basic: 'needed', implementing: 'needed' },
  },
  region: {
    title: { zh: '区划代码', en: 'Region' },
    heads: ['行政区划代码', '区划编码', '行政区划'],
    in: { implementing: 'needed' },
  },
  code: {
    title: { zh: '实施编码', en: 'Code' },
    heads: ['基本编码', '事项编码', '实施清单编码', '编码'],
    in: { basic: 'needed', implementing: 'needed' },
  },
  type: {
    title: { zh: '类型代码', en: 'Type' },
    heads: ['事项类型', '事项类型代码', '类型'],
    in: { basic: 'needed', implementing: 'needed' },
  },
  departmentCode: {
    title: { zh: '部门编码', en: 'Code of the department' },
    heads: ['实施主体编码', '统一社会信用代码', '部门代码'],
    in: { implementing: 'optional' },
  },
  basicCode: {
    title: { zh: '基本编码', en: 'Basic code' },
    heads: ['基本目录编码'],
    in: { implementing: 'optional' },
  },
  levels: {
    title: { zh: '行使层级', en: 'Levels' },
    heads: ['层级', '事项层级'],
    in: { basic: 'optional', implementing: 'optional' },
  },
  legalBasis: {
    title: { zh: '设定依据', en: 'Legal basis' },
    heads: ['法律依据', '依据'],
    in: { basic: 'optional', implementing: 'optional' },
  },
  state: {
    title: { zh: '事项状态', en: 'State' },
    heads: ['状态', '使用状态'],
    in: { basic: 'optional', implementing: 'optional' },
  },
} as const satisfies Readonly<Record<string, ListColumn>>;

export type ListColumnKey = keyof typeof listColumns;
export const listColumnKeys = Object.keys(listColumns) as readonly ListColumnKey[];

/** The columns of a kind of lists, in their order. */
export function columnsFor(kind: CatalogueKind): readonly ListColumnKey[] {
  return listColumnKeys.filter((key) => placeOf(key, kind) !== undefined);
}

/** The columns that a list of a kind cannot do without. */
export function neededColumns(kind: CatalogueKind): readonly ListColumnKey[] {
  return listColumnKeys.filter((key) => placeOf(key, kind) === 'needed');
}

/** What a column is called in a list of a kind: the code of a basic item is its 基本编码. */
export function columnTitle(key: ListColumnKey, kind: CatalogueKind): Said {
  return key === 'code' && kind === 'basic' ? listColumns.basicCode.title : listColumns[key].title;
}

/** Which column of a file (from 0) is likely to hold what; by the words above them, each file column once. */
export function guessColumns(kind: CatalogueKind, heads: readonly string[]): Partial<Record<ListColumnKey, number>> {
  const guessed: Partial<Record<ListColumnKey, number>> = {};
  const plain = heads.map((head) => head.replaceAll(/[（(][^）)]*[）)]?|[\s*]/gu, ''));
  const take = (key: ListColumnKey, words: readonly string[]) => {
    const at = plain.findIndex((head, index) => words.includes(head) && !Object.values(guessed).includes(index));
    if (at >= 0 && guessed[key] === undefined) guessed[key] = at;
  };
  // Exact titles first: another column's second word may be the title of one that comes later.
  for (const key of columnsFor(kind)) take(key, [columnTitle(key, kind).zh]);
  for (const key of columnsFor(kind)) take(key, listColumns[key].heads);
  return guessed;
}

function placeOf(key: ListColumnKey, kind: CatalogueKind): 'needed' | 'optional' | undefined {
  const column: ListColumn = listColumns[key];
  return column.in[kind];
}
