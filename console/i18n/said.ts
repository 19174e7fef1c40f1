import i18next from 'i18next';
import { clockKinds } from '../../domain/flow/definition.ts';
import type { CodeKind } from './english/codes.ts';

/** The word of a closed code in the language of the page; `title` is its Chinese one, as the API and the domain say it. */
export function said<T extends string | null>(kind: CodeKind, code: string | null, title: T): T | string {
  const word: unknown = i18next.getResource(i18next.language, 'translation', `codes.${kind}.${code ?? ''}`);
  return title !== null && typeof word === 'string' ? word : title;
}

/** The title of a clock, such as 环节时限（审查）: the word of its kind and the step's own title. `id` is its kind, or kind:step. */
export function saidClock<T extends string | null>(id: string | null, title: T): T | string {
  const kind = id?.split(':')[0] ?? '';
  const chinese = Object.entries(clockKinds).find(([name]) => name === kind)?.[1];
  if (title === null || chinese === undefined || !title.startsWith(chinese)) return title;
  return `${said('clock', kind, chinese)}${title.slice(chinese.length)}`;
}
