import type { CaseState } from '../../domain/case/state.ts';
import { run } from '../client.ts';
import type { Queryable } from '../client.ts';

const open = {
  name: 'item-open-cases',
  text: `SELECT h.state FROM case_row c JOIN case_head h USING (case_id)
    WHERE c.item_code = $1 AND c.status = 'open' ORDER BY c.case_id LIMIT $2`,
};
const closed = {
  name: 'item-closed-cases',
  text: `SELECT h.state FROM case_row c JOIN case_head h USING (case_id)
    WHERE c.region_code = $1 AND c.item_code = $2 AND c.closed_at IS NOT NULL
    ORDER BY c.closed_at DESC, c.case_id DESC LIMIT $3`,
};

/** The states of an item's open cases (at most `most.open`) and of those closed last (at most `most.closed`). */
export async function recordedCases(
  db: Queryable,
  { code, regionCode }: { readonly code: string; readonly regionCode: string },
  most: { readonly open: number; readonly closed: number },
): Promise<CaseState[]> {
  const rows = await Promise.all([
    run<{ state: CaseState }>(db, open, [code, most.open]),
    run<{ state: CaseState }>(db, closed, [regionCode, code, most.closed]),
  ]);
  return rows.flat().map(({ state }) => state);
}
