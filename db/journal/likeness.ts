import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

/** What a filing asks for, as a keyed digest; `despite`: the number of the earlier case like it that its clerk knows of. */
export interface Likeness {
  readonly mark: string;
  readonly despite?: string;
}

/** A case that asked for the same before. */
export interface Earlier {
  readonly caseId: string;
  readonly caseNo: string;
}

const alike = {
  name: 'filing-alike',
  text: `SELECT m.case_id AS "caseId", m.case_no AS "caseNo" FROM filing_mark m LEFT JOIN case_row c ON c.case_id = m.case_id
    WHERE m.mark = $1 AND (m.day = $2 OR c.status IS DISTINCT FROM 'closed') ORDER BY m.day DESC, m.case_no DESC LIMIT 1`,
};

/**
 * The latest case that asks for the same and is open, or was filed on the same day; filings of the same wait here for each other.
 * Inside the transaction that files.
 */
export async function findAlike(client: Queryable, { mark }: Likeness, day: string): Promise<Earlier | null> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [mark]);
  const [earlier] = await run<Earlier>(client, alike, [mark, day]);
  return earlier ?? null;
}

const keep = {
  name: 'filing-mark-keep',
  text: 'INSERT INTO filing_mark (case_id, mark, day, case_no) VALUES ($1, $2, $3, $4)',
};

/** Keeps what a filing asks for. */
export async function keepMark(client: Queryable, o: Earlier & { mark: string; day: string }): Promise<void> {
  await run(client, keep, [o.caseId, o.mark, o.day, o.caseNo]);
}
