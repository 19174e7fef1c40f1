import type { Said } from '../../domain/words/said.ts';
import { inLanguage, joined } from '../i18n/said.ts';

/** The word of a code; a code that the table does not have stands for itself. */
export function wordOf(table: Readonly<Record<string, Said>>, code: string): string {
  const words = table[code];
  return words === undefined ? code : inLanguage(words);
}

/** The words of several codes, as ^ parts them. */
export function wordsOf(table: Readonly<Record<string, Said>>, codes: string): string {
  return joined(
    codes.split('^').map((code) => wordOf(table, code)),
    '、',
  );
}
