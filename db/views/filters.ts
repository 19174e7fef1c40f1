import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { beginsWith } from './query.ts';
import type { Query } from './query.ts';
import { inScope } from './scope.ts';
import type { Scope } from './scope.ts';

/**
 * What people narrow a list of cases or of steps by: an item, the beginning of a case number, `find` (the beginning or end of a case
 * number; an applicant, a phone or the number of a paper among the cases of the person's own departments), days of receipt.
 */
export interface Filters {
  readonly itemCode?: string | undefined;
  readonly caseNo?: string | undefined;
  readonly find?: string | undefined;
  readonly receivedFrom?: CivilDate | undefined;
  readonly receivedTo?: CivilDate | undefined;
}

/** Before and after all days of a list. */
export const everyDay = { from: '-infinity', to: 'infinity' } as const;

/** SQL: the conditions of the filters on a row of `case_row c`, `case_step s` or `case_task t`, each after an AND; empty without filters. */
export function filtered(q: Query, scope: Scope, row: 'c' | 's' | 't', filters: Filters = {}): string {
  const { itemCode, caseNo, find, receivedFrom, receivedTo } = filters;
  const ofCases = (from: string, where: string) =>
    ` AND ${row}.case_id IN (SELECT n.case_id FROM ${from} WHERE ${where})`;
  const conditions = [
    itemCode === undefined ? '' : ` AND ${row}.item_code = ${q.bind(itemCode)}`,
    caseNo === undefined ? '' : ofCases('case_row n', beginsWith(q, 'n.case_no', caseNo)),
    find === undefined ? '' : ` AND ${row}.case_id = ANY (ARRAY(${found(q, scope, find)}))`,
    receivedFrom === undefined && receivedTo === undefined
      ? ''
      : ofCases('case_row n', `${received(q, 'n', filters)} AND ${inScope(q, scope, 'n')}`),
  ];
  return conditions.join('');
}

/** SQL: a case was received between the days of the filters. */
export function received(q: Query, row: string, { receivedFrom, receivedTo }: Filters): string {
  const [from, to] = [receivedFrom ?? everyDay.from, receivedTo ?? everyDay.to];
  return `${row}.received_on BETWEEN ${q.bind(from)}::date AND ${q.bind(to)}::date`;
}

/** What is sought as it was kept (`fold_for_finding` of the migration): width and case folded, without blanks. */
function foldForFinding(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '');
}

/** Fewer signs of a number than these say too little. */
const shortestTail = 4;

/** SQL: the ids of the cases that are meant (`Filters.find`). Words are kept under the department, so only its own people find anybody by them. */
export function found(q: Query, scope: Scope, find: string): string {
  const sought = foldForFinding(find);
  const isNumber = /^(?=.*\d)[0-9A-Z-]+$/.test(sought);
  if (isNumber && sought.length < shortestTail) return 'SELECT NULL::uuid AS case_id WHERE false';
  const departments = `unnest(${q.bind(scope.departments)}::text[]) AS d (id)`;
  if (!isNumber) return byWords(q, { departments, words: bigrams(sought), sought });
  const end = q.bind(sought.slice(-shortestTail));
  const whole = q.bind(`%${sought}`);
  return `SELECT n.case_id FROM case_row n WHERE ${beginsWith(q, 'n.case_no', sought)}
    UNION SELECT n.case_id FROM case_row n WHERE ${beginsWith(q, 'reverse(n.case_no)', [...sought].reverse().join(''))}
    UNION SELECT f.case_id FROM ${departments} CROSS JOIN LATERAL (SELECT * FROM case_find f WHERE f.words @> ARRAY[d.id || '|~' || ${end}]) f
      WHERE EXISTS (SELECT 1 FROM unnest(f.words) w WHERE w LIKE d.id || '|=' || ${whole})`;
}

function byWords(q: Query, o: { departments: string; words: readonly string[]; sought: string }): string {
  const words = `(SELECT array_agg(d.id || '|' || w) FROM unnest(${q.bind(o.words)}::text[]) w)`;
  return `SELECT f.case_id FROM ${o.departments} CROSS JOIN LATERAL (SELECT * FROM case_find f WHERE f.words @> ${words}) f
    WHERE EXISTS (SELECT 1 FROM unnest(f.words) w WHERE strpos(w, ${q.bind(o.sought)}::text) > 0)`;
}

/** Two signs each, as they stand in what is sought; a single sign stands for itself and finds nothing. */
function bigrams(text: string): readonly string[] {
  const signs = [...text];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
}
