import type { Said } from '../words/said.ts';

/** Lists of the catalogue: what there is (基本目录), and who does it where (实施清单). */
export const catalogueKinds = {
  basic: { zh: '基本目录', en: 'Basic catalogue' },
  implementing: { zh: '实施清单', en: 'Implementation list' },
} as const satisfies Readonly<Record<string, Said>>;
export type CatalogueKind = keyof typeof catalogueKinds;

/** Kinds of items by their codes (GB 39046 A.1, domain.md 3.2). */
export const itemTypes = {
  '01': { zh: '行政许可', en: 'Licence' },
  '02': { zh: '行政处罚', en: 'Penalty' },
  '03': { zh: '行政强制', en: 'Coercion' },
  '04': { zh: '行政征收', en: 'Levy' },
  '05': { zh: '行政给付', en: 'Benefit' },
  '06': { zh: '行政检查', en: 'Inspection' },
  '07': { zh: '行政确认', en: 'Confirmation' },
  '08': { zh: '行政奖励', en: 'Reward' },
  '09': { zh: '行政裁决', en: 'Ruling' },
  '10': { zh: '其他行政权力', en: 'Other power' },
  '20': { zh: '公共服务', en: 'Public service' },
} as const satisfies Readonly<Record<string, Said>>;

/** 行使层级 (GB 39046 A.2). */
export const useLevels = {
  '1': { zh: '国家级', en: 'Nation' },
  '2': { zh: '省级', en: 'Province' },
  '3': { zh: '市级', en: 'City' },
  '4': { zh: '县级', en: 'County' },
  '5': { zh: '镇（乡、街道）级', en: 'Town' },
  '6': { zh: '村（社区）级', en: 'Village' },
  '7': { zh: '分级管理', en: 'By grade' },
} as const satisfies Readonly<Record<string, Said>>;

/** 事项状态. */
export const entryStates = {
  '1': { zh: '在用', en: 'In force' },
  '2': { zh: '暂停', en: 'Suspended' },
  '3': { zh: '取消', en: 'Cancelled' },
} as const satisfies Readonly<Record<string, Said>>;

/** Words of lists that are not those of the standard. */
const otherWords: Readonly<Record<string, string>> = { 其他权力: '10', 其他权利: '10', 其他: '10', 在用状态: '1' };

/** The code that a cell means, given as a code (1 or 01) or as a word; undefined: none of the table. */
export function codeIn<K extends string>(table: Readonly<Record<K, Said>>, cell: string): K | undefined {
  const codes = Object.keys(table).filter((code): code is K => Object.hasOwn(table, code));
  const [width = 1] = codes.map(({ length }) => length);
  const wanted = otherWords[cell] ?? cell;
  return codes.find((code) => code === wanted.padStart(width, '0') || table[code].zh === wanted);
}
