import { isProblem, problem } from '../../contract/problem.ts';
import { withdrawFile } from '../../db/files/case-files.ts';
import type { AppDeps } from '../deps.ts';
import { fileForPerson } from '../file-rights.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { caseClosed } from './uploading.ts';

/** What is said of a file that is there: withdrawn. */
export function fileActHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, 'withdrawFile'> {
  return {
    withdrawFile: async ({ params, body, person }) => {
      const found = await fileForPerson(db, person, params.fileId);
      if (isProblem(found)) return found;
      if (found.head.state.status === 'closed') return caseClosed();
      const { fileId } = found.file;
      const at = (await tools.time.read()).now;
      const isDone = await withdrawFile(db, { fileId, by: person.id, why: body.reason, at });
      return isDone ? null : problem('file-ended', 'expected a file that counts, but it was replaced or withdrawn');
    },
  };
}
