import type { AuditDetails, AuditKind } from '../../domain/people/audit.ts';
import type { TimeSort } from '../../domain/words/sorts.ts';
import type { Queryable } from '../client.ts';
import { writeCursor } from './cursor.ts';
import { inTime, readPage } from './list.ts';
import { instantOf, ms, newQuery } from './query.ts';
import type { BadCursor, Page, Query } from './query.ts';
import type { Way } from './ways.ts';

/** One entry; `at` in epoch ms. */
export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly who: string | null;
  readonly account: string | null;
  readonly subject: string | null;
  readonly kind: AuditKind;
  readonly details: AuditDetails;
  readonly address: string | null;
}

/** Whose entries: of these departments, and of all of these regions; with any region also those that are of nowhere. */
export interface AuditScope {
  readonly departments: readonly string[];
  readonly regionCodes: readonly string[];
}

/** Narrower: one kind, one person, from an instant up to another (epoch ms). */
export interface AuditFilter {
  readonly kind?: AuditKind | undefined;
  readonly who?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Before every entry of an instant. */
const first = '00000000-0000-0000-0000-000000000000';

const columns = `a.id, ${ms('a.at')} AS at, a.who, a.account, a.subject, a.kind, a.details, a.address`;

/** A page of the audit, newest first or as `sort` says; `db` is the pool of the role that may read it. Code: bad-cursor. */
export async function auditPage(
  db: Queryable,
  o: AuditFilter & { scope: AuditScope; limit: number; cursor?: string | undefined; sort?: TimeSort | undefined },
): Promise<Page<AuditRow> | BadCursor> {
  const q = newQuery();
  // As a place and not as a condition: the scan begins there instead of going through all that is newer.
  const inOrder = inTime('audit', o.sort);
  const begin = o.sort === 'oldest' ? o.from : o.to;
  const place = begin === undefined ? undefined : writeCursor(inOrder.name, [String(begin), first]);
  const narrow = [
    'true',
    ...(o.kind === undefined ? [] : [`a.kind = ${q.bind(o.kind)}`]),
    ...(o.from === undefined || o.sort === 'oldest' ? [] : [`a.at >= ${q.bind(instantOf(o.from))}::timestamptz`]),
    ...(o.to === undefined || o.sort !== 'oldest' ? [] : [`a.at < ${q.bind(instantOf(o.to))}::timestamptz`]),
  ];
  return readPage<AuditRow>(
    db,
    q,
    {
      ...inOrder,
      from: 'audit_entry a',
      where: narrow.join(' AND '),
      ways: waysTo(q, o),
      keys: [
        { column: 'a.at', is: 'instant' },
        { column: 'a.id', is: 'uuid' },
      ],
      columns,
      joins: 'JOIN audit_entry a ON a.id = page.id',
    },
    { limit: o.limit, cursor: o.cursor ?? place },
  );
}

/** By person where one is asked for, else one index scan a department and a region. */
function waysTo(q: Query, { who, scope }: AuditFilter & { scope: AuditScope }): readonly Way[] {
  const departments = `${q.bind(scope.departments)}::text[]`;
  const regions = `${q.bind([...scope.regionCodes, ...(scope.regionCodes.length > 0 ? [''] : [])])}::text[]`;
  if (who !== undefined) {
    const where = `a.who = ${q.bind(who)}::uuid AND (a.region_code = ANY (${regions}) OR a.department_id = ANY (${departments}))`;
    return [{ where }];
  }
  return [
    { from: `unnest(${regions}) AS r (code)`, where: 'a.region_code = r.code' },
    { from: `unnest(${departments}) AS d (id)`, where: 'a.department_id = d.id' },
  ];
}
