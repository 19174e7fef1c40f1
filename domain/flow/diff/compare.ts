import { canonicalJson } from '../canonical.ts';
import type { Said } from '../../words/said.ts';

/** What of a definition a difference is about. */
export const diffParts = {
  flow: { zh: '流程', en: 'Flow' },
  limits: { zh: '时限', en: 'Limits' },
  steps: { zh: '环节', en: 'Steps' },
  materials: { zh: '材料', en: 'Materials' },
  form: { zh: '表单', en: 'Form' },
  ladder: { zh: '预警规则', en: 'Ladder of warnings' },
} as const satisfies Readonly<Record<string, Said>>;
export type DiffPart = keyof typeof diffParts;

/** Things of two versions matched by id: what only one has, and the pairs. */
export interface Matched<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly kept: readonly { readonly before: T; readonly after: T }[];
}

/** Matches the things of two versions by id; where an id is doubled the first counts. */
export function match<T>(before: readonly T[], after: readonly T[], idOf: (one: T) => string): Matched<T> {
  const old = new Map([...before].reverse().map((one) => [idOf(one), one]));
  const ids = new Set(after.map(idOf));
  return {
    added: after.filter((one) => !old.has(idOf(one))),
    removed: before.filter((one) => !ids.has(idOf(one))),
    kept: after.flatMap((one) => {
      const earlier = old.get(idOf(one));
      return earlier === undefined ? [] : [{ before: earlier, after: one }];
    }),
  };
}

/** Whether two values are the same JSON. */
export function same(before: unknown, after: unknown): boolean {
  return canonicalJson({ value: before }) === canonicalJson({ value: after });
}

/** A change as a sentence: nothing when both are the same; 新增, 取消 or 由…改为…, with the words of `show`. */
export function change<T>(
  what: string,
  before: T | undefined,
  after: T | undefined,
  show: (value: T) => string,
): string[] {
  if (same(before, after)) return [];
  if (before === undefined) return after === undefined ? [] : [`${what}：新增“${show(after)}”`];
  if (after === undefined) return [`${what}：取消原来的“${show(before)}”`];
  return [`${what}由“${show(before)}”改为“${show(after)}”`];
}

/** Words as they are. */
export const asWritten = (value: string | number): string => `${value}`;
export const yesNo = (value: boolean): string => (value ? '是' : '否');

/** Titles in quotation marks, joined. */
export function quoted(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join('、');
}

/** Says that things both versions have stand in another order. */
export function reordered<T>(what: string, { kept }: Matched<T>, before: readonly T[], idOf: (one: T) => string) {
  const now = kept.map(({ after }) => idOf(after));
  const still = new Set(now);
  const then = before.map(idOf).filter((id) => still.has(id));
  return same(now, then) ? [] : [`${what}的排列顺序有调整`];
}
