import i18next from 'i18next';
import { clockKinds } from '../../domain/flow/definition.ts';
import { splitClockId } from '../../domain/instance-id.ts';
import { say } from '../../domain/words/said.ts';
import type { Said } from '../../domain/words/said.ts';
import type { CodeKind } from './english/codes.ts';

/** Words of the domain in the language of the page. */
export function inLanguage(words: Said): string {
  return say(words, i18next.language === 'en' ? 'en' : 'zh');
}

/** The word of a closed code in the language of the page; `title` is its Chinese one, as the API says it. */
export function said<T extends string | null>(kind: CodeKind, code: string | null, title: T): T | string {
  const word: unknown = i18next.getResource(i18next.language, 'translation', `codes.${kind}.${code ?? ''}`);
  return title !== null && typeof word === 'string' ? word : title;
}

/** The title of a clock, such as 环节时限（审查）: the word of its kind and the step's own title. `id` is the clock's, or its kind. */
export function saidClock<T extends string | null>(id: string | null, title: T): T | string {
  const clock = splitClockId(id ?? '');
  if (title === null || clock === null) return title;
  const kind = clockKinds[clock.kind];
  return title.startsWith(kind.zh) ? `${inLanguage(kind)}${title.slice(kind.zh.length)}` : title;
}

/** The title of a step or an outcome of a flow in the language of the page; a step without an English one is called by its kind. */
export function titled(of: { readonly title: string; readonly titleEn?: string; readonly kind?: string }): string {
  if (i18next.language !== 'en') return of.title;
  return of.titleEn ?? (of.kind === undefined ? of.title : said('stepKind', of.kind, of.title));
}
