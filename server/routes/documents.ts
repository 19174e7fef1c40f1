import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { printsOf } from '../../db/documents/papers.ts';
import { allowed } from '../../domain/case/allowed.ts';
import { layoutsOf } from '../../domain/documents/layout.ts';
import type { AppDeps } from '../deps.ts';
import { createMaking } from '../documents/making.ts';
import type { MadeOut } from '../documents/making.ts';
import { madeOrProblem, sendPdf } from '../documents/replies.ts';
import { documentCase } from '../documents/sources.ts';
import { caseOfFiles } from '../file-rights.ts';
import { presentDocuments } from '../presenters/documents.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Call, Handlers } from './handler.ts';

type Names = 'listDocuments' | 'openDocument' | 'printDocument';

/** Documents of a case: which there are, seen and printed by who handles it. */
export function documentHandlers(deps: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  const { db, worlds } = deps;
  const parts = { db, worlds, definitions: tools.definitions };
  const making = createMaking(deps);

  /** The document of a fact as it went out first. */
  const made = async (call: Call<'openDocument'> | Call<'printDocument'>): Promise<MadeOut | Problem> => {
    const { caseId, seq } = call.params;
    const head = await caseOfFiles(db, call.person, caseId);
    if (isProblem(head)) return head;
    const [found, { now }] = await Promise.all([documentCase(parts, caseId), tools.time.read()]);
    if (found === null) return noSuchCase();
    const out = madeOrProblem(await making.first({ caseId, seq: Number(seq), found, now }));
    if (isProblem(out)) return out;
    const { kind, number } = out.made;
    const { layout = 'a4' } = call.query;
    if (!layoutsOf(kind).includes(layout)) {
      const reason = `expected a paper on which ${kind} is printed, but got ${layout}`;
      return problem('document-layout-not-offered', reason);
    }
    const details = { title: `${out.made.content.title} ${number}`, sha256: out.sha256 };
    await call.audit({ kind: 'documentOpened', subject: head.state.filing.caseNo, details });
    return out;
  };
  return {
    listDocuments: async ({ params: { caseId }, person }) => {
      const head = await caseOfFiles(db, person, caseId);
      if (isProblem(head)) return head;
      const [found, prints, world, { today }] = await Promise.all([
        documentCase(parts, caseId),
        printsOf(db, caseId),
        worlds.worldOf(head.state),
        tools.time.read(),
      ]);
      if (found === null) return noSuchCase();
      const offers = allowed({ world, state: head.state, actor: person, today });
      return presentDocuments({ found, prints, offers });
    },
    openDocument: async (call) => {
      const out = await made(call);
      if (isProblem(out)) return out;
      const { layout = 'a4' } = call.query;
      return sendPdf(call.reply, (layout === 'a4' ? out : await making.view(out.made, layout)).bytes);
    },
    printDocument: async (call) => {
      const out = await made(call);
      if (isProblem(out)) return out;
      const { layout = 'a4' } = call.query;
      const { now } = await tools.time.read();
      return sendPdf(call.reply, (await making.print(out.made, { by: call.person.id, now, layout })).bytes);
    },
  };
}
