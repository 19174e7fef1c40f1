import { acts } from '../../../domain/case/acts/index.ts';
import { facts } from '../../../domain/case/facts/index.ts';
import { caseResults } from '../../../domain/case/filing.ts';
import { levels } from '../../../domain/flow/definition.ts';
import { roles } from '../../../domain/people/roles.ts';
import { kinds } from '../../../domain/steps/index.ts';
import type { Said } from '../../../domain/words/said.ts';

const messages = Object.fromEntries(
  Object.entries(facts).flatMap(([type, { tells }]) => (tells === 'nobody' ? [] : [[type, tells.title.en]])),
);

/** Closed codes by kind with their English words, for codes that the API sends with a Chinese title. */
export const codes = {
  role: english(roles),
  level: english(levels),
  stepKind: titles(kinds),
  order: titles(acts),
  result: english(caseResults),
  status: { open: 'under way', closed: 'closed' },
  state: { open: 'under way', finished: 'done' },
  phase: {
    waiting: 'start not requested yet',
    requested: 'waits for the approval of its start',
    approved: 'approved; starts when the applicant is told the time needed',
    running: 'under way',
  },
  nextAction: {
    waiting: 'Request the start',
    requested: 'Approve or decline',
    approved: 'Tell the applicant and start',
    running: 'Finish the step',
  },
  message: messages,
} as const;
export type CodeKind = keyof typeof codes;

/** The English of a table whose words stand in the domain. */
function english<K extends string>(table: Readonly<Record<K, Said>>): Readonly<Record<K, string>> {
  const words = Object.entries<Said>(table).map(([code, { en }]) => [code, en]);
  return Object.fromEntries(words) as Readonly<Record<K, string>>;
}

/** The English titles of a registry of the domain, by its names. */
function titles(records: Readonly<Record<string, { readonly title: Said }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(records).map(([name, { title }]) => [name, title.en]));
}
