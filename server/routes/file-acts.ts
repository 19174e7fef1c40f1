import { isProblem, problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { endFile, takeFile } from '../../db/files/case-files.ts';
import type { Person } from '../../db/people/users.ts';
import type { AppDeps } from '../deps.ts';
import { fileForPerson } from '../file-rights.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { filesFor } from './orders.ts';
import { caseClosed } from './uploading.ts';

type Names = 'withdrawFile' | 'takeFile' | 'declineFile';

/** What is said of a file that is there: withdrawn, and of an applicant's taken or declined. */
export function fileActHandlers({ db }: AppDeps, tools: CaseTools): Pick<Handlers, Names> {
  return {
    withdrawFile: async ({ params, body, person }) => {
      const found = await fileForPerson(db, person, params.fileId);
      if (isProblem(found)) return found;
      if (found.head.state.status === 'closed') return caseClosed();
      const { fileId } = found.file;
      const at = (await tools.time.read()).now;
      const isDone = await endFile(db, { fileId, as: 'withdrawn', by: person.id, why: body.reason, at });
      return isDone ? null : problem('file-ended', 'expected a file that counts, but it was replaced or withdrawn');
    },
    takeFile: async ({ params, person }) => {
      const offered = await offeredTo(person, params.fileId);
      if (isProblem(offered)) return offered;
      return (await takeFile(db, { ...offered, by: person.id })) ? null : notOffered();
    },
    declineFile: async ({ params, body, person }) => {
      const offered = await offeredTo(person, params.fileId);
      if (isProblem(offered)) return offered;
      return (await endFile(db, { ...offered, as: 'declined', by: person.id, why: body.reason })) ? null : notOffered();
    },
  };

  /** A file that somebody at the window may take or decline now, and the instant. */
  async function offeredTo(person: Person, fileId: string): Promise<{ fileId: string; at: number } | Problem> {
    const found = await fileForPerson(db, person, fileId);
    if (isProblem(found)) return found;
    const { filing, status } = found.head.state;
    if (!filesFor(person, filing.departmentId)) {
      return problem('not-allowed', 'expected a window post of the department, but it is another one');
    }
    return status === 'closed' ? caseClosed() : { fileId, at: (await tools.time.read()).now };
  }
}

function notOffered(): Problem {
  return problem('file-not-offered', 'expected a file that waits for the window, but it does not');
}
