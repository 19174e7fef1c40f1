import { parseCivilDate } from '../clock/civil-date.ts';
import type { CivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';

/** Papers by which an applicant or an agent is known (证件类型), each with the kinds of parties that have it. */
export const papers = {
  residentId: ['person'],
  uscc: ['organisation'],
  passport: ['person'],
  other: ['person', 'organisation'],
} as const satisfies Readonly<Record<string, readonly PartyKind[]>>;
export type PartyKind = 'person' | 'organisation';
export type Paper = keyof typeof papers;
/** Papers that a person can have. */
export type PersonPaper = Exclude<Paper, 'uscc'>;

/** Who says by which paper they are known. */
export interface Party {
  readonly kind: PartyKind;
  readonly idType: Paper;
  readonly idNo: string;
}

/** The papers a kind of party can have, the usual one first. */
export function papersOf(kind: PartyKind): readonly Paper[] {
  return Object.entries(papers).flatMap(([paper, kinds]) =>
    isPaper(paper) && (kinds as readonly PartyKind[]).includes(kind) ? [paper] : [],
  );
}

function isPaper(word: string): word is Paper {
  return Object.hasOwn(papers, word);
}

/** A number as it is kept: 公民身份号码 and 统一社会信用代码 in capitals. */
export function paperNo(idType: Paper, idNo: string): string {
  return idType === 'residentId' || idType === 'uscc' ? idNo.trim().toUpperCase() : idNo.trim();
}

/** What is wrong with the paper of a party, and in which field; null: nothing that the number itself can tell. */
export function wrongPaper(
  { kind, idType, idNo }: Party,
  today: CivilDate,
): { readonly field: 'idType' | 'idNo'; readonly why: Said } | null {
  if (!papersOf(kind).includes(idType)) {
    const why =
      kind === 'person'
        ? { zh: '自然人没有统一社会信用代码，请选择居民身份证等证件', en: 'a person has no unified social credit code' }
        : {
            zh: '法人或其他组织应当使用统一社会信用代码',
            en: 'an organisation is known by its unified social credit code',
          };
    return { field: 'idType', why };
  }
  const number = paperNo(idType, idNo);
  const why = idType === 'residentId' ? wrongResidentId(number, today) : idType === 'uscc' ? wrongUscc(number) : null;
  return why && { field: 'idNo', why };
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/**
 * What is wrong with a 公民身份号码 (GB 11643): 18 places, a real day of birth up to today, the check character. The area is not
 * judged: old ones stay on the papers of who was born there.
 */
export function wrongResidentId(number: string, today: CivilDate): Said | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) {
    return { zh: '公民身份号码应为 18 位：17 位数字和 1 位校验码', en: 'expected 17 digits and a check character' };
  }
  const born = parseCivilDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (born === undefined || born > today) {
    return { zh: '公民身份号码中的出生日期有误', en: 'the day of birth in the number is not possible' };
  }
  const check = idChecks[weighted(number, idWeights, Number) % 11];
  return number[17] === check
    ? null
    : { zh: '公民身份号码的校验码不符，请核对', en: 'the check character does not fit' };
}

const usccSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** What is wrong with a 统一社会信用代码 (GB 32100): 18 places without I, O, S, V and Z, six digits of a region, the check character. */
export function wrongUscc(number: string): Said | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) {
    return {
      zh: '统一社会信用代码应为 18 位数字和大写字母，不含 I、O、S、V、Z',
      en: 'expected 18 digits and capitals without I, O, S, V and Z',
    };
  }
  const sum = weighted(number, usccWeights, (sign) => usccSigns.indexOf(sign));
  const check = usccSigns[(31 - (sum % 31)) % 31];
  return number[17] === check
    ? null
    : { zh: '统一社会信用代码的校验码不符，请核对', en: 'the check character does not fit' };
}

function weighted(number: string, weights: readonly number[], valueOf: (sign: string) => number): number {
  return weights.reduce((sum, weight, i) => sum + weight * valueOf(number[i] ?? '0'), 0);
}
