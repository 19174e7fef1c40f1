import { beginsWith } from './query.ts';
import type { Query } from './query.ts';

/** What people narrow a list of cases or of steps by: an item, the beginning of a case number. */
export interface Filters {
  readonly itemCode?: string | undefined;
  readonly caseNo?: string | undefined;
}

/** SQL: the conditions of the filters on a row of `case_row c`, `case_step s` or `case_task t`, each after an AND; empty without filters. */
export function filtered(q: Query, row: 'c' | 's' | 't', filters: Filters = {}): string {
  const { itemCode, caseNo } = filters;
  const item = itemCode === undefined ? '' : ` AND ${row}.item_code = ${q.bind(itemCode)}`;
  if (caseNo === undefined) return item;
  return `${item} AND ${row}.case_id IN (SELECT n.case_id FROM case_row n WHERE ${beginsWith(q, 'n.case_no', caseNo)})`;
}
