import { caseResults } from '../../../domain/case/filing.ts';
import { levels } from '../../../domain/flow/definition.ts';
import { roles } from '../../../domain/people/roles.ts';
import type { Said } from '../../../domain/words/said.ts';

/** Titles of the domain's registries, written into the build by vite.config.ts: the registries with all their law stay out of the browser. */
declare const __TITLES__: Readonly<
  Record<'order' | 'message' | 'stepKind' | 'stepKindZh', Readonly<Record<string, string>>>
>;

/** Closed codes by kind with their English words, for codes that the API sends with a Chinese title. */
export const codes = {
  role: english(roles),
  level: english(levels),
  ...__TITLES__,
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
} as const;
export type CodeKind = keyof typeof codes;

/** The English of a table whose words stand in the domain. */
function english<K extends string>(table: Readonly<Record<K, Said>>): Readonly<Record<K, string>> {
  const words = Object.entries<Said>(table).map(([code, { en }]) => [code, en]);
  return Object.fromEntries(words) as Readonly<Record<K, string>>;
}
