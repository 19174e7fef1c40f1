import type { Digest } from '../case/marks.ts';
import type { WordBook } from '../words/book.ts';

/** An applicant or agent as the words of the case tell it. */
export interface PartyWords {
  readonly name: string;
  readonly idNo: string | null;
  readonly isPerson: boolean;
}

/** A party by the digest of its words: JSON of a party, or a plain name (of old cases). Null when there are no words. */
export function partyOf(digest: Digest | null, book: WordBook): PartyWords | null {
  const words = book.words(digest);
  if (words === null || words.trim() === '') return null;
  const read = readJson(words);
  const name = textIn(read, 'name') ?? (read === null ? words : null);
  if (name === null) return null;
  return { name, idNo: textIn(read, 'idNo'), isPerson: textIn(read, 'kind') === 'person' };
}

/** Whom the agency writes to, as the words of the case tell it. */
export function contactOf(
  digest: Digest,
  book: WordBook,
): { readonly name: string | null; readonly phone: string | null } {
  const read = readJson(book.words(digest) ?? '');
  return { name: textIn(read, 'name'), phone: textIn(read, 'phone') };
}

function readJson(words: string): object | null {
  if (!words.startsWith('{')) return null;
  try {
    const read: unknown = JSON.parse(words);
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}

function textIn(read: object | null, key: string): string | null {
  const value: unknown = read === null ? null : Object.entries(read).find(([name]) => name === key)?.[1];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The form of an application as keys and values; empty when there are no words. */
export function formOf(digest: Digest, book: WordBook): ReadonlyMap<string, unknown> {
  const words = book.words(digest);
  return new Map(Object.entries(words === null ? {} : (readJson(words) ?? {})));
}
