import { isProblem, problem } from '../../contract/problem.ts';
import type { OkOf } from '../../contract/routes.ts';
import type { AppDeps } from '../deps.ts';
import { createMaking } from '../documents/making.ts';
import { madeOrProblem, sendPdf } from '../documents/replies.ts';
import { documentCase } from '../documents/sources.ts';
import type { DocumentCase, DocumentFact } from '../documents/sources.ts';
import { presentTold } from '../presenters/documents.ts';
import { toldOf } from '../../domain/documents/told.ts';
import type { Told } from '../../domain/documents/told.ts';
import { caseOfTicket } from '../ticketed-case.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

/** What an applicant may see. */
const toldIn = ({ facts, journal }: DocumentCase): readonly (DocumentFact & Told)[] =>
  facts.flatMap((one) => {
    const told = toldOf(one.kind, one.fact, journal);
    return told === null ? [] : [{ ...one, ...told }];
  });

/** Documents for whoever has number and query code: what was told, and what was served once it was. */
export function applicantDocumentHandlers(deps: AppDeps, tools: CaseTools): Pick<Handlers, 'listTold' | 'openTold'> {
  const parts = { db: deps.db, worlds: deps.worlds, definitions: tools.definitions };
  const making = createMaking(deps);
  return {
    listTold: async (asked) => {
      const head = await caseOfTicket(deps, asked);
      if (isProblem(head)) return head;
      const found = await documentCase(parts, head.caseId);
      if (found === null) return noSuchCase();
      const items = await Promise.all(toldIn(found).map(async (one) => presentTold(one, found)));
      return { items: items.filter((item): item is OkOf<'listTold'>['items'][number] => item !== null) };
    },
    openTold: async ({ params, reply, ...asked }) => {
      const head = await caseOfTicket(deps, asked);
      if (isProblem(head)) return head;
      const [found, { now }] = await Promise.all([documentCase(parts, head.caseId), tools.time.read()]);
      if (found === null) return noSuchCase();
      const told = toldIn(found).find(({ fact }) => fact.seq === Number(params.seq));
      if (told === undefined) return problem('not-found', 'expected a document of yours, but there is none');
      const out = madeOrProblem(await making.first({ caseId: head.caseId, seq: told.fact.seq, found, now }));
      return isProblem(out) ? out : sendPdf(reply, out.bytes);
    },
  };
}
