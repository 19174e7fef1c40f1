import { acts } from '../../domain/case/acts/index.ts';
import { facts } from '../../domain/case/facts/index.ts';
import { kinds } from '../../domain/steps/index.ts';
import type { Said } from '../../domain/words/said.ts';

type Titled = Readonly<Record<string, { readonly title: Said }>>;

const messages = Object.entries(facts).flatMap(([type, { tells }]) =>
  tells === 'nobody' ? [] : [[type, tells.title.en] as const],
);

/** What the console says in English for names whose records stay on the server. */
export const englishTitles = {
  order: english(acts),
  message: Object.fromEntries(messages),
  stepKind: english(kinds),
  // To tell whether a step is called as its kind.
  stepKindZh: Object.fromEntries(Object.entries(kinds).map(([name, { title }]) => [name, title.zh])),
};

function english(records: Titled): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(records).map(([name, { title }]) => [name, title.en]));
}
