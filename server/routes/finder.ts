import { findCases, openedCases, rememberOpened } from '../../db/views/finder.ts';
import type { AppDeps } from '../deps.ts';
import { presentFound, presentKnown } from '../presenters/lists.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

/** Most cases the finder shows at once: what fits below its field. */
const mostFound = 8;

/** 查找办件 over all cases that a person sees, and those that they opened last. */
export function finderHandlers(
  { db }: AppDeps,
  { visibility }: CaseTools,
): Pick<Handlers, 'findCases' | 'recentCases' | 'openedCase'> {
  return {
    findCases: async ({ query: { words }, person }) => {
      const { items, ...others } = await findCases(db, { actor: person, words, limit: mostFound });
      return { items: items.map((row) => presentFound(row, person)), ...others };
    },
    recentCases: async ({ person }) => {
      const items = await openedCases(db, person);
      return { items: items.map((row) => presentKnown(row, person)) };
    },
    openedCase: async ({ params: { caseId }, person, receivedAt }) => {
      const refusal = await visibility.refusalFor(person, caseId);
      if (refusal !== null) return refusal;
      await rememberOpened(db, { actorId: person.id, caseId, at: receivedAt });
      return null;
    },
  };
}
