import { isProblem, problem } from '../../contract/problem.ts';
import { inTransaction } from '../../db/client.ts';
import { readHead } from '../../db/journal/head.ts';
import { unlock } from '../../db/people/attempts.ts';
import { issueCode } from '../../db/people/query-codes.ts';
import type { AppDeps } from '../deps.ts';
import { queryCodeOf } from '../gateway/query-code.ts';
import { subjectOfCase } from '../guesses.ts';
import { noSuchCase } from '../visible-case.ts';
import type { CaseTools } from './cases.ts';
import type { Handlers } from './handler.ts';
import { filesFor } from './orders.ts';

/** The code of a case issued anew, at the window of its department: what was counted against the code before is forgotten with it. */
export function queryCodeHandlers({ db, config }: AppDeps, tools: CaseTools): Pick<Handlers, 'issueCode'> {
  return {
    issueCode: async ({ params: { caseId }, person, audit }) => {
      const head = (await tools.visibility.refusalFor(person, caseId)) ?? (await readHead(db, caseId)) ?? noSuchCase();
      if (isProblem(head)) return head;
      const { caseNo, departmentId } = head.state.filing;
      if (!filesFor(person, departmentId)) {
        return problem('not-allowed', 'expected a window post of the department, but it is another one');
      }
      return inTransaction(db, async (client) => {
        const issue = await issueCode(client, caseId);
        await unlock(client, subjectOfCase(caseNo));
        await audit({ kind: 'codeIssued', subject: caseNo }, client);
        return { caseId, caseNo, queryCode: queryCodeOf(config.sessionSecret, caseId, issue) };
      });
    },
  };
}
