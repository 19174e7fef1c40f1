import { problem } from '../../contract/problem.ts';
import { readHead } from '../../db/journal/head.ts';
import { findCandidates } from '../../db/people/directory.ts';
import { candidatesFor } from '../../domain/case/candidates.ts';
import { isRejection } from '../../domain/rejection.ts';
import type { AppDeps } from '../deps.ts';
import { presentPosts } from '../presenters/people.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

/** A list to choose from is no directory: who is not among so many is looked for by name. */
const mostShown = 100;

/** The people an order may name, told to who may give it. */
export function candidateHandlers({ db, worlds }: AppDeps, tools: CaseTools): Pick<Handlers, 'candidates'> {
  return {
    candidates: async ({ params: { caseId, stepId }, query: { order, field, name = '' }, person }) => {
      const unseen = await tools.visibility.refusalFor(person, caseId);
      if (unseen !== null) return unseen;
      const head = await readHead(db, caseId);
      if (head === null) return noSuchCase();
      const { state } = head;
      const [world, { today }] = await Promise.all([worlds.worldOf(state), tools.time.read()]);
      const sought = candidatesFor({ world, state, actor: person, today }, { type: order, stepId, field });
      if (sought === null) return problem('bad-request', `expected a field that names people, but ${field} is none`);
      if (isRejection(sought)) return problem(sought.code, sought.detail);
      const found = await findCandidates(db, { ...sought, name: name.trim(), limit: mostShown + 1 });
      const shown = found.slice(0, mostShown);
      return {
        items: shown.map((one) => ({ ...one, posts: presentPosts(one.posts) })),
        more: found.length > mostShown,
      };
    },
  };
}
