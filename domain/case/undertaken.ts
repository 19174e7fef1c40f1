import type { CivilDate } from '../clock/civil-date.ts';
import type { Said } from '../words/said.ts';
import type { Digest } from './marks.ts';

/** What the clerk found of the applicant's credit: who is barred gives no undertaking before it is restored (domain.md 4.4, 4.5). */
export const creditChecks = {
  clear: { zh: '未发现失信记录', en: 'nothing against the applicant' },
  restored: { zh: '失信记录已修复', en: 'restored' },
  barred: { zh: '有失信记录，尚未修复', en: 'barred' },
} as const satisfies Readonly<Record<string, Said>>;
export type CreditCheck = keyof typeof creditChecks;

/** What an applicant signs: its day, its words, and what the clerk found before it was taken. */
export interface Undertaking {
  readonly undertakenOn: CivilDate;
  readonly undertaking: Digest;
  readonly credit: CreditCheck;
}

/** What a check found of an undertaking (事后核查). */
export const checkResults = {
  confirmed: { zh: '核查属实', en: 'confirmed' },
  untrue: { zh: '核查不实', en: 'untrue' },
} as const satisfies Readonly<Record<string, Said>>;
export type CheckResult = keyof typeof checkResults;

/** A certificate for which an undertaking stands; `result`: null while nobody has checked it. */
export interface ReplacedCertificate {
  readonly id: string;
  readonly result: CheckResult | null;
}

/** 容缺受理: which materials come later, by what undertaking of the applicant. */
export interface DeferralState {
  readonly materials: readonly string[];
  readonly documentNo: string;
  readonly undertakenOn: CivilDate;
}
