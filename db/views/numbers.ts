import type { DocumentKind } from '../../domain/documents/kind-names.ts';
import type { Actor } from '../../domain/people/roles.ts';
import type { TimeSort } from '../../domain/words/sorts.ts';
import type { Queryable } from '../client.ts';
import type { NumberReason, NumberState } from '../schema/numbers.ts';
import { inTime, readPage } from './list.ts';
import { ms, newQuery } from './query.ts';
import type { BadCursor, Page } from './query.ts';
import { scopeOf } from './scope.ts';
import { regions, waysOf } from './ways.ts';

/** One number of the register; `at` in epoch ms. */
export interface NumberRow {
  readonly id: string;
  readonly text: string;
  readonly kind: DocumentKind;
  readonly serial: number | null;
  readonly departmentName: string;
  readonly caseId: string;
  readonly caseNo: string | null;
  readonly state: NumberState;
  readonly reason: NumberReason | null;
  readonly by: string | null;
  readonly at: number;
}

/** What the register is narrowed by; `words`: part of a number. */
export interface NumberFilter {
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly words?: string | undefined;
}

const columns = `d.op_id AS id, d.text, d.kind, d.serial, t.name AS "departmentName", d.case_id AS "caseId", c.case_no AS "caseNo", d.state,
  d.reason, u.name AS by, ${ms('d.at')} AS at`;

/** A page of the register of the person's departments and watched regions, newest first or as `sort` says. Code: bad-cursor. */
export async function documentNumbers(
  db: Queryable,
  o: NumberFilter & { actor: Actor; limit: number; cursor?: string | undefined; sort?: TimeSort | undefined },
): Promise<Page<NumberRow> | BadCursor> {
  const q = newQuery();
  const scope = scopeOf(o.actor);
  const narrowed = [
    ...(o.kind === undefined ? [] : [`d.kind = ${q.bind(o.kind)}`]),
    ...(o.state === undefined ? [] : [`d.state = ${q.bind(o.state)}`]),
    ...(o.words === undefined ? [] : [`strpos(d.text, ${q.bind(o.words)}) > 0`]),
  ];
  return readPage<NumberRow>(
    db,
    q,
    {
      ...inTime('document-numbers', o.sort),
      from: 'document_number d',
      where: narrowed.length === 0 ? 'true' : narrowed.join(' AND '),
      ways: waysOf(scope, {
        departments: () => ({
          from: `unnest(${q.bind(scope.departments)}::text[]) AS a (department_id)`,
          where: 'd.department_id = a.department_id',
        }),
        regions: () => ({
          from: `(SELECT o.id FROM department o JOIN ${regions(q, scope)} r ON r.code = o.region_code) a`,
          where: 'd.department_id = a.id',
        }),
      }),
      keys: [
        { column: 'd.at', is: 'instant' },
        { column: 'd.op_id', is: 'uuid' },
      ],
      columns,
      joins: `JOIN document_number d ON d.op_id = page.op_id JOIN department t ON t.id = d.department_id
        LEFT JOIN case_row c ON c.case_id = d.case_id LEFT JOIN intent i ON i.op_id = d.op_id LEFT JOIN app_user u ON u.id = i.actor_id`,
    },
    o,
  );
}
