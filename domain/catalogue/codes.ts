import { wrongUscc } from '../people/papers.ts';
import type { Said } from '../words/said.ts';

/** How a code of an item is made up. It is kept with the code: the same signs mean something else in another. */
export type CodeScheme = 'national' | 'dashed';

/** What a code of an item says about itself. */
export interface ItemCode {
  readonly scheme: CodeScheme;
  readonly code: string;
  /** The basic code in it; '' where it has none. */
  readonly basic: string;
  /** Who does it, as the code has it; '' in a basic code. */
  readonly agency: string;
  /** Where; '' where the code does not say. */
  readonly region: string;
  /** 行使层级; '' where the code does not say. */
  readonly level: string;
}

/** Nation or province, type, department, 主项, 子项 (domain.md 3.3). */
const nationalPart = String.raw`(?:00|[1-6]\d)\d{2}\d{2}\d{3}(?:\d{3}|\d{2}Y)`;
const nationalBasic = new RegExp(`^${nationalPart}$`);
const national = new RegExp(String.raw`^([0-9A-Z]{18})([1-7])(${nationalPart})(\d{2})?$`);
/** As whole provinces publish them: letters for the type, or an older one that is parted by dashes itself. */
const dashedPart = String.raw`\d{3}[0-9A-Z]\d{8}(?:\d{2})?|[A-Z]-\d{6}-\d{3}`;
const dashedBasic = new RegExp(`^(?:${dashedPart})$`);
const dashed = new RegExp(String.raw`^(${dashedPart})-(\d{12})-\d{3}-([0-9A-Z]{7,18}|[0-9A-Z]{8}-[0-9A-Z])-\d-\d{2}$`);

/** Reads an 实施编码 (31 places, 33 of a 业务办理项, or parted by dashes); null: none of the schemes known. */
export function implementingCode(text: string): ItemCode | null {
  const code = text.toUpperCase();
  const [, agency, level, basic] = national.exec(code) ?? [];
  if (agency !== undefined && level !== undefined && basic !== undefined) {
    return { scheme: 'national', code, basic, agency, region: '', level };
  }
  const [, local, region, office] = dashed.exec(code) ?? [];
  if (local === undefined || region === undefined || office === undefined) return null;
  return { scheme: 'dashed', code, basic: local, agency: office, region, level: '' };
}

/** Reads a 基本编码 (12 places, or as it stands before the first region of a code with dashes); null: none of the schemes known. */
export function basicCode(text: string): ItemCode | null {
  const code = text.toUpperCase();
  const scheme = nationalBasic.test(code) ? 'national' : dashedBasic.test(code) ? 'dashed' : null;
  return scheme && { scheme, code, basic: code, agency: '', region: '', level: '' };
}

const organisationSigns = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** What is wrong with the code of an agency (`error`: nobody has it), or odd about it; null: a 统一社会信用代码 that is right. */
export function oddAgency(text: string): { readonly error: boolean; readonly why: Said } | null {
  const code = text.toUpperCase();
  if (code.length === 18 && /^[0-9A-Z]+$/.test(code)) {
    const wrong = wrongUscc(code);
    if (wrong === null) return null;
    return { error: true, why: { zh: `${code}：${wrong.zh}`, en: `${code}: ${wrong.en}` } };
  }
  const old = /^([0-9A-Z]{8})-?([0-9X])$/.exec(code);
  if (old !== null) return oldCode(code, old[1] ?? '', old[2] ?? '');
  if (/^[0-9A-Z]{17}(_\d+)?$/.test(code)) {
    return odd(`${code} 只有 17 位，疑似统一社会信用代码缺一位`, `${code} has 17 places: one seems to be missing`);
  }
  return odd(`${code} 不是统一社会信用代码`, `${code} is no unified social credit code`);
}

/** An 组织机构代码 (GB 11714), which the 统一社会信用代码 replaced. */
function oldCode(code: string, body: string, check: string) {
  const sum = organisationWeights.reduce(
    (all, weight, at) => all + weight * organisationSigns.indexOf(body[at] ?? ''),
    0,
  );
  const expected = '0X987654321'[sum % 11];
  return expected === check
    ? odd(`${code} 是原组织机构代码，应换为统一社会信用代码`, `${code} is an organisation code of before`)
    : odd(`${code} 的校验码不符`, `${code} has a wrong check character`);
}

function odd(zh: string, en: string) {
  return { error: false, why: { zh, en } };
}

/** The six digits of GB/T 2260 in a region code of 6, 9 or 12 places; null: no region code. */
export function regionIn(text: string): string | null {
  return /^[1-9]\d{5}(\d{3}|\d{6})?$/.test(text) ? text.slice(0, 6) : null;
}

/** 行使层级 by what a region code leaves open: 210000 is a province, 210100 a city, twelve places may name a town or a village. */
export function levelOfRegion(text: string): string {
  if (text.length === 12 && !text.endsWith('000')) return '6';
  if (text.length >= 9 && text.slice(6, 9) !== '000') return '5';
  if (text.slice(2, 6) === '0000') return '2';
  return text.slice(4, 6) === '00' ? '3' : '4';
}
