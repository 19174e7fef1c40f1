import type { Said } from '../words/said.ts';
import type { EntryFields } from './read-row.ts';

/** Which elements an entry shares with its basic item, at all levels (reply of 2019). */
export const sharedRules = {
  fourSame: { zh: '四级四同：名称、编码、设定依据、类型', en: 'The same at four levels: name, code, basis, type' },
  fiveUnified: {
    zh: '三级五统一：名称、编码、设定依据、类型、实施流程',
    en: 'United at three levels: name, code, basis, type, procedure',
  },
} as const satisfies Readonly<Record<string, Said>>;
export type SharedRule = keyof typeof sharedRules;

/** Licence, benefit, confirmation, reward, ruling, other powers. */
const fourSame = ['01', '05', '07', '08', '09', '10'];
/** Penalty, coercion, inspection. */
const fiveUnified = ['02', '03', '06'];

/** The rule for items of a type; null: the reply names none (levies, public services). */
export function sharedRule(type: string): SharedRule | null {
  if (fourSame.includes(type)) return 'fourSame';
  return fiveUnified.includes(type) ? 'fiveUnified' : null;
}

/** The elements that are compared. The code is what finds the basic item; the procedure stands in no list. */
export const sharedFields = ['name', 'type', 'legalBasis'] as const;

/** One element in which an entry is not as its basic item. */
export interface Difference {
  readonly column: (typeof sharedFields)[number];
  readonly basic: string;
  readonly own: string;
}

/** In what an entry differs from its basic item, width, case and blanks aside. What it does not say it has from there. */
export function differences(own: EntryFields, basic: EntryFields): readonly Difference[] {
  return sharedFields.flatMap((column) => {
    const [ours, theirs] = [own[column] ?? '', basic[column] ?? ''];
    return ours === '' || plain(ours) === plain(theirs) ? [] : [{ column, basic: theirs, own: ours }];
  });
}

function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '');
}
