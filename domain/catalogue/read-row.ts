import { covers } from '../people/roles.ts';
import type { Said } from '../words/said.ts';
import { basicCode, implementingCode, levelOfRegion, oddAgency, regionIn } from './codes.ts';
import type { CodeScheme, ItemCode } from './codes.ts';
import { unreadable } from './csv.ts';
import { columnTitle, neededColumns } from './columns.ts';
import type { ListColumnKey } from './columns.ts';
import { codeIn, entryStates, itemTypes, useLevels } from './words.ts';
import type { CatalogueKind } from './words.ts';

/** The cells of a row by what they say; a column that the file does not have is not there. */
export type Cells = Readonly<Partial<Record<ListColumnKey, string>>>;

/** What is wrong or odd about a row, and in which column. */
export interface RowRemark {
  readonly column: ListColumnKey;
  readonly why: Said;
}

/** What a row says of an entry; what its file has no column for stays as it is known. */
export type EntryFields = Readonly<Partial<Record<Exclude<ListColumnKey, 'code'>, string>>>;

/** A row as it was read. With faults it is not taken; remarks are named and do not stop it. */
export interface ReadRow {
  readonly scheme: CodeScheme | null;
  readonly code: string;
  readonly fields: EntryFields;
  readonly faults: readonly RowRemark[];
  readonly remarks: readonly RowRemark[];
}

/** The longest texts of the catalogue (domain.md 3.4). */
export const mostSigns = { name: 1_000, mainName: 1_000, legalBasis: 4_000, other: 200 } as const;
/** The longest list, and how many of its rows come at once: a request stays far below what the door takes. */
export const mostRows = 200_000;
export const rowsAtOnce = 400;
/** Words of lists for no main item. */
const noMain = ['未分类', '无', '/', '-'];

/** The cells of a row of a file by what they say; `columns`: which column (from 0) holds what. What is far too long is cut, and told by its row. */
export function cellsOf(columns: Readonly<Partial<Record<ListColumnKey, number>>>, row: readonly string[]): Cells {
  const cells = entriesOf(columns).map(([key, at]) => [key, (row[at] ?? '').slice(0, mostSigns.legalBasis + 1)]);
  return Object.fromEntries(cells) as Cells;
}

/** Reads a row of a list for a person who keeps the catalogue of these regions. */
export function readRow(kind: CatalogueKind, cells: Cells, keeps: readonly string[]): ReadRow {
  const faults: RowRemark[] = [];
  const remarks: RowRemark[] = [];
  const wrong = (column: ListColumnKey, zh: string, en: string) => faults.push({ column, why: { zh, en } });
  const words = { kind, wrong, odd: (remark: RowRemark) => remarks.push(remark), faults };
  for (const key of neededColumns(kind)) {
    if ((cells[key] ?? '') === '') wrong(key, `${columnTitle(key, kind).zh}未填写`, 'nothing is given');
  }
  checkTexts(cells, words);
  const code = readCode(cells.code ?? '', words);
  const fields = { ...codes(cells, words), ...plainTexts(cells) };
  if (kind === 'implementing') Object.assign(fields, placed(cells, code, words));
  checkReach(kind, { ...cells, code: code?.code ?? '' }, keeps, words);
  return { scheme: code?.scheme ?? null, code: code?.code ?? cells.code ?? '', fields, faults, remarks };
}

interface Words {
  readonly kind: CatalogueKind;
  readonly wrong: (column: ListColumnKey, zh: string, en: string) => void;
  readonly odd: (remark: RowRemark) => void;
  readonly faults: RowRemark[];
}

function checkTexts(cells: Cells, { kind, wrong }: Words): void {
  for (const [key, cell] of entriesOf(cells)) {
    const title = columnTitle(key, kind).zh;
    const most = key === 'name' || key === 'mainName' || key === 'legalBasis' ? mostSigns[key] : mostSigns.other;
    if (cell.length > most) wrong(key, `${title}超过 ${most} 字`, `more than ${most} signs`);
    if (cell.includes(unreadable)) wrong(key, `${title}中有不能识别的字符`, 'a sign cannot be read');
  }
}

function readCode(cell: string, { kind, wrong }: Words): ItemCode | null {
  const code = kind === 'basic' ? basicCode(cell) : implementingCode(cell);
  if (code === null && cell !== '') {
    const title = columnTitle('code', kind).zh;
    wrong('code', `${title} ${cell} 不是已知的编码格式`, `${cell} is a code of no known scheme`);
  }
  return code;
}

/** Cells that hold a code of a table, or its word. */
function codes(cells: Cells, { wrong }: Words): Record<string, string> {
  const read: Record<string, string> = {};
  const tables = { type: itemTypes, state: entryStates } as const;
  for (const key of ['type', 'state'] as const) {
    const cell = cells[key] ?? '';
    if (cell === '') continue;
    const code = codeIn<string>(tables[key], cell);
    if (code === undefined)
      wrong(key, `${columnTitle(key, 'basic').zh} ${cell} 不在代码表内`, `${cell} is no known code`);
    else read[key] = code;
  }
  const levels = (cells.levels ?? '').split(/[\^、,，;；]/u).filter((level) => level !== '');
  const known = levels.map((level) => codeIn<string>(useLevels, level.trim()));
  if (known.includes(undefined))
    wrong('levels', `行使层级 ${cells.levels ?? ''} 不在代码表内`, 'a level is no known code');
  else if (cells.levels !== undefined) read['levels'] = known.join('^');
  return read;
}

function plainTexts(cells: Cells): Record<string, string> {
  const read: Record<string, string> = {};
  for (const key of ['name', 'department', 'legalBasis'] as const) {
    const cell = cells[key];
    if (cell !== undefined) read[key] = cell;
  }
  if (cells.mainName !== undefined) read['mainName'] = noMain.includes(cells.mainName) ? '' : cells.mainName;
  return read;
}

/** Whose an implementing entry is, and of which basic item: by its columns, compared with its code. */
function placed(cells: Cells, code: ItemCode | null, { wrong, odd }: Words): Record<string, string> {
  const { region = '', departmentCode } = cells;
  const read: Record<string, string> = {};
  if (region !== '') {
    if (regionIn(region) === null)
      wrong('region', `区划代码 ${region} 不是 6、9 或 12 位数字`, `${region} is no region code`);
    else if (code !== null && code.region !== '' && !code.region.startsWith(region)) {
      wrong('region', `区划代码 ${region} 与实施编码中的 ${code.region} 不一致`, `the code says ${code.region}`);
    } else read['region'] = region;
  }
  if (departmentCode !== undefined) read['departmentCode'] = departmentCode.toUpperCase();
  checkAgencies(departmentCode?.toUpperCase() ?? '', code?.agency ?? '', { wrong, odd });
  const level = code?.level === '' ? levelOfRegion(region) : code?.level;
  if (read['region'] !== undefined && (cells.levels ?? '') === '') read['levels'] = level ?? '';
  const basic = cells.basicCode ?? '';
  if (code !== null) read['basicCode'] = basic === '' ? code.basic : basic.toUpperCase();
  if (basic !== '' && code !== null && basic.toUpperCase() !== code.basic) {
    wrong('basicCode', `基本编码 ${basic} 与实施编码中的 ${code.basic} 不一致`, `the code says ${code.basic}`);
  }
  return read;
}

function checkAgencies(column: string, inCode: string, { wrong, odd }: Pick<Words, 'wrong' | 'odd'>): void {
  const said = [
    ['departmentCode', column],
    ['code', inCode],
  ] as const;
  const alike = column === inCode;
  for (const [key, agency] of said) {
    const found = agency === '' || (alike && key === 'code') ? null : oddAgency(agency);
    if (found === null) continue;
    if (found.error) wrong(key, found.why.zh, found.why.en);
    else odd({ column: key, why: found.why });
  }
  if (column === '' || inCode === '' || alike || column.startsWith(`${inCode}_`)) return;
  const why = { zh: `实施编码中的机构是 ${inCode}，与部门编码不同`, en: `the code says ${inCode}` };
  odd({ column: 'departmentCode', why });
}

/** Nobody writes into the list of another region. Basic items are of the nation or a province, and kept by whoever keeps a province. */
function checkReach(kind: CatalogueKind, cells: Cells, keeps: readonly string[], { wrong }: Words): void {
  const place = kind === 'basic' ? provinceOf(cells.code ?? '', keeps) : regionIn(cells.region ?? '');
  if (place === null || keeps.some((region) => covers(region, place))) return;
  const column = kind === 'basic' ? 'code' : 'region';
  wrong(column, `${place} 不在您管理的行政区划内`, `${place} lies in none of your regions`);
}

/** The province of a basic code; one of the nation belongs to every province that keeps it. */
function provinceOf(code: string, keeps: readonly string[]): string | null {
  const province = /^\d{2}/.exec(code)?.[0];
  if (province === undefined || province === '00') return keeps.find((region) => region.endsWith('0000')) ?? '000000';
  return `${province}0000`;
}

function entriesOf<T>(of: Readonly<Partial<Record<ListColumnKey, T>>>): readonly (readonly [ListColumnKey, T])[] {
  return Object.entries(of) as readonly (readonly [ListColumnKey, T])[];
}
