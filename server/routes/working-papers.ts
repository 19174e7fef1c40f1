import { isProblem } from '../../contract/problem.ts';
import { composeWorking } from '../../domain/documents/working/index.ts';
import { workingPaperNames } from '../../domain/documents/working/names.ts';
import type { AppDeps } from '../deps.ts';
import { sendPdf } from '../documents/replies.ts';
import { documentCase } from '../documents/sources.ts';
import { caseOfFiles } from '../file-rights.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';

/** Working papers of a case as it stands, for who handles it. */
export function workingPaperHandlers(deps: AppDeps, tools: CaseTools): Pick<Handlers, 'openWorkingPaper'> {
  const { db, worlds, documents } = deps;
  const parts = { db, worlds, definitions: tools.definitions };
  return {
    openWorkingPaper: async (call) => {
      const { caseId, paper } = call.params;
      const head = await caseOfFiles(db, call.person, caseId);
      if (isProblem(head)) return head;
      const [found, { today }] = await Promise.all([documentCase(parts, caseId), tools.time.read()]);
      const source = (await found?.sourceOf(found.journal.at(-1)?.seq ?? 0)) ?? null;
      if (source === null) return noSuchCase();
      const content = composeWorking(paper, source, today);
      const { bytes, sha256 } = await documents.renderer.render({
        content,
        draft: false,
        check: null,
        sealNote: null,
        mark: null,
      });
      const details = { title: workingPaperNames[paper].zh, sha256 };
      await call.audit({ kind: 'documentOpened', subject: head.state.filing.caseNo, details });
      return sendPdf(call.reply, bytes);
    },
  };
}
