import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** How often the query code of a case was issued anew: 0 for the code that its filing told, or for no case. */
export async function codeIssue(db: Queryable, caseId: string): Promise<number> {
  const text = 'SELECT issue FROM code_issue WHERE case_id = $1';
  const [found] = await run<{ issue: number }>(db, { name: 'code-issue', text }, [caseId]);
  return found?.issue ?? 0;
}

/** Issues the query code of a case anew: the one before fits no more. @returns which issue it is */
export async function issueCode(db: Queryable, caseId: string): Promise<number> {
  const text = `INSERT INTO code_issue AS c (case_id, issue) VALUES ($1, 1)
    ON CONFLICT (case_id) DO UPDATE SET issue = c.issue + 1 RETURNING issue`;
  const [made] = await run<{ issue: number }>(db, { name: 'code-issue-next', text }, [caseId]);
  if (made === undefined) throw new Error('expected an issue of the code, but none was written');
  return made.issue;
}
