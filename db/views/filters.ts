import type { Matter } from '../../domain/words/matters.ts';
import type { Shine } from '../../domain/case/lights.ts';
import type { CivilDate } from '../../domain/clock/civil-date.ts';
import { beginsWith } from './query.ts';
import type { Query } from './query.ts';
import { isNumber, saysEnough, serialIn, soughtIn } from './sought.ts';
import type { Sought } from './sought.ts';
import { inScope } from './scope.ts';
import type { Scope } from './scope.ts';

/**
 * What people narrow a list of cases or of steps by: an item, a department, a light, what the window has to see to, the beginning of a case number, `find` (the beginning or end of a case
 * number, the number of a document; a person or organisation, a phone, the number of a paper or words of the form among the cases of the
 * person's own departments), days of receipt.
 */
export interface Filters {
  readonly itemCode?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly light?: Shine | undefined;
  readonly matter?: Matter | undefined;
  readonly caseNo?: string | undefined;
  readonly find?: string | undefined;
  readonly receivedFrom?: CivilDate | undefined;
  readonly receivedTo?: CivilDate | undefined;
}

/** Before and after all days of a list. */
export const everyDay = { from: '-infinity', to: 'infinity' } as const;

/**
 * SQL: the conditions of the filters on a row of `case_row c`, `case_step s` or `case_task t`, each after an AND; empty without filters.
 * Department, light and matter of open tasks are ways and conditions of their own (`openTasks`).
 */
export function filtered(q: Query, scope: Scope, row: 'c' | 's' | 't', filters: Filters = {}): string {
  const { itemCode, departmentId, light, matter, caseNo, find, receivedFrom, receivedTo } = filters;
  const ofCases = (from: string, where: string) =>
    ` AND ${row}.case_id IN (SELECT n.case_id FROM ${from} WHERE ${where})`;
  const conditions = [
    itemCode === undefined ? '' : ` AND ${row}.item_code = ${q.bind(itemCode)}`,
    departmentId === undefined ? '' : ` AND ${row}.department_id = ${q.bind(departmentId)}`,
    // What is over shines nothing, and nobody has to see to it.
    light === undefined && matter === undefined ? '' : ' AND false',
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

/** SQL: the ids of the cases that are meant (`Filters.find`). Words are kept under the department, so only its own people find anybody by them. */
export function found(q: Query, scope: Scope, find: string): string {
  const sought = soughtIn(find);
  const { whole } = sought;
  const serial = serialIn(whole);
  return [
    byWords(q, scope, sought),
    ...(serial === null ? [] : [endsWith(q, serial)]),
    ...(isNumber(whole) && saysEnough(whole) ? byCaseNo(q, whole) : []),
    ...(/\d/.test(whole) ? [`SELECT n.case_id FROM document_number n WHERE ${ofDocument(q, scope, 'n', sought)}`] : []),
  ].join(' UNION ');
}

function byCaseNo(q: Query, number: string): readonly string[] {
  return [`SELECT n.case_id FROM case_row n WHERE ${beginsWith(q, 'n.case_no', number)}`, endsWith(q, number)];
}

function endsWith(q: Query, end: string): string {
  return `SELECT n.case_id FROM case_row n WHERE ${beginsWith(q, 'reverse(n.case_no)', [...end].reverse().join(''))}`;
}

/** SQL: a row of the number register is meant: its whole number, or within what the person sees its end from the year on. */
export function ofDocument(q: Query, scope: Scope, row: string, { typed }: Sought): string {
  const [kept, meant] = [`fold_number(${row}.text)`, `fold_number(${q.bind(typed)}::text)`];
  const within = `ARRAY(SELECT d.id FROM department d WHERE ${inScope(q, scope, 'd', 'id')})`;
  return `${row}.state = 'used' AND (${kept} = ${meant} OR (${row}.department_id = ANY (${within})
    AND number_tail(${kept}) = number_tail(${meant}) AND (${meant} = number_tail(${meant}) OR right(${kept}, length(${meant})) = ${meant})))`;
}

function byWords(q: Query, { departments }: Scope, { ways }: Sought): string {
  return `SELECT f.case_id FROM unnest(${q.bind(departments)}::text[]) AS d (id)
    CROSS JOIN jsonb_array_elements(${q.bind(JSON.stringify(ways))}::jsonb) AS y (way)
    CROSS JOIN LATERAL (SELECT * FROM case_find f WHERE f.words @>
      (SELECT array_agg(d.id || '|' || key) FROM jsonb_array_elements_text(y.way -> 'keys') AS k (key))) f
    WHERE NOT EXISTS (SELECT FROM jsonb_array_elements_text(y.way -> 'like') AS l (pattern)
      WHERE NOT EXISTS (SELECT FROM unnest(f.words) AS w (word) WHERE w.word LIKE d.id || '|=' || l.pattern))`;
}
