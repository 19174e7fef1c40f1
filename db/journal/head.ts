import type { CaseState } from '../../domain/case/state.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** How far a case has been applied: the last fact's number and hash, and the state folded up to it. */
export interface Head {
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
  readonly state: CaseState;
}

const read = {
  name: 'head-read',
  text: 'SELECT case_id AS "caseId", seq, hash, state FROM case_head WHERE case_id = $1',
};

/** The head of a case, or null when no fact of it was applied yet. */
export async function readHead(db: Queryable, caseId: string): Promise<Head | null> {
  const [head] = await run<{ caseId: string; seq: number; hash: string; state: CaseState }>(db, read, [caseId]);
  return head ?? null;
}

const touched = {
  name: 'head-touched',
  text: `SELECT case_id AS "caseId" FROM case_head
    WHERE state->>'status' = 'open' AND ((state->>'last')::bigint >= $1 OR random() < 0.01)`,
};

/** Open cases that were touched since an instant (business ms), and about one in a hundred of the others. */
export async function casesToCompare(db: Queryable, since: number): Promise<string[]> {
  return (await run<{ caseId: string }>(db, touched, [since])).map(({ caseId }) => caseId);
}

const open = { name: 'head-open', text: `SELECT case_id AS "caseId" FROM case_head WHERE state->>'status' = 'open'` };

/** Every open case. */
export async function openCases(db: Queryable): Promise<string[]> {
  return (await run<{ caseId: string }>(db, open, [])).map(({ caseId }) => caseId);
}
